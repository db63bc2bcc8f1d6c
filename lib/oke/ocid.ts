/** What an OCID says of itself: `ocid1.cluster.oc1.iad.aaaa`. */
export type OcidParts = {
  /** The type of the thing, as Oracle spells it: `cluster`, `nodepool`. */
  readonly type: string;
  /** Oracle's clouds do not know of each other: `oc1` is the commercial one. */
  readonly realm: string;
  /** A region's key or its name, in lower case; `null` for what belongs to no region. */
  readonly region: string | null;
};

// https://docs.oracle.com/en-us/iaas/Content/General/Concepts/identifiers.htm; a part for future use may stand before
// the last.
const form = /^ocid1\.([a-z0-9]+)\.([a-z0-9-]+)\.([a-z0-9-]*)(?:\.[a-z0-9-]*)?\.([a-z0-9_-]+)$/i;

/** Takes any text; gives what it says as an OCID, or `null` when it has not the form of one. */
export function ocidParts(text: string): OcidParts | null {
  const [, type, realm, region] = form.exec(text.trim()) ?? [];
  if (type === undefined || realm === undefined) return null;
  return { type: type.toLowerCase(), realm: realm.toLowerCase(), region: region ? region.toLowerCase() : null };
}
