import fc from "fast-check";
import type { Json } from "@/lib/json";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { SecurityAttributeCatalog, SecurityAttributeLifecycleState } from "@/lib/zpr/security-attribute-namespace";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** Names that are special to JavaScript, JSON, shells, YAML, HTML or readers. */
export const evilNames = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "__defineGetter__",
  "0",
  "-1",
  "",
  " ",
  ".",
  "a.b",
  "a:b",
  "'",
  '"',
  "\\",
  "$(id)",
  "`id`",
  "<img src=x onerror=alert(1)>",
  "\u202Eevil",
  "\u0000",
  "\n",
  "\u2028",
  "null",
  "true",
  "İ",
  "ß",
  "💥",
  "value",
  "mode",
];

const name = fc.oneof(fc.constantFrom(...evilNames), fc.string({ maxLength: 5 }));
/** Members in no object of ours: `Object.fromEntries` defines `__proto__` as any other name. */
const objectOf = (member: fc.Arbitrary<unknown>, constraints: fc.ArrayConstraints = {}) =>
  fc
    .uniqueArray(fc.tuple(name, member), { selector: ([key]) => key, maxLength: 4, ...constraints })
    .map((entries): Record<string, unknown> => Object.fromEntries(entries));
const json = fc.jsonValue({ maxDepth: 2 });
const documentedEntry = fc
  .tuple(objectOf(json), fc.string(), fc.constantFrom("enforce", "audit"))
  .map(([others, value, mode]) => ({ ...others, value, mode }));

/** A `securityAttributes` map as a service could send it: documented entries among anything else that is JSON. */
export const wireMap = objectOf(
  fc.oneof(
    { weight: 4, arbitrary: objectOf(fc.oneof({ weight: 4, arbitrary: documentedEntry }, json), { minLength: 1 }) },
    { weight: 1, arbitrary: json.filter((value) => !isEmptyObject(value)) },
  ),
);

// A namespace without keys carries nothing; it is the one thing that is not written back.
const isEmptyObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** A readable attribute. */
export const attribute: fc.Arbitrary<SecurityAttribute> = fc.record({
  namespace: name,
  key: name,
  value: fc.string({ maxLength: 4 }),
  mode: fc.constantFrom("enforce", "audit", null),
  otherMembers: fc.uniqueArray(
    fc.tuple(
      name.filter((member) => member !== "value" && member !== "mode"),
      json.map((value) => value as Json),
    ),
    { selector: ([member]) => member, maxLength: 2 },
  ),
  unreadable: fc.constant(null),
});

/** A set as a resource carries it: no name twice, whatever its case. */
export const attributeSet = fc.uniqueArray(attribute, {
  selector: ({ namespace, key }) => attributeNameKey(namespace, key),
  maxLength: 6,
});

const plainName = fc.stringMatching(/^[A-Za-z0-9_-]{1,4}$/);
const value = fc.string({ minLength: 1, maxLength: 5, unit: "grapheme" });

/** An edit that `current` allows: removals and replacements of what is there, additions of what is not. */
export const allowedOperations = (current: readonly SecurityAttribute[]): fc.Arbitrary<readonly ChangeOperation[]> => {
  const present = new Set(current.map((item) => attributeNameKey(item.namespace, item.key)));
  const edits = fc.subarray([...current]).chain((chosen) =>
    fc.tuple(
      ...chosen.map(({ namespace, key, value: old, mode }) =>
        fc.oneof(
          fc.constant<ChangeOperation>({ op: "remove", namespace, key }),
          value
            .filter((text) => text !== old || mode !== "enforce")
            .map((text): ChangeOperation => ({ op: "replace", namespace, key, value: text })),
        ),
      ),
    ),
  );
  const additions = fc
    .uniqueArray(fc.record({ namespace: plainName, key: plainName, value }), {
      selector: (item) => attributeNameKey(item.namespace, item.key),
      maxLength: 3,
    })
    .map((items) =>
      items
        .filter((item) => !present.has(attributeNameKey(item.namespace, item.key)))
        .map((item): ChangeOperation => ({ op: "add", ...item })),
    );
  return fc.tuple(edits, additions).map(([edited, added]) => [...edited, ...added]);
};

const lifecycleState = fc.constantFrom<SecurityAttributeLifecycleState[]>(
  "ACTIVE",
  "INACTIVE",
  "DELETING",
  "DELETED",
  "UNKNOWN_VALUE",
);

const definition = (names: fc.Arbitrary<string>) =>
  fc.record({
    id: fc.constant("ocid1.securityattribute.oc1..a"),
    name: names,
    description: fc.constant(""),
    isRetired: fc.boolean(),
    lifecycleState,
    allowedValues: fc.oneof(
      fc.constant(null),
      fc.constant("unread" as const),
      fc.array(fc.constantFrom("a", "b", ""), { minLength: 1, maxLength: 2 }),
    ),
    timeCreated: fc.constant(null),
  });

const fewNames = fc.constantFrom("fin", "Fin", "net", "__proto__", "constructor");

/** A catalog over few names, so that attributes meet their definitions. */
export const catalog: fc.Arbitrary<SecurityAttributeCatalog> = fc.record({
  namespaces: fc.array(
    fc.record({
      id: fc.constant("ocid1.securityattributenamespace.oc1..a"),
      compartmentId: fc.constant("ocid1.tenancy.oc1..a"),
      name: fewNames,
      description: fc.constant(""),
      isRetired: fc.boolean(),
      lifecycleState,
      mode: fc.constant(["enforce"]),
      timeCreated: fc.constant(null),
      definitions: fc.array(definition(fewNames), { maxLength: 4 }),
      isDefinitionListComplete: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  isNamespaceListComplete: fc.boolean(),
  gaps: fc.constant([]),
});

/** An attribute that the catalogs above may know. */
export const catalogAttribute: fc.Arbitrary<SecurityAttribute> = fc.record({
  namespace: fewNames,
  key: fewNames,
  value: fc.constantFrom("a", "b", "c"),
  mode: fc.constant("enforce"),
  otherMembers: fc.constant([]),
  unreadable: fc.constant(null),
});
