import "server-only";

const controlCharacters = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const bidirectionalMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Takes text of a server, gives one line that is safe to log and to show: no control or direction characters, capped. */
export function displayText(text: string, maxLength = 1000): string {
  const line = text.replace(controlCharacters, " ").replace(bidirectionalMarks, "").trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).replace(/\p{Cs}$/u, "")}…` : line;
}
