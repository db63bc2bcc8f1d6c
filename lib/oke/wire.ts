import * as v from "valibot";

/** Optional or null on the wire, `null` for us: one way to say "not there". */
export const nullable = <S extends v.GenericSchema>(schema: S) => v.nullish(schema, null);

/** A list that may be missing or null on the wire; empty for us. The default makes a missing member pass through. */
export const listOf = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.nullish(v.array(schema), null),
    v.transform((items): readonly v.InferOutput<S>[] => items ?? []),
  );

/**
 * An enumeration that Oracle may extend: a word we do not know becomes `UNKNOWN_VALUE`, the SDK's own word for it,
 * instead of failing the whole answer.
 */
export const openEnum = <const T extends readonly string[]>(known: T) =>
  v.pipe(
    v.nullish(v.string(), null),
    v.transform((word): T[number] | "UNKNOWN_VALUE" =>
      known.includes(word ?? "") ? (word as T[number]) : "UNKNOWN_VALUE",
    ),
  );

/** One entry of `definedTags` or `systemTags`, out of its map: names are free text, so no object is keyed by them. */
export type DefinedTag = { readonly namespace: string; readonly key: string; readonly value: string };
/** One entry of `freeformTags`, out of its map. */
export type FreeformTag = { readonly key: string; readonly value: string };

const textOf = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

export const definedTags = v.pipe(
  v.nullish(v.unknown(), null),
  v.transform((map): readonly DefinedTag[] =>
    entriesOf(map).flatMap(([namespace, keys]) =>
      entriesOf(keys).map(([key, value]) => ({ namespace, key, value: textOf(value) })),
    ),
  ),
);

export const freeformTags = v.pipe(
  v.nullish(v.unknown(), null),
  v.transform((map): readonly FreeformTag[] => entriesOf(map).map(([key, value]) => ({ key, value: textOf(value) }))),
);

/** The entries of a map keyed by free text (backend sets, listeners), each with its name, parsed by `schema`. */
export const namedEntries = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.nullish(v.unknown(), null),
    v.transform((map) => entriesOf(map).map(([name, value]) => ({ name, value }))),
    v.array(v.object({ name: v.string(), value: schema })),
  );
