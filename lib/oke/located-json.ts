import type { Json } from "@/lib/json";

/** A JSON value with the place where it begins in its text, in UTF-16 units. Members stand as they were written, twice or not. */
export type LocatedJson = { readonly offset: number } & (
  | { readonly type: "scalar"; readonly value: string | number | boolean | null }
  | { readonly type: "array"; readonly items: readonly LocatedJson[] }
  | { readonly type: "object"; readonly members: readonly LocatedMember[] }
);

export type LocatedMember = { readonly name: string; readonly nameOffset: number; readonly value: LocatedJson };

/** Where a text stops being JSON, and what is wrong there: a part of a sentence. */
export type JsonFault = { readonly offset: number; readonly says: string };

/** Deeper than any setting is, and not so deep that reading it could exhaust the stack. */
const maxDepth = 100;

const blank = /[ \t\n\r]*/y;
// JSON takes the upper control characters as they are.
const stringStart = /"(?:[^"\\\p{Cc}]|[\u007F-\u009F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/uy;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

class Fault extends Error {
  readonly offset: number;
  constructor(offset: number, says: string) {
    super(says);
    this.offset = offset;
  }
}

/** Reads along a text. Throws `Fault` at the first character that cannot stand where it stands. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): LocatedJson {
    const value = this.#value(0);
    if (this.#at < this.#text.length) throw new Fault(this.#at, "nothing may follow the value");
    return value;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ""] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  #next(): string {
    this.#take(blank);
    return this.#text.charAt(this.#at);
  }

  #expected(what: string): Fault {
    return new Fault(
      this.#at,
      this.#at < this.#text.length ? `${what} is expected` : `the text ends where ${what} is expected`,
    );
  }

  #value(depth: number): LocatedJson {
    const next = this.#next();
    const offset = this.#at;
    if (depth > maxDepth) throw new Fault(offset, "it is nested too deeply");
    const value = this.#startingWith(next, offset, depth);
    this.#take(blank);
    return value;
  }

  #startingWith(next: string, offset: number, depth: number): LocatedJson {
    if (next === "{") return { type: "object", offset, members: this.#members(depth) };
    if (next === "[") return { type: "array", offset, items: this.#items(depth) };
    if (next === '"') return { type: "scalar", offset, value: this.#string() };
    const literal = this.#take(number) || this.#take(word);
    if (literal === "") throw this.#expected("a value");
    return { type: "scalar", offset, value: JSON.parse(literal) };
  }

  #members(depth: number): readonly LocatedMember[] {
    const members: LocatedMember[] = [];
    this.#at += 1;
    if (this.#next() === "}") return this.#closed(members);
    for (;;) {
      if (this.#next() !== '"') throw this.#expected("a name in double quotes");
      const nameOffset = this.#at;
      const name = this.#string();
      if (this.#next() !== ":") throw this.#expected("a colon");
      this.#at += 1;
      members.push({ name, nameOffset, value: this.#value(depth + 1) });
      if (this.#next() === "}") return this.#closed(members);
      if (this.#next() !== ",") throw this.#expected("a comma or }");
      this.#at += 1;
    }
  }

  #items(depth: number): readonly LocatedJson[] {
    const items: LocatedJson[] = [];
    this.#at += 1;
    if (this.#next() === "]") return this.#closed(items);
    for (;;) {
      items.push(this.#value(depth + 1));
      if (this.#next() === "]") return this.#closed(items);
      if (this.#next() !== ",") throw this.#expected("a comma or ]");
      this.#at += 1;
    }
  }

  #closed<T>(items: readonly T[]): readonly T[] {
    this.#at += 1;
    return items;
  }

  #string(): string {
    const literal = this.#take(stringStart);
    const next = this.#text.charAt(this.#at);
    if (next === "") throw new Fault(this.#at, "the text ends inside a string");
    if (next === "\\") throw new Fault(this.#at, "this escape is not one of JSON's");
    if (next !== '"') throw new Fault(this.#at, "a control character in a string must be written as an escape");
    this.#at += 1;
    return JSON.parse(`${literal}"`);
  }
}

/**
 * Takes a text, gives the JSON value in it with the place of every part, or where and why it is not JSON. Takes exactly
 * the texts that `JSON.parse` takes, if they are not nested more than a hundred deep.
 */
export function parseLocatedJson(text: string): LocatedJson | JsonFault {
  try {
    return new Reader(text).whole();
  } catch (thrown) {
    if (thrown instanceof Fault) return { offset: thrown.offset, says: thrown.message };
    throw thrown;
  }
}

export const isJsonFault = (parsed: LocatedJson | JsonFault): parsed is JsonFault => "says" in parsed;

/** The line and the column of a place in a text, both from 1; a character outside the basic plane is one column. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
}

/** The value without its places. `Object.fromEntries` defines members, so that `__proto__` is a name as any other. */
export function plainJson(located: LocatedJson): Json {
  if (located.type === "scalar") return located.value;
  if (located.type === "array") return located.items.map(plainJson);
  return Object.fromEntries(located.members.map(({ name, value }) => [name, plainJson(value)]));
}
