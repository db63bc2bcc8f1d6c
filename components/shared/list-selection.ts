import * as v from "valibot";

const key = (list: string): string => `zpr-console.selection.${list}`;
const keptSchema = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** The ids of the rows that were chosen in this tab. None where none is kept. */
export function keptSelection(list: string): readonly string[] {
  try {
    const read = v.safeParse(keptSchema, window.sessionStorage.getItem(key(list)));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}

/** Keeps the chosen rows in this tab, through navigation and reloads. A browser without storage keeps nothing. */
export function keepSelection(list: string, ids: readonly string[]): void {
  try {
    if (ids.length === 0) window.sessionStorage.removeItem(key(list));
    else window.sessionStorage.setItem(key(list), JSON.stringify(ids));
  } catch {
    // The page has them all the same.
  }
}
