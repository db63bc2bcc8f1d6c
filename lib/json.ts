/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const stringLiteral = /"(?:[^"\\]|\\[^])*"(?:\s*:)?/gu;

/**
 * Takes a JSON text and gives its value; throws a `SyntaxError` where it is not JSON.
 *
 * `JSON.parse` of Node 22 to 26 can give a member whose name has an escape the name of another member that it parsed
 * before (https://github.com/nodejs/node/issues/63785), and a name misread here would be written back to OCI under
 * the wrong name. Escaped names are therefore replaced by plain ones while the text is parsed; values are not affected.
 */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  if (!text.includes("\\")) return value;
  const mark = unusedMark(text);
  const names = new Map<string, string>();
  const plain = text.replaceAll(stringLiteral, (literal) => {
    if (!literal.endsWith(":") || !literal.includes("\\")) return literal;
    const substitute = `${mark}${names.size}`;
    names.set(substitute, JSON.parse(literal.slice(0, literal.lastIndexOf('"') + 1)));
    return `"${substitute}":`;
  });
  return names.size === 0 ? value : renamed(JSON.parse(plain), names);
}

function unusedMark(text: string): string {
  let mark = "escaped-name-";
  while (text.includes(mark)) mark += "-";
  return mark;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function renamed(value: Json, names: ReadonlyMap<string, string>): Json {
  if (isList(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== "object" || value === null) return value;
  // `Object.fromEntries` defines members, so that `__proto__` is a name as any other.
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [names.get(name) ?? name, renamed(item, names)]),
  );
}
