import type { ResourceListItem } from "@/lib/contract/resources";
import type { AttributeCarrier, SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import type { Inventory } from "@/lib/inventory/inventory";
import { resourceRows } from "@/lib/inventory/projections/list-resources";
import {
  type UsedAttribute,
  usedAttributes,
  type UsedValue,
} from "@/lib/inventory/projections/security-attribute-usage";
import { resourceKinds } from "@/lib/oke/resource-kind";
import { catalogIndexFrom, verdictOf } from "@/lib/zpr/attribute-verdict";
import type {
  SecurityAttributeCatalog,
  SecurityAttributeDefinition,
  SecurityAttributeNamespace,
} from "@/lib/zpr/security-attribute-namespace";
import { attributeNameKey } from "@/lib/zpr/security-attributes";
import { type AttributeVerdict, worstVerdict } from "@/lib/zpr/verdict-state";

type Defined = { readonly namespace: SecurityAttributeNamespace; readonly definition: SecurityAttributeDefinition };

const usedValueFrom = ({ value, verdict, resourceIds }: UsedValue) => ({
  value,
  resourceCount: resourceIds.size,
  state: verdict.state,
  reason: verdict.reason,
});

const usageOf = (values: readonly UsedValue[]) => ({
  usedValues: values.map(usedValueFrom),
  resourceCount: new Set(values.flatMap(({ resourceIds }) => [...resourceIds])).size,
  kinds: resourceKinds.filter((kind) => values.some(({ kinds }) => kinds.includes(kind))),
});

/** What is to be said of a key by itself, whatever value a resource gives it. */
function definitionVerdicts(catalog: SecurityAttributeCatalog): (defined: Defined) => AttributeVerdict {
  const anyValue = (definition: SecurityAttributeDefinition) => ({ ...definition, allowedValues: null });
  const index = catalogIndexFrom({
    ...catalog,
    namespaces: catalog.namespaces.map((namespace) => ({
      ...namespace,
      definitions: namespace.definitions.map(anyValue),
    })),
  });
  return ({ namespace, definition }) => {
    const attribute = { value: "", mode: null, otherMembers: [], unreadable: null };
    const verdict = verdictOf({ ...attribute, namespace: namespace.name, key: definition.name }, index);
    return verdict.state === "ok" ? { ...verdict, reason: `${namespace.name}.${definition.name} is active.` } : verdict;
  };
}

const definedRow = (
  { namespace, definition }: Defined,
  { state, reason }: AttributeVerdict,
  used: UsedAttribute | undefined,
): SecurityAttributeListItem => ({
  namespace: namespace.name,
  key: definition.name,
  namespaceId: namespace.id,
  description: definition.description,
  lifecycleState: definition.lifecycleState,
  isRetired: definition.isRetired || namespace.isRetired,
  state,
  reason,
  allowedValues: definition.allowedValues,
  ...usageOf(used?.values ?? []),
  carriers: [],
});

const undefinedRow = ({ namespace, key, values }: UsedAttribute): SecurityAttributeListItem => {
  const state = worstVerdict(values.map(({ verdict }) => verdict.state)) ?? "unknown";
  const reason = values.find(({ verdict }) => verdict.state === state)?.verdict.reason ?? "";
  return {
    namespace,
    key,
    namespaceId: null,
    description: null,
    lifecycleState: null,
    isRetired: false,
    state,
    reason,
    allowedValues: "unread",
    ...usageOf(values),
    carriers: [],
  };
};

/** Of two definitions with one name, the one that lives is meant: the deleted one's name was free again. */
function definedByName(catalog: SecurityAttributeCatalog): ReadonlyMap<string, Defined> {
  const byName = new Map<string, Defined>();
  for (const namespace of catalog.namespaces) {
    for (const definition of namespace.definitions) {
      const name = attributeNameKey(namespace.name, definition.name);
      const isGone = [namespace.lifecycleState, definition.lifecycleState].includes("DELETED");
      if (!isGone || !byName.has(name)) byName.set(name, { namespace, definition });
    }
  }
  return byName;
}

const rows = new WeakMap<Inventory, readonly SecurityAttributeListItem[]>();

/** Every key that is defined or carried, one row each; made once for each inventory. */
export function securityAttributeRows(inventory: Inventory): readonly SecurityAttributeListItem[] {
  const known = rows.get(inventory);
  if (known) return known;
  const used = usedAttributes(inventory);
  const defined = definedByName(inventory.catalog);
  const verdictFor = definitionVerdicts(inventory.catalog);
  const made = [
    ...[...defined].map(([name, each]) => definedRow(each, verdictFor(each), used.get(name))),
    ...[...used].filter(([name]) => !defined.has(name)).map(([, each]) => undefinedRow(each)),
  ];
  rows.set(inventory, made);
  return made;
}

/** How many carriers a row names; more are counted, and listed by `GET /api/resources?attribute=`. */
const maxCarriers = 5;

const byName = (a: AttributeCarrier, b: AttributeCarrier): number =>
  a.displayName.localeCompare(b.displayName, "en", { numeric: true }) || a.id.localeCompare(b.id);

const rowsById = (inventory: Inventory): ReadonlyMap<string, ResourceListItem> =>
  new Map(resourceRows(inventory).map((row) => [row.id, row]));

const namedFrom = (byId: ReadonlyMap<string, ResourceListItem>, ids: Iterable<string>): readonly AttributeCarrier[] =>
  [...ids]
    .flatMap((id) => byId.get(id) ?? [])
    .map(({ id, displayName, kind, region, clusterName }) => ({ id, displayName, kind, region, clusterName }))
    .toSorted(byName);

/** Resources as rows name them, by name. */
export const carriersFrom = (inventory: Inventory, ids: Iterable<string>): readonly AttributeCarrier[] =>
  namedFrom(rowsById(inventory), ids);

const queues = new WeakMap<Inventory, readonly SecurityAttributeListItem[]>();

/** What resources carry: one row for each key, value and verdict. */
export function carriedValueRows(inventory: Inventory): readonly SecurityAttributeListItem[] {
  const known = queues.get(inventory);
  if (known) return known;
  const used = usedAttributes(inventory);
  const byId = rowsById(inventory);
  const made = securityAttributeRows(inventory).flatMap((row) => {
    const values = used.get(attributeNameKey(row.namespace, row.key))?.values ?? [];
    return values.map((value) => ({
      ...row,
      state: value.verdict.state,
      reason: value.verdict.reason,
      ...usageOf([value]),
      carriers: namedFrom(byId, value.resourceIds).slice(0, maxCarriers),
    }));
  });
  queues.set(inventory, made);
  return made;
}
