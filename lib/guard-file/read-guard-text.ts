import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { GuardFile } from "@/lib/zpr/guards/guard-file";
import { type GuardFileProblem, parseGuardFile } from "@/lib/zpr/guards/parse-guard-file";

/** `field` such as `mustReach[0].from`; empty for the file as a whole. Lines and columns count from 1. */
export type GuardTextMistake = {
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly message: string;
};

export type ReadGuardText =
  | { readonly ok: true; readonly file: GuardFile }
  | { readonly ok: false; readonly mistakes: readonly GuardTextMistake[] };

const fieldOf = (path: GuardFileProblem["path"]): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./u, "");

/** Reads the YAML text of a guard file. Gives every mistake with its place; never throws for what a file can hold. */
export function readGuardText(text: string): ReadGuardText {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "silent" });
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ pos, message }) => ({ ...placeOf(pos[0]), field: "", message }));
    return { ok: false, mistakes };
  }
  const offsetAt = (path: GuardFileProblem["path"]): number => {
    const [parent, name] = [path.slice(0, -1), path.at(-1)];
    if (name === undefined) return document.contents?.range[0] ?? 0;
    const holder = parent.length === 0 ? document.contents : document.getIn(parent, true);
    const pair = isMap(holder) ? holder.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
    if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
    const node = document.getIn(path, true);
    if (isScalar(node) || isMap(node)) return node.range?.[0] ?? offsetAt(parent);
    return offsetAt(parent);
  };
  let value: unknown;
  try {
    // No aliases: a guard file needs none, and a hostile one could grow without end.
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { ok: false, mistakes: [{ line: 1, column: 1, field: "", message: "Aliases are not read. Write it out." }] };
  }
  const parsed = parseGuardFile(value);
  if (parsed.ok) return parsed;
  const mistakes = parsed.problems.map(({ path, message }) => ({
    ...placeOf(offsetAt(path)),
    field: fieldOf(path),
    message,
  }));
  return { ok: false, mistakes };
}
