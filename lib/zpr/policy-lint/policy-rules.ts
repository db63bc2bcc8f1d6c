import { nodeJoinStatements } from "@/lib/zpr/node-join-statements";
import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import type { LintFacts, LintPolicy } from "@/lib/zpr/policy-lint/lint-facts";
import { findingAbout, type LintFinding, type PlacedStatement } from "@/lib/zpr/policy-lint/lint-finding";
import { attributeNodesOf } from "@/lib/zpr/policy-lint/wording-rules";

/** How full the policies are. */
export function sizeFindings(policies: readonly LintPolicy[], { limits }: LintFacts): readonly LintFinding[] {
  const { documented, newest } = limits.statementsOfPolicy;
  return policies.flatMap(({ statements: { length } }, index): readonly LintFinding[] => {
    if (length > newest) {
      return [
        findingAbout(index, "too-many-statements", `The policy has ${length} statements; ${newest} is the most.`),
      ];
    }
    if (length <= documented) return [];
    const message = `The policy has ${length} statements; Oracle's pages differ on whether more than ${documented} are allowed.`;
    return [findingAbout(index, "many-statements", message)];
  });
}

/** The limits of the tenancy. What is over a limit by the policies given is over it by all of them. */
export function limitFindings(
  policies: readonly LintPolicy[],
  statements: readonly PlacedStatement[],
  { limits }: LintFacts,
): readonly LintFinding[] {
  const overLimit = (count: number, limit: number, before: string, what: string) =>
    count > limit ? [findingAbout(null, "over-policy-limit", `${before} ${count} ${what}; ${limit} is the most.`)] : [];
  const exists = (policy: LintPolicy | undefined) => policy?.lifecycleState !== "DELETED";
  const written = statements.filter(({ policy }) => exists(policies[policy]));
  const twoVcn = written.filter(({ meaning }) => meaning.form === "two-vcn");
  const naming = new Map<string, { readonly attribute: NamedAttribute; count: number }>();
  for (const placed of written) {
    const named = new Map(attributeNodesOf(placed).map(({ attribute }) => [namedAttributeKey(attribute), attribute]));
    for (const [key, attribute] of named) {
      const entry = naming.get(key) ?? { attribute, count: 0 };
      entry.count += 1;
      naming.set(key, entry);
    }
  }
  return [
    ...overLimit(policies.filter(exists).length, limits.policies, "There are", "ZPR policies"),
    ...overLimit(twoVcn.length, limits.twoVcnStatements, "There are", "statements about two VCNs"),
    ...[...naming.values()].flatMap(({ attribute, count }) =>
      overLimit(count, limits.statementsOfAttribute, `${printAttribute(attribute)} is named in`, "statements"),
    ),
  ];
}

/** Node pools whose new nodes could not join their cluster, as far as that can be told. */
export function joinFindings(policies: readonly LintPolicy[], facts: LintFacts): readonly LintFinding[] {
  if (facts.nodePools === null) return [];
  const list = {
    policies: policies.map(({ id, name, lifecycleState, statements }) => ({
      id: id ?? "",
      name: name ?? "(draft)",
      description: "",
      lifecycleState: lifecycleState ?? "ACTIVE",
      lifecycleDetails: null,
      timeUpdated: null,
      tags: [],
      statements,
    })),
    isComplete: facts.isEveryPolicy,
  };
  return facts.nodePools.flatMap(({ name, cluster, primaryVnicAttributes, vcnAttributes }) => {
    const nodeAttributes = primaryVnicAttributes;
    const { state, statements } = nodeJoinStatements({ nodeAttributes, vcnAttributes, policies: list });
    if (state !== "missing") return [];
    const missing = statements.filter(({ presence }) => presence === "not-found");
    const texts = missing.flatMap(({ statement }) => statement ?? []);
    const pool = cluster ? `pool ${name} of cluster ${cluster.name}` : `pool ${name}`;
    const count = `${missing.length} of ${statements.length} statements ${missing.length === 1 ? "is" : "are"} missing`;
    const message = `Nodes of ${pool} cannot join their cluster, ${count}${texts.length === 0 ? "." : `: ${texts.join("; ")}`}`;
    return [{ ...findingAbout(null, "nodes-cannot-join", message), ...(cluster && { clusterId: cluster.id }) }];
  });
}
