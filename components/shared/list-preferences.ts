import * as v from "valibot";

const columnsKey = (list: string): string => `zpr-console.columns.${list}`;
const viewsKey = (list: string): string => `zpr-console.views.${list}`;

const savedViewSchema = v.object({
  name: v.string(),
  /** The part of the address behind the path, as it was: `?q=...`; empty for the list as it comes. */
  search: v.pipe(v.string(), v.regex(/^(\?.*)?$/)),
  isDefault: v.boolean(),
});
/** A view of a list that a person gave a name. Kept in this browser. */
export type SavedView = v.InferOutput<typeof savedViewSchema>;

const savedViewsSchema = v.pipe(v.string(), v.parseJson(), v.array(savedViewSchema));

/** What the browser keeps under a name; `null` for nothing, or where it keeps nothing at all. */
function kept(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether the browser took it: it may have no room, or none for this page. */
function keep(key: string, text: string | null): boolean {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** The columns that were chosen for a list, as the address has them; `null` for its own. */
export const keptColumns = (list: string): string | null => kept(columnsKey(list));

/** Keeps the columns of a list; `null` for its own. Whether that worked: for this page they hold either way. */
export const keepColumns = (list: string, columns: string | null): boolean => keep(columnsKey(list), columns);

/** The views that were saved of a list, by name. None where what is kept cannot be read. */
export function savedViews(list: string): readonly SavedView[] {
  const read = v.safeParse(savedViewsSchema, kept(viewsKey(list)));
  return read.success ? read.output.toSorted((a, b) => a.name.localeCompare(b.name, "en")) : [];
}

/** Keeps the views of a list. `false`: the browser keeps nothing. */
export const keepViews = (list: string, views: readonly SavedView[]): boolean =>
  keep(viewsKey(list), views.length === 0 ? null : JSON.stringify(views));
