/** A label in the middle of a sentence: its first letter is small, unless it is that of an abbreviation. */
export const midSentence = (label: string): string =>
  label.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());
