import type { NoteProblem } from "@/lib/oke/manifest-problem";
import { type CatalogIndex, catalogIndexFrom } from "@/lib/zpr/attribute-verdict";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** What a value is checked against besides its form. */
export type ManifestChecks = {
  readonly cap?: number;
  /** A name is called unknown only where the lists that would hold it were read to their end. */
  readonly catalog?: SecurityAttributeCatalog;
};

/** An attribute with the place of its key in the text. */
export type PlacedAttribute = { readonly attribute: SecurityAttribute; readonly offset: number };

/** The same name in another case is the same name for OCI. */
const noteRepeated = (placed: readonly PlacedAttribute[], note: NoteProblem) => {
  const seen = new Set<string>();
  for (const { attribute, offset } of placed) {
    const nameKey = attributeNameKey(attribute.namespace, attribute.key);
    if (seen.has(nameKey)) {
      const message = `${attribute.namespace}.${attribute.key} is set twice: OCI takes no notice of case in names.`;
      note("repeated-name", offset, message);
    }
    seen.add(nameKey);
  }
};

const noteUnknown = (
  index: CatalogIndex,
  { attribute: { namespace, key }, offset }: PlacedAttribute,
  note: NoteProblem,
) => {
  if (!index.isNamespaceListComplete) return;
  const indexed = index.namespaces.get(namespace.toLowerCase());
  if (indexed === undefined) {
    note("unknown-namespace", offset, `There is no namespace ${namespace} among those you can see.`);
  } else if (indexed.namespace.isDefinitionListComplete && !indexed.definitions.has(key.toLowerCase())) {
    note("unknown-key", offset, `The namespace ${indexed.namespace.name} has no attribute ${key}.`);
  }
};

/** Notes what is wrong with a set that was understood: names that OCI does not know or knows as one, and one too many. */
export const noteChecks = (
  placed: readonly PlacedAttribute[],
  { cap = Infinity, catalog }: ManifestChecks,
  note: NoteProblem,
) => {
  noteRepeated(placed, note);
  const index = catalog && catalogIndexFrom(catalog);
  for (const each of placed) if (index) noteUnknown(index, each, note);
  const [first] = placed.slice(cap);
  if (first === undefined) return;
  note(
    "over-the-cap",
    first.offset,
    `At most ${cap} security attributes go on this resource; here are ${placed.length}.`,
  );
};
