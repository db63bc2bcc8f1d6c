import { parseJson } from "@/lib/json";

/** A statement where it was found. */
export type DocumentStatement = {
  readonly text: string;
  /** The index of the policy that holds it; lines are taken for one policy. */
  readonly policy: number;
  /** The line, from 1, on which a place in the statement stands, and its column, from 1 in UTF-16 code units. */
  readonly positionAt: (offset: number) => { readonly line: number; readonly column: number };
};

export type PolicyDocument = {
  readonly format: "lines" | "json";
  /** The name of each policy, `null` where none is told. */
  readonly policyNames: readonly (string | null)[];
  readonly statements: readonly DocumentStatement[];
  /** The document with other texts in the places of its statements. */
  readonly withTexts: (texts: readonly string[]) => string;
};

/**
 * Reads a document of statements: one on each line, blank lines left out; or JSON in which an object, at any depth,
 * has `statements`, as the OCI CLI prints a policy or a list of them, or which is a list of texts, as the CLI takes
 * them. Throws a `SyntaxError` for broken JSON.
 */
export function policyDocumentFrom(text: string): PolicyDocument {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return /^\s*[[{]/u.test(plain) ? jsonDocument(plain) : linesDocument(plain);
}

function linesDocument(text: string): PolicyDocument {
  const lines = text.split("\n").map((line) => line.replace(/\r$/u, ""));
  const statements = lines.flatMap((line, index): readonly DocumentStatement[] =>
    line.trim() === ""
      ? []
      : [{ text: line, policy: 0, positionAt: (offset) => ({ line: index + 1, column: offset + 1 }) }],
  );
  return {
    format: "lines",
    policyNames: [null],
    statements,
    withTexts: (texts) => {
      const queue = texts.values();
      return lines.map((line) => (line.trim() === "" ? line : (queue.next().value ?? line))).join("\n");
    },
  };
}

type Literal = { readonly raw: string; readonly from: number; readonly holder: { name: string | null } };

function jsonDocument(text: string): PolicyDocument {
  parseJson(text);
  const literals = statementLiterals(text);
  const lineStarts = lineStartsOf(text);
  const holders = [...new Set(literals.map(({ holder }) => holder))];
  const indexOf = new Map(holders.map((holder, index) => [holder, index]));
  return {
    format: "json",
    policyNames: holders.map(({ name }) => name),
    statements: literals.map((literal) => ({
      text: String(JSON.parse(literal.raw)),
      policy: indexOf.get(literal.holder) ?? 0,
      positionAt: (offset) => positionOf(lineStarts, literal.from + rawOffset(literal, offset)),
    })),
    withTexts: (texts) => {
      let after = "";
      let at = 0;
      for (const [index, { raw, from }] of literals.entries()) {
        after += text.slice(at, from) + JSON.stringify(texts[index] ?? "");
        at = from + raw.length;
      }
      return after + text.slice(at);
    },
  };
}

/** An object or list that the scan is in. `key` is the member of an object whose value comes. */
type Frame = { readonly isList: boolean; readonly isStatements: boolean; name: string | null; key: string | null };

const jsonToken = /"(?:[^"\\]|\\[^])*"|[[\]{}:,]/gu;

/** The texts in members `statements`, where they stand in a document that is JSON for certain. */
function statementLiterals(text: string): readonly Literal[] {
  const found: Literal[] = [];
  const root: Frame = { isList: false, isStatements: false, name: null, key: "statements" };
  const frames = [root];
  let lastText = "";
  for (const { 0: raw, index } of text.matchAll(jsonToken)) {
    const frame = frames.at(-1) ?? root;
    if (raw === "{" || raw === "[") {
      const isList = raw === "[";
      frames.push({
        isList,
        isStatements: isList && !frame.isList && frame.key === "statements",
        name: null,
        key: null,
      });
    } else if (raw === "}" || raw === "]") {
      frames.pop();
    } else if (raw === ":") {
      frame.key = lastText;
    } else if (raw === ",") {
      if (!frame.isList) frame.key = null;
    } else {
      lastText = String(JSON.parse(raw));
      if (frame.isStatements) found.push({ raw, from: index, holder: frames.at(-2) ?? root });
      else if (!frame.isList && frame.key === "name") frame.name = lastText;
    }
  }
  return found;
}

/** How far into the literal, its first quote counted, a place in its text stands. */
function rawOffset({ raw }: Pick<Literal, "raw">, offset: number): number {
  let at = 1;
  for (let seen = 0; seen < offset && at < raw.length - 1; seen += 1) {
    at += raw[at] !== "\\" ? 1 : raw[at + 1] === "u" ? 6 : 2;
  }
  return at;
}

function lineStartsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/gu), ({ index }) => index + 1)];
}

function positionOf(lineStarts: readonly number[], offset: number) {
  let [low, high] = [0, lineStarts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
