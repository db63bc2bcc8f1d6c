import type { ExportedColumns } from "@/components/shared/list-scope";
import type { Completeness, Page } from "@/lib/contract/page";
import { csvFrom, type CsvCell } from "@/lib/export/csv";
import { formatCounted } from "@/lib/format";
import { ApiError } from "@/lib/queries/api-error";
import type { PageParams, PageReader } from "@/lib/queries/page-reader";

export type ExportFormat = "csv" | "json";

type ReadRows<T> = {
  readonly rows: readonly T[];
  readonly completeness: Completeness;
  readonly problems: readonly string[];
};

const windowSize = 100;
const triesAtMost = 3;

/** Reads a list part by part to its end. `null`: the inventory changed in between, so the parts do not fit together. */
async function readOnce<T>(
  pages: PageReader<T>,
  request: PageParams,
  onCount: (count: number) => void,
): Promise<ReadRows<T> | null> {
  const rows: T[] = [];
  let first: Page<T> | null = null;
  for (;;) {
    const offset = rows.length === 0 ? {} : { offset: String(rows.length) };
    // One after the other: each part says whether there is another, and of which revision it is.
    const page = await pages.read({ ...request, limit: String(windowSize), ...offset });
    first ??= page;
    if (page.revision !== first.revision) return null;
    rows.push(...page.items);
    onCount(rows.length);
    if (rows.length >= page.total || page.items.length === 0) {
      return { rows, completeness: page.completeness, problems: page.filter.problems };
    }
  }
}

/** Every row that matches, in the list's order, all of one revision. Throws `ApiError`. */
export async function readAllRows<T>(
  pages: PageReader<T>,
  request: PageParams,
  onCount: (count: number) => void,
): Promise<ReadRows<T>> {
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const read = await readOnce(pages, request, onCount);
    if (read !== null) return read;
  }
  throw new ApiError(409, {
    code: "InventoryChanged",
    message: "The tenancy was read anew again and again while the rows were collected. Try again in a moment.",
  });
}

type ExportDetails<T> = {
  readonly list: string;
  readonly format: ExportFormat;
  /** Ids of the columns in sight, in order. */
  readonly columns: readonly string[];
  readonly cells: ExportedColumns<T>;
  readonly read: ReadRows<T>;
  readonly address: string;
  readonly request: PageParams;
  readonly time: string;
  readonly tenancy: string | null;
  readonly profile: string | null;
};

const notFilters: readonly string[] = ["limit", "offset", "sortBy", "sortOrder"];

/** The filters of a request as a line: `q: region:us-ashburn-1; kind: load-balancer`. */
function filtersText(request: PageParams): string {
  const given = Object.entries(request).filter(([name, value]) => value !== undefined && !notFilters.includes(name));
  return given.length === 0 ? "none" : given.map(([name, value]) => `${name}: ${[value].flat().join(",")}`).join("; ");
}

function aboutOf<T>(details: ExportDetails<T>): readonly (readonly [string, CsvCell])[] {
  const { list, read, address, request, time, tenancy, profile } = details;
  const { gaps, gapCount, isComplete } = read.completeness;
  const unread = gaps.map(
    ({ operation, region, code, scopeCount, compartmentNames }) =>
      `${operation} in ${region}: ${code}, ${formatCounted(scopeCount, "scope")} (${compartmentNames.join(", ")})`,
  );
  return [
    ["ZPR console", list],
    ["Tenancy", tenancy],
    ["Profile", profile],
    ["Exported", time],
    ["Address", address],
    ["Filters", filtersText(request)],
    ...read.problems.map((problem) => ["Filter not understood", problem] as const),
    [
      "Order",
      `${[request["sortBy"] ?? "the list's own"].flat().join()} ${[request["sortOrder"] ?? "ASC"].flat().join()}`,
    ],
    ["Rows", read.rows.length],
    ["Complete", isComplete],
    ...unread.map((line) => ["Not read", line] as const),
    ...(gapCount > gaps.length ? [["Not read", `and ${gapCount - gaps.length} more`] as const] : []),
  ];
}

/** A list as a file: the columns in sight, in order, and before them what was asked and what could not be read. */
export function exportFile<T>(details: ExportDetails<T>): {
  readonly name: string;
  readonly type: string;
  readonly text: string;
} {
  const { list, format, columns, cells, read, time } = details;
  const written = columns.flatMap((id) => cells[id] ?? []);
  const about = aboutOf(details);
  const name = `zpr-${list}-${time.slice(0, 19).replaceAll(/[^\d]/g, "")}.${format}`;
  if (format === "csv") {
    const rows = read.rows.map((row) => written.map(([, textOf]) => textOf(row)));
    return {
      name,
      type: "text/csv;charset=utf-8",
      text: csvFrom({ about, header: written.map(([header]) => header), rows }),
    };
  }
  const rows = read.rows.map((row) => Object.fromEntries(written.map(([header, textOf]) => [header, textOf(row)])));
  const text = `${JSON.stringify({ about: about.map(([what, value]) => ({ what, value })), rows }, null, 2)}\n`;
  return { name, type: "application/json", text };
}
