import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import type { NamedVcn, ResolvedStatement } from "@/lib/zpr/policy-language/resolve-names";
import type { LintFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { findingAt, type LintFinding, type PlacedStatement } from "@/lib/zpr/policy-lint/lint-finding";

/** What VCNs, peerings and resources say of the statements, made once for all of them. */
export type NetworkFacts = {
  /** Which groups of peered VCNs a VCN is in; `null` when peerings were not read. */
  readonly groupsOf: ReadonlyMap<string, readonly number[]> | null;
  readonly carried: ReadonlySet<string> | null;
  readonly kinds: readonly string[];
};

export function networkFactsFrom({ peerings, resources }: LintFacts): NetworkFacts {
  return {
    groupsOf: peerings && groupsByVcn(peerings),
    carried:
      resources &&
      new Set(
        resources.carried.flatMap((attributes) =>
          attributes.flatMap((each) => (each.unreadable === null ? [namedAttributeKey(each)] : [])),
        ),
      ),
    kinds: resources?.kinds ?? [],
  };
}

function groupsByVcn(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const byVcn = new Map<string, number[]>();
  for (const [index, vcnIds] of groups.entries()) {
    for (const vcnId of vcnIds) {
      const known = byVcn.get(vcnId);
      if (known) known.push(index);
      else byVcn.set(vcnId, [index]);
    }
  }
  return byVcn;
}

export function networkFindings(
  placed: PlacedStatement,
  resolved: ResolvedStatement,
  facts: NetworkFacts,
): readonly LintFinding[] {
  const nowhere = resolved.locations.flatMap(({ node, fullName, vcns }) =>
    vcns?.length === 0
      ? [
          findingAt(
            placed,
            "location-without-vcn",
            node,
            `No VCN that was read carries ${fullName}: the statement applies in none of them.`,
          ),
        ]
      : [],
  );
  return [...nowhere, ...twoVcnFindings(placed, resolved, facts), ...carrierFindings(placed, resolved, facts)];
}

const firstOf = <T>(items: readonly T[], textOf: (item: T) => string): string =>
  items.slice(0, 3).map(textOf).join(", ");

/** A pair of VCNs that the statement can connect is enough: the others may carry the attribute for another reason. */
function twoVcnFindings(
  placed: PlacedStatement,
  { locations }: ResolvedStatement,
  { groupsOf }: NetworkFacts,
): readonly LintFinding[] {
  const [from, to] = locations;
  if (placed.meaning.form !== "two-vcn" || !from?.vcns?.length || !to?.vcns?.length) return [];
  const [sources, targets] = [from.vcns, to.vcns];
  const regions = new Set(sources.map(({ region }) => region));
  if (!targets.some(({ region }) => regions.has(region))) {
    const placeOf = ({ displayName, region }: NamedVcn) => `${displayName} (${region})`;
    const message = `No region has VCNs of both sides: ${firstOf(sources, placeOf)} to ${firstOf(targets, placeOf)}.`;
    return [findingAt(placed, "vcns-in-different-regions", to.node, message)];
  }
  if (groupsOf === null) return [];
  const endsOf = ({ id }: NamedVcn): readonly (string | number)[] => [id, ...(groupsOf.get(id) ?? [])];
  const reached = new Set(sources.flatMap(endsOf));
  if (targets.some((target) => endsOf(target).some((end) => reached.has(end)))) return [];
  const nameOf = ({ displayName }: NamedVcn) => displayName;
  const message = `Neither local peering nor a common DRG is seen between ${firstOf(sources, nameOf)} and ${firstOf(targets, nameOf)}; the statement alone connects nothing.`;
  return [findingAt(placed, "vcns-not-peered", to.node, message)];
}

function carrierFindings(
  placed: PlacedStatement,
  { endpoints }: ResolvedStatement,
  { carried, kinds }: NetworkFacts,
): readonly LintFinding[] {
  if (carried === null) return [];
  return endpoints
    .filter(({ node }) => !carried.has(namedAttributeKey(node.attribute)))
    .map(({ node, fullName }) => {
      const message = `No resource of the ${kinds.length === 1 ? "one kind that was" : `${kinds.length} kinds that were`} read carries ${fullName}.`;
      return findingAt(placed, "endpoint-without-resource", node, message);
    });
}
