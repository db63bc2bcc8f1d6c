import type {
  StatementAttribute,
  StatementLocation,
  StatementMembers,
  StatementSideView,
  StatementView,
} from "@/lib/contract/zpr-policy";
import type { Inventory } from "@/lib/inventory/inventory";
import { addressMembers } from "@/lib/inventory/projections/address-members";
import { attributeCarriers } from "@/lib/inventory/projections/attribute-carriers";
import { policyFindingFrom } from "@/lib/inventory/projections/linted-policies";
import { resourceRow } from "@/lib/inventory/projections/list-resources";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import { printAttribute, printProtocol, printStatement } from "@/lib/zpr/policy-language/print-statement";
import type { ResolvedAttribute, ResolvedLocation } from "@/lib/zpr/policy-language/resolve-names";
import type { Filters, NamedAttribute, Statement, StatementSide } from "@/lib/zpr/policy-language/statement";
import type { LintFinding } from "@/lib/zpr/policy-lint/lint-finding";
import type { LintedStatement } from "@/lib/zpr/policy-lint/lint-policies";

const maxMembers = 50;

function filterWords({ protocol, icmpType, icmpCode, isStateless }: Filters): string | null {
  const words = [
    ...(protocol === null ? [] : [printProtocol(protocol)]),
    ...(icmpType === null ? [] : [`ICMP type ${icmpType}`]),
    ...(icmpCode === null ? [] : [`ICMP code ${icmpCode}`]),
    ...(isStateless ? ["stateless"] : []),
  ];
  return words.length === 0 ? null : words.join(", ");
}

const attributeView = ({ node, attribute, fullName, isDefined, verdict }: ResolvedAttribute): StatementAttribute => ({
  ...attribute,
  fullName,
  isNamespaceUnderstood: node.namespace === null,
  isDefined,
  verdict,
});

function locationView(inventory: Inventory, resolved: ResolvedLocation): StatementLocation {
  const carriers = attributeCarriers(inventory).get(namedAttributeKey(resolved.attribute)) ?? [];
  return {
    ...attributeView(resolved),
    vcns: carriers
      .filter(({ kind }) => kind === "vcn")
      .map(({ id, displayName, region }) => ({ id, displayName, region })),
  };
}

type Vcns = Pick<StatementLocation, "vcns">;

const areIn = ({ vcns }: Vcns) => {
  const here = new Set(vcns.map(({ id }) => id));
  return ({ vcnId }: ProtectedResource): boolean => vcnId !== null && here.has(vcnId);
};

function shown(inventory: Inventory, resources: readonly ProtectedResource[]): StatementMembers["items"] {
  return resources.slice(0, maxMembers).map((resource) => {
    const { id, kind, displayName, region, clusterName } = resourceRow(inventory, resource);
    return { id, kind, displayName, region, clusterName };
  });
}

/** The resources that carry an attribute, by whether a statement about these VCNs applies to them. */
function carryingMembers(inventory: Inventory, attribute: NamedAttribute, location: Vcns): StatementMembers {
  const carriers = attributeCarriers(inventory).get(namedAttributeKey(attribute)) ?? [];
  const endpoints = carriers.filter(({ kind }) => kind !== "vcn");
  const members = endpoints.filter(areIn(location));
  const unplaced = endpoints.filter(({ vcnId }) => vcnId === null).length;
  return {
    items: shown(inventory, members),
    total: members.length,
    elsewhere: endpoints.length - members.length - unplaced,
    unplaced,
    perhaps: 0,
  };
}

/** The resources with an address in a block: an address is meant wherever it is, in another VCN or outside. */
function addressedMembers(inventory: Inventory, block: string, location: Vcns): StatementMembers {
  const { members, perhaps } = addressMembers(inventory, block);
  const isHere = areIn(location);
  const [here, others] = [members.filter(isHere), members.filter((member) => !isHere(member))];
  const unplaced = others.filter(({ vcnId }) => vcnId === null).length;
  return {
    items: shown(inventory, [...here, ...others]),
    total: members.length,
    elsewhere: others.length - unplaced,
    unplaced,
    perhaps: perhaps.length,
  };
}

function sideView(
  inventory: Inventory,
  { endpoint, filters }: StatementSide,
  resolved: ResolvedAttribute | undefined,
  location: StatementLocation,
): StatementSideView {
  const shared = { kind: endpoint.kind, location, filters: filterWords(filters) };
  switch (endpoint.kind) {
    case "attribute":
      return {
        ...shared,
        text: resolved?.fullName ?? printAttribute(endpoint.attribute),
        attribute: resolved ? attributeView(resolved) : null,
        members: carryingMembers(inventory, endpoint.attribute, location),
      };
    case "all-endpoints":
      return { ...shared, text: "all-endpoints", attribute: null, members: null };
    case "osn-services":
      return { ...shared, text: "osn-services-ip-addresses", attribute: null, members: null };
    case "address":
      return {
        ...shared,
        text: endpoint.text,
        attribute: null,
        members: addressedMembers(inventory, endpoint.text, location),
      };
  }
}

function meaningOf(
  inventory: Inventory,
  statement: Statement,
  { resolved }: LintedStatement,
): StatementView["meaning"] {
  const [first, second = first] = resolved.locations.map((location) => locationView(inventory, location));
  if (first === undefined || second === undefined) return null;
  const ofSide = (wanted: "source" | "target") => resolved.endpoints.find(({ side }) => side === wanted);
  return {
    form: statement.form,
    canonical: printStatement(statement),
    source: sideView(inventory, statement.source, ofSide("source"), first),
    target: sideView(inventory, statement.target, ofSide("target"), second),
  };
}

/** One statement as its page shows it: what it says, whom it means, and what is to be said of it. */
export function statementView(
  inventory: Inventory,
  linted: LintedStatement,
  findings: readonly LintFinding[],
): StatementView {
  const { parsed, statement: index } = linted;
  return {
    index,
    text: parsed.text,
    meaning: parsed.statement && meaningOf(inventory, parsed.statement, linted),
    isValid: parsed.isValid,
    findings: findings.filter(({ statement }) => statement === index).map(policyFindingFrom),
  };
}
