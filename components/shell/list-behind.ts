/** The rows of a list from which somebody went to one of them, as addresses in the order in which they stood. */
let rows: readonly string[] = [];

const namesOfRows = "th[scope=row] a[href]";

/** Remembers the list of a link in a row's name; for every click in the document. */
export function rememberList({ target }: Event): void {
  const link = target instanceof Element ? target.closest(namesOfRows) : null;
  const table = link?.closest("main table");
  if (!table) return;
  const links = [...table.querySelectorAll("tr")].map((row) => row.querySelector(namesOfRows)?.getAttribute("href"));
  rows = [...new Set(links.filter((href) => href !== null && href !== undefined))];
}

type Neighbour = { readonly href: string; readonly words: string } | { readonly words: string };

const pathOf = (href: string) => href.split(/[?#]/)[0] ?? href;

/** The row before or after the one whose page, or one of its tabs, this is; where there is none, why. */
export function neighbourInList(pathname: string, step: 1 | -1): Neighbour {
  const index = rows.findIndex((href) => pathname === pathOf(href) || pathname.startsWith(`${pathOf(href)}/`));
  if (index === -1) return { words: "No list led to this page" };
  const href = rows[index + step];
  if (href === undefined) return { words: `This is the ${step === 1 ? "last" : "first"} of the rows that were shown` };
  return { href, words: `${index + step + 1} of ${rows.length} of the rows that were shown` };
}
