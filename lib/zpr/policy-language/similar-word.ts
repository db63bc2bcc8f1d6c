/** How many letters may differ for a word to be taken for a slip. */
function toleranceFor(wanted: string): number {
  if (wanted.length < 4) return 0;
  return wanted.length < 8 ? 1 : 2;
}

/** Whether a word, in lower case, is most likely a slip for another: a letter or two wrong, missing, or swapped. */
export function isSlipOf(word: string, wanted: string): boolean {
  const tolerance = toleranceFor(wanted);
  if (word === wanted || Math.abs(word.length - wanted.length) > tolerance) return false;
  return distance(word, wanted) <= tolerance;
}

/** The word of a list that was most likely meant. */
export function similarTo<T extends string>(word: string, wanted: readonly T[]): T | null {
  return wanted.find((each) => isSlipOf(word, each.toLowerCase())) ?? null;
}

/** Letters to change, add, leave out, or swap with their neighbour. Words are short: see the length check above. */
function distance(a: string, b: string): number {
  let [older, old]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (old[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (old[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (older[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
