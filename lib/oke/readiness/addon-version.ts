const numbersOf = (version: string): readonly number[] =>
  (/\d+(?:\.\d+)*/u.exec(version)?.[0] ?? "").split(".").map(Number);

/** Orders versions of add-ons (`v3.2.0`, `3.10.1`) by their numbers, what stands behind those left out of it. */
export function compareAddonVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
