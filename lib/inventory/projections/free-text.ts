const texts = new WeakMap<object, string>();

/**
 * Whether every word of `q` is found in the row's texts, whatever the case. The texts of a row are put together once:
 * rows are immutable and live as long as their inventory.
 */
export function matchesText<T extends object>(
  row: T,
  q: string | undefined,
  textsOf: (row: T) => readonly string[],
): boolean {
  const words = (q ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return true;
  const text = texts.get(row) ?? textsOf(row).join("\n").toLowerCase();
  texts.set(row, text);
  return words.every((word) => text.includes(word));
}
