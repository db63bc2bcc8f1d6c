import type {
  NamingStatementItem,
  NamingStatementsRequest,
  NamingStatementsResponse,
} from "@/lib/contract/naming-statements";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds } from "@/lib/inventory/projections/completeness";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { lintedPolicies } from "@/lib/inventory/projections/linted-policies";
import { readingState } from "@/lib/inventory/projections/list-zpr-policies";
import { attributesOf } from "@/lib/oke/carried-attributes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { Reading } from "@/lib/oke/readiness/reading";
import { isSameNamed, mayName } from "@/lib/zpr/policy-language/named-attribute";
import type { NamedAttribute, Statement } from "@/lib/zpr/policy-language/statement";
import { attributeNameKey } from "@/lib/zpr/security-attributes";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const maxItems = 100;

type Role = NamingStatementItem["roles"][number];

/** Whom statements are looked through for. */
type Wanted = {
  readonly isNamed: (attribute: NamedAttribute) => boolean;
  readonly mayBeNamed: (text: string) => boolean;
  /** In which roles naming it means it: a VCN is never an endpoint, and a resource no location. */
  readonly roles: readonly Role[];
  readonly appliesIn: (location: NamedAttribute) => boolean | null;
};

/** One attribute that a statement names, where, and the location of that side. */
type Named = { readonly role: Role; readonly attribute: NamedAttribute; readonly location: NamedAttribute };

/** Every attribute that a statement names. */
export function namesIn(statement: Statement): readonly Named[] {
  return (["source", "target"] as const).flatMap((role): readonly Named[] => {
    const { endpoint } = statement[role];
    const location = statement.form === "same-vcn" ? statement.location : statement[role].location;
    const ofLocation: Named = { role: "location", attribute: location, location };
    return endpoint.kind === "attribute"
      ? [ofLocation, { role, attribute: endpoint.attribute, location }]
      : [ofLocation];
  });
}

function resourceWanted(inventory: Inventory, resource: ProtectedResource): Wanted {
  const carried = attributesOf(resource).filter(({ unreadable }) => unreadable === null);
  const vcn = indexOf(inventory).resources.get(resource.vcnId ?? "");
  return {
    isNamed: (attribute) => carried.some((each) => isSameNamed(each, attribute)),
    mayBeNamed: (text) => carried.some((each) => mayName(text, each)),
    roles: resource.kind === "vcn" ? ["location"] : ["source", "target"],
    appliesIn: (location) => vcn?.securityAttributes.some((each) => isSameNamed(each, location)) ?? null,
  };
}

type OfAttribute = Extract<NamingStatementsRequest, { namespace: string }>;

/** With a value only what names that value. */
function attributeWanted({ namespace, key, value }: OfAttribute): Wanted {
  const wanted = attributeNameKey(namespace, key);
  return {
    isNamed: (attribute) =>
      value === undefined
        ? attributeNameKey(attribute.namespace, attribute.key) === wanted
        : isSameNamed(attribute, { namespace, key, value }),
    mayBeNamed: (text) =>
      value === undefined
        ? text.toLowerCase().includes(`${key.toLowerCase()}:`)
        : mayName(text, { namespace, key, value }),
    roles: ["location", "source", "target"],
    appliesIn: () => null,
  };
}

function wantedOf(inventory: Inventory, request: NamingStatementsRequest): Wanted | null {
  if ("namespace" in request) return attributeWanted(request);
  const resource = indexOf(inventory).resources.get(request.resourceId);
  return resource === undefined ? null : resourceWanted(inventory, resource);
}

/** Of several sides that name it, one that applies decides; then one of which that is not known. */
function appliesOf(named: readonly Named[], { appliesIn }: Wanted): boolean | null {
  const answers = named.map(({ location }) => appliesIn(location));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

function itemsIn(inventory: Inventory, policies: readonly ZprPolicy[], wanted: Wanted): readonly NamingStatementItem[] {
  return lintedPolicies(inventory, policies).policies.flatMap(({ policy, statements }) =>
    statements.flatMap(({ parsed: { text, statement }, statement: index }): readonly NamingStatementItem[] => {
      const { id: policyId, name: policyName, lifecycleState } = policy;
      const item = { policyId, policyName, lifecycleState, index, text };
      if (statement === null) return wanted.mayBeNamed(text) ? [{ ...item, roles: [], appliesHere: null }] : [];
      const named = namesIn(statement).filter(
        ({ role, attribute }) => wanted.roles.includes(role) && wanted.isNamed(attribute),
      );
      if (named.length === 0) return [];
      const roles = [...new Set(named.map(({ role }) => role))];
      return [{ ...item, roles, appliesHere: appliesOf(named, wanted) }];
    }),
  );
}

/** Answers `GET /api/zpr-statements`; `null` when the inventory has no such resource. */
export function namingStatements(
  inventory: Inventory,
  policies: Reading<readonly ZprPolicy[]>,
  request: NamingStatementsRequest,
): NamingStatementsResponse | null {
  const wanted = wantedOf(inventory, request);
  if (wanted === null) return null;
  const items = policies.state === "read" ? itemsIn(inventory, policies.value, wanted) : [];
  return {
    items: items.slice(0, maxItems),
    total: items.length,
    policies: readingState(policies),
    revision: inventory.revision,
    completeness: completenessOf(inventory, concernsOfKinds(["vcn"])),
  };
}
