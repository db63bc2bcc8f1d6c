import { literalParts } from "@/components/ui/literal-parts";

/** Signs of scripts that are drawn about twice as wide as Latin ones. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{3FFFD}]/u;

/**
 * A text as it can stand in a picture: signs that cannot be seen as their code points, and no longer than there is
 * room for, an ellipsis in the place of the rest.
 * @param room how many Latin signs fit
 */
export function fitText(text: string, room: number): string {
  const plain = literalParts(text)
    .map((part) => ("text" in part ? part.text : part.codePoint))
    .join("");
  const kept: string[] = [];
  let used = 0;
  for (const sign of plain) {
    used += wide.test(sign) ? 2 : 1;
    if (used > room) return `${kept.slice(0, -1).join("").trimEnd()}…`;
    kept.push(sign);
  }
  return plain;
}
