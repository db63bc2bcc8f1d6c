/** Control, format (bidi marks), private, unassigned and separator characters, and half characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;

const escapeUnits = (text: string) =>
  Array.from({ length: text.length }, (_, unit) => `\\u${text.charCodeAt(unit).toString(16).padStart(4, "0")}`).join(
    "",
  );

/**
 * JSON on one line (or indented), with everything that cannot be seen written as `\uXXXX`: what is pasted is what was
 * shown, and no character can end a line, hide, or reorder text. It parses to the same value.
 */
export function visibleJson(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent) ?? "null";
  return text.replaceAll(invisible, (found) => (found === "\n" ? found : escapeUnits(found)));
}

/** One word for a POSIX shell, whatever it holds except NUL, which no argument can hold. */
export function posixWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A YAML scalar in single quotes, for text that is on one line and visible, as `visibleJson` gives it. */
export function yamlSingleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Words that YAML 1.1 readers take for a boolean or null. */
const yamlWords = new Set(["true", "false", "yes", "no", "on", "off", "y", "n", "null"]);

/** A YAML scalar for a name: bare where that is safe, else in double quotes with everything invisible escaped. */
export function yamlText(text: string): string {
  const isBare = /^[A-Za-z][A-Za-z0-9_.-]*$/.test(text) && !yamlWords.has(text.toLowerCase());
  if (isBare) return text;
  return [...JSON.stringify(text)].map(yamlCharacter).join("");
}

// YAML escapes code points, not UTF-16 units: outside the basic plane it takes `\U` and eight digits.
const yamlCharacter = (character: string) => {
  if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(character)) return character;
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
};

/** A quoted string of Terraform's language: no character of it can end the string or begin a template. */
export function hclText(text: string): string {
  return [...JSON.stringify(text)]
    .map(yamlCharacter)
    .join("")
    .replaceAll(/[$%](?=\{)/g, "$&$&");
}
