/** What a resource's entry holds; `usagetype` is an extra member that load balancers are known to send. */
export type SecurityAttributeEntry = { readonly value: string; readonly mode: string; readonly usagetype?: string };
export type SecurityAttributeMap = { [namespace: string]: { [key: string]: SecurityAttributeEntry } };
type NamedEntry = readonly [namespace: string, key: string, entry: SecurityAttributeEntry];

/** A map from its entries. Every name becomes a key of its own, `__proto__` too. */
export function securityAttributeMap(entries: readonly NamedEntry[]): SecurityAttributeMap {
  const byNamespace = new Map<string, [string, SecurityAttributeEntry][]>();
  for (const [namespace, key, entry] of entries) {
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), [key, entry]]);
  }
  return Object.fromEntries([...byNamespace].map(([namespace, keys]) => [namespace, Object.fromEntries(keys)]));
}

const namedEntryFrom = (text: string, mode: string): NamedEntry => {
  const match = /^([^.\s]+)\.([^:\s]+):(.*)$/s.exec(text);
  const [, namespace, key, value] = match ?? [];
  if (namespace === undefined || key === undefined || value === undefined) {
    throw new Error(`"${text}" is not a security attribute: write namespace.key:value`);
  }
  return [namespace, key, { value, mode }];
};

/** `enforced("app.tier:web", …)`: a resource's attributes, written as people write them. Throws for another form. */
export const enforced = (...texts: readonly string[]): SecurityAttributeMap =>
  securityAttributeMap(texts.map((text) => namedEntryFrom(text, "enforce")));

/** The same in audit mode, which the service documents and which nothing of ours writes. */
export const audited = (...texts: readonly string[]): SecurityAttributeMap =>
  securityAttributeMap(texts.map((text) => namedEntryFrom(text, "audit")));

/** The same with the extra member of load balancers. */
export const enforcedOnLoadBalancer = (...texts: readonly string[]): SecurityAttributeMap =>
  securityAttributeMap(
    texts.map((text) => {
      const [namespace, key, entry] = namedEntryFrom(text, "enforce");
      return [namespace, key, { ...entry, usagetype: "zpr" }];
    }),
  );
