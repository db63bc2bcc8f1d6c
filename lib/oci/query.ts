import "server-only";

type Encoded<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/**
 * Takes the query parameters of a call, gives them as the SDK must get them: it puts query values on the request line
 * as they are, so that `a&b` would become two parameters. Every query value goes through here; path parameters and
 * bodies do not, the SDK encodes those.
 */
export function encodedQuery<const T extends { readonly [name: string]: string | number | boolean }>(
  parameters: T,
): Encoded<T> {
  const entries = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === "string" ? encodeURIComponent(value) : value,
  ]);
  return Object.fromEntries(entries);
}
