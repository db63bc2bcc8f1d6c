/** A statement in the editor; the key stays while its text changes. */
export type StatementLine = { readonly key: number; readonly text: string };

/** Where the caret stands after a step. */
export type Caret = { readonly key: number; readonly at: number };

export const directions = ["up", "down"] as const;
export type Direction = (typeof directions)[number];

export type LinesStep = { readonly lines: readonly StatementLine[]; readonly caret: Caret | null };

const nextKey = (lines: readonly StatementLine[]): number => Math.max(-1, ...lines.map(({ key }) => key)) + 1;

/** One line a text; an editor is never without a line. */
export const linesFrom = (texts: readonly string[]): readonly StatementLine[] =>
  (texts.length === 0 ? [""] : texts).map((text, key) => ({ key, text }));

/** The statements that are there: blank lines are none. */
export const textsOf = (lines: readonly StatementLine[]): readonly string[] =>
  lines.map(({ text }) => text.trim()).filter((text) => text !== "");

/** The place of each line among the statements that `textsOf` gives; `null` for blank ones. */
export function placesOf(lines: readonly StatementLine[]): ReadonlyMap<number, number | null> {
  let place = 0;
  return new Map(lines.map(({ key, text }) => [key, text.trim() === "" ? null : place++]));
}

/** Puts a text in the place of a line: of several lines, as pasted, each becomes one of its own. */
export function withText(lines: readonly StatementLine[], key: number, text: string): LinesStep {
  const [first = "", ...rest] = text.split(/\r\n|\r|\n/u);
  if (rest.length === 0) {
    return { lines: lines.map((line) => (line.key === key ? { key, text } : line)), caret: null };
  }
  const start = nextKey(lines);
  const added = rest.map((each, index) => ({ key: start + index, text: each }));
  const last = added.at(-1);
  return {
    lines: lines.flatMap((line) => (line.key === key ? [{ key, text: first }, ...added] : [line])),
    caret: last === undefined ? null : { key: last.key, at: last.text.length },
  };
}

/** Joins a line to the one before it. */
export function joinedToPrevious(lines: readonly StatementLine[], key: number): LinesStep | null {
  const index = lines.findIndex((line) => line.key === key);
  const [previous, line] = [lines[index - 1], lines[index]];
  if (previous === undefined || line === undefined) return null;
  const joined = { key: previous.key, text: previous.text + line.text };
  return {
    lines: lines.flatMap((each) => (each.key === previous.key ? [joined] : each.key === key ? [] : [each])),
    caret: { key: previous.key, at: previous.text.length },
  };
}

/** Moves a line by one; `null` at the end of the list. The caret stays where it is. */
export function movedLine(lines: readonly StatementLine[], key: number, direction: Direction): LinesStep | null {
  const from = lines.findIndex((line) => line.key === key);
  const to = direction === "up" ? from - 1 : from + 1;
  const [line, other] = [lines[from], lines[to]];
  if (line === undefined || other === undefined) return null;
  return { lines: lines.with(from, other).with(to, line), caret: null };
}

/** Takes a line away; the caret goes to the one that moves into its place. */
export function withoutLine(lines: readonly StatementLine[], key: number): LinesStep {
  const index = lines.findIndex((line) => line.key === key);
  const left = lines.filter((line) => line.key !== key);
  const kept = left.length === 0 ? [{ key: nextKey(lines), text: "" }] : left;
  const next = kept[Math.min(index, kept.length - 1)];
  return { lines: kept, caret: next === undefined ? null : { key: next.key, at: next.text.length } };
}

/** Adds an empty line at the end. */
export function withNewLine(lines: readonly StatementLine[]): LinesStep {
  const key = nextKey(lines);
  return { lines: [...lines, { key, text: "" }], caret: { key, at: 0 } };
}
