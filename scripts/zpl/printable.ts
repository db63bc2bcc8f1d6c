/** A line for a terminal: control characters of what it quotes would act on it. */
export const printable = (line: string): string =>
  line.replaceAll(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
