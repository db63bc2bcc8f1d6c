export type CsvCell = string | number | boolean | null;

export type CsvTable = {
  /** What stands before the table, a line each: scope, filters, time, what was not read. */
  readonly about: readonly (readonly [name: string, value: CsvCell])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
};

/** Without it, spreadsheet programs take UTF-8 for the encoding of the computer. */
const byteOrderMark = "\uFEFF";

/** What makes a spreadsheet program take a cell for a formula, full-width forms and blanks before it included. */
const formula = /^(?:[\t\r\n]|[\s\u200B\u2060\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}

const line = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(",")}\r\n`;

/**
 * A table as the text of a CSV file (RFC 4180, UTF-8). Text is always quoted, and text that a spreadsheet program would
 * run as a formula has an apostrophe before it, so that it stays text. Numbers and truth values are written as they are.
 */
export function csvFrom({ about, header, rows }: CsvTable): string {
  const before = about.length === 0 ? "" : `${about.map(line).join("")}\r\n`;
  return `${byteOrderMark}${before}${line(header)}${rows.map(line).join("")}`;
}
