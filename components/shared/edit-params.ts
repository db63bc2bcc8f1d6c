import { parseAsString, parseAsStringLiteral } from "nuqs";

/** What the edit dialogs do: put attributes on a resource, give one another value, take one off. */
export const editKinds = ["add", "change", "remove"] as const;
export type EditKind = (typeof editKinds)[number];

/**
 * The dialog in the address, so that Back closes it and a reload keeps it. `on` is the id of the resource, `attribute`
 * the name of the attribute that is changed or removed, `sent` the id of the change once it has been sent.
 */
export const editParsers = {
  edit: parseAsStringLiteral(editKinds),
  on: parseAsString,
  attribute: parseAsString,
  sent: parseAsString,
};

type Named = { readonly namespace: string; readonly key: string };

// Periods part the two names, so those inside a name are written as an escape; others stay as they are read.
const escaped = (name: string) => name.replaceAll("%", "%25").replaceAll(".", "%2E");

/** The name of an attribute for the address: `app.tier`. */
export const attributeParam = ({ namespace, key }: Named): string => `${escaped(namespace)}.${escaped(key)}`;

/** The attribute of a set that the address names; `undefined` when the set does not hold it. */
export const attributeOfParam = <A extends Named>(attributes: readonly A[], param: string): A | undefined =>
  attributes.find((attribute) => attributeParam(attribute) === param);
