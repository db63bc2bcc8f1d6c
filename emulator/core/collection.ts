import { createHash } from "node:crypto";

/** What every OCI resource has, if only as an optional member of its type. */
export type Resource = { readonly id?: string | null; readonly compartmentId?: string | null };

export type Stored<T> = { readonly value: T; readonly etag: string };

/**
 * The resources of one kind. Values are never changed in place: each write stores a new one and gives it a new etag,
 * and the one before the last write is kept for the stale-read fault.
 */
export type Collection<T extends Resource> = {
  readonly get: (id: string) => Stored<T> | null;
  readonly list: () => readonly T[];
  readonly put: (value: T) => Stored<T>;
  /** A later phase of a write that `put` began: what a stale read shows stays as it was before that write. */
  readonly amend: (value: T) => Stored<T>;
  readonly remove: (id: string) => void;
  readonly beforeLastWrite: () => Pick<Collection<T>, "get" | "list">;
};

type Version<T> = { readonly value: T | null; readonly number: number };
type Entry<T> = { readonly current: Version<T>; readonly before: Version<T> };

const idOf = (resource: Resource): string => resource.id ?? "";

export function createCollection<T extends Resource>(seed: readonly T[]): Collection<T> {
  const entries = new Map<string, Entry<T>>(
    seed.map((value) => [idOf(value), { current: { value, number: 1 }, before: { value, number: 1 } }]),
  );

  const store = (id: string, value: T | null, keepsBefore: boolean): Version<T> => {
    const entry = entries.get(id);
    const current = { value, number: (entry?.current.number ?? 0) + 1 };
    const absent = { value: null, number: 0 };
    entries.set(id, { current, before: (keepsBefore ? entry?.before : entry?.current) ?? absent });
    return current;
  };
  const view = (side: keyof Entry<T>) => ({
    get(id: string): Stored<T> | null {
      const version = entries.get(id)?.[side];
      return version === undefined || version.value === null
        ? null
        : { value: version.value, etag: etagOf(id, version.number) };
    },
    list: (): readonly T[] =>
      [...entries.values()].flatMap((entry) => (entry[side].value === null ? [] : [entry[side].value])),
  });
  const stored = (value: T, keepsBefore: boolean): Stored<T> => ({
    value,
    etag: etagOf(idOf(value), store(idOf(value), value, keepsBefore).number),
  });

  return {
    ...view("current"),
    put: (value) => stored(value, false),
    amend: (value) => stored(value, true),
    remove: (id) => void store(id, null, false),
    beforeLastWrite: () => view("before"),
  };
}

function etagOf(id: string, versionNumber: number): string {
  return createHash("sha256").update(`${id} ${versionNumber}`).digest("hex");
}
