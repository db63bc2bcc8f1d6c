/** A name in a path as it was before it was percent-encoded. Next gives path parameters to pages encoded. */
export function nameParam(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
