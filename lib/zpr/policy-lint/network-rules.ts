import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import type { NamedVcn, ResolvedStatement } from "@/lib/zpr/policy-language/resolve-names";
import type { LintFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { findingAt, type LintFinding, type PlacedStatement } from "@/lib/zpr/policy-lint/lint-finding";

/** What VCNs, peerings and resources say of the statements, made once for all of them. */
export type NetworkFacts = {
  readonly peered: ReadonlySet<string> | null;
  readonly carried: ReadonlySet<string> | null;
  readonly kinds: readonly string[];
};

const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

export function networkFactsFrom({ peerings, resources }: LintFacts): NetworkFacts {
  return {
    peered: peerings && new Set(peerings.map(([a, b]) => pairKey(a, b))),
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
  return [...nowhere, ...peeringFindings(placed, resolved, facts), ...carrierFindings(placed, resolved, facts)];
}

function peeringFindings(
  placed: PlacedStatement,
  { locations }: ResolvedStatement,
  { peered }: NetworkFacts,
): readonly LintFinding[] {
  const [from, to] = locations;
  if (placed.meaning.form !== "two-vcn" || peered === null || !from?.vcns?.length || !to?.vcns?.length) return [];
  const [sources, targets] = [from.vcns, to.vcns];
  const isJoined = (a: NamedVcn, b: NamedVcn) => a.id === b.id || peered.has(pairKey(a.id, b.id));
  if (sources.some((a) => targets.some((b) => isJoined(a, b)))) return [];
  const names = (vcns: readonly NamedVcn[]) =>
    vcns
      .slice(0, 3)
      .map(({ displayName }) => displayName)
      .join(", ");
  const message = `No peering is seen between ${names(sources)} and ${names(targets)}; without one, nothing gets there.`;
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
