/** A run of plain characters, or one character that would not be seen, or that would change how others are seen. */
export type LiteralPart = { readonly text: string } | { readonly codePoint: string };

// Controls, format characters (bidi marks and overrides, zero-width), separators other than the blank, private use,
// lone surrogates and unassigned: everything that can hide in a name.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]|(?! )\p{Zs}/u;

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Splits a text from outside so that every character that cannot be seen gets its code point: `U+202E`. */
export function literalParts(text: string): readonly LiteralPart[] {
  const parts: LiteralPart[] = [];
  let plain = "";
  for (const character of text) {
    if (unseen.test(character)) {
      if (plain !== "") parts.push({ text: plain });
      plain = "";
      parts.push({ codePoint: codePointOf(character) });
    } else {
      plain += character;
    }
  }
  if (plain !== "") parts.push({ text: plain });
  return parts;
}
