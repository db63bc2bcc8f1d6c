type Members = { readonly [name: string]: unknown };

/** A JSON merge patch (RFC 7386) applied: null removes a member, objects are merged, everything else is replaced. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const present = isObject(target) ? target : {};
  const kept = Object.entries(present).filter(([name]) => !Object.hasOwn(patch, name));
  const before = new Map(Object.entries(present));
  const changed = Object.entries(patch)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, mergePatch(before.get(name), value)] as const);
  // Object.fromEntries and not assignment: a member may be called __proto__.
  return Object.fromEntries([...kept, ...changed]);
}

export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
