import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import type { Inventory } from "@/lib/inventory/inventory";
import {
  type UsedAttribute,
  usedAttributes,
  type UsedValue,
} from "@/lib/inventory/projections/security-attribute-usage";
import { resourceKinds } from "@/lib/oke/resource-kind";
import { type AttributeVerdict, catalogIndexFrom, isStale, verdictOf, worstVerdict } from "@/lib/zpr/attribute-verdict";
import type {
  SecurityAttributeCatalog,
  SecurityAttributeDefinition,
  SecurityAttributeNamespace,
} from "@/lib/zpr/security-attribute-namespace";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

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

const queues = new WeakMap<Inventory, readonly SecurityAttributeListItem[]>();

/** What resources carry and wants cleaning up: one row for each key, value and verdict. */
export function staleRows(inventory: Inventory): readonly SecurityAttributeListItem[] {
  const known = queues.get(inventory);
  if (known) return known;
  const used = usedAttributes(inventory);
  const made = securityAttributeRows(inventory).flatMap((row) => {
    const values = used.get(attributeNameKey(row.namespace, row.key))?.values ?? [];
    return values
      .filter(({ verdict }) => isStale(verdict.state))
      .map((value) => ({ ...row, state: value.verdict.state, reason: value.verdict.reason, ...usageOf([value]) }));
  });
  queues.set(inventory, made);
  return made;
}
