import { attributesOf } from "@/lib/oke/carried-attributes";
import { ociCommand } from "@/lib/oke/oci-command";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { readingFinding } from "@/lib/oke/readiness/checks/reading-finding";
import { found, type ReadinessFinding, type RemedySnippet } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { nodeJoinStatements } from "@/lib/zpr/node-join-statements";
import { statementNaming } from "@/lib/zpr/statements-naming";

const isCarrying = (resource: ProtectedResource) => attributesOf(resource).length > 0;
const nameOf = ({ kind, displayName }: ProtectedResource) => `${resourceKindFacts[kind].label} ${displayName}`;
const listed = (names: readonly string[]) =>
  `${names.slice(0, 4).join("; ")}${names.length > 4 ? `; ${names.length - 4} more` : ""}`;

const vcnAttributesOf = ({ vcns }: ReadinessInput, { vcnId }: ProtectedResource) =>
  vcns.get(vcnId ?? "")?.securityAttributes ?? null;

/** A policy of its own with these statements. Oracle keeps ZPR policies in the root compartment. */
const createPolicy = ({ tenancyId }: ReadinessInput, name: string, statements: readonly string[]): RemedySnippet => ({
  title: "A ZPR policy with them, in the home region",
  text: ociCommand("zpr zpr-policy create", {
    "compartment-id": tenancyId,
    name,
    description: "<description>",
    statements: { json: statements },
  }),
});

/** Whether anything speaks of what the cluster carries. What traffic it needs, only its owners know. */
export function zprPoliciesCheck(input: ReadinessInput): ReadinessFinding {
  const { surfaces, zprPolicies: policies, times } = input;
  const carriers = surfaces.filter(isCarrying);
  if (carriers.length === 0) {
    return found("does-not-apply", "Nothing of this cluster carries a security attribute yet.", times.cluster);
  }
  if (policies.state !== "read") return readingFinding(policies, "The ZPR policies");
  const all = { policies: policies.value, isComplete: true };
  const judged = carriers.map((resource) => ({
    resource,
    presence: statementNaming(attributesOf(resource), vcnAttributesOf(input, resource), all).presence,
  }));
  const unnamed = judged.filter(({ presence }) => presence === "not-found").map(({ resource }) => nameOf(resource));
  const doubtful = judged.filter(({ presence }) => presence === "cannot-tell").map(({ resource }) => nameOf(resource));
  if (unnamed.length > 0) {
    const evidence = `No statement that applies in its VCN names what this carries: ${listed(unnamed)}. Only what statements about all endpoints or about addresses allow can pass.`;
    return found("fail", evidence, policies.readAt, {
      text: "Write ZPR policies for the traffic that these resources need, or take their attributes off.",
      snippets: [],
    });
  }
  if (doubtful.length > 0) {
    const evidence = `Whether a statement names what this carries cannot be told: ${listed(doubtful)}.`;
    return found("unknown", evidence, policies.readAt);
  }
  const evidence = `Each of the ${carriers.length} resources with attributes is named by a statement. Whether the statements allow all that is needed is not judged.`;
  return found("pass", evidence, policies.readAt);
}

/** The three statements of Oracle's guide, for every pool whose nodes carry attributes. */
export function nodeJoinCheck(input: ReadinessInput): ReadinessFinding {
  const { surfaces, zprPolicies: policies, cluster, times } = input;
  const pools = surfaces.filter((resource) => resource.kind === "node-pool-primary-vnic" && isCarrying(resource));
  if (pools.length === 0) {
    return found("does-not-apply", "No node pool carries attributes on its primary VNIC.", times.nodePools);
  }
  if (policies.state === "not-asked") return readingFinding(policies, "The ZPR policies");
  const list = policies.state === "read" ? { policies: policies.value, isComplete: true } : null;
  const judged = pools.map((pool) => ({
    name: pool.displayName,
    join: nodeJoinStatements({
      nodeAttributes: pool.securityAttributes,
      vcnAttributes: vcnAttributesOf(input, pool),
      policies: list,
    }),
  }));
  const { readAt } = policies;
  const missing = judged.filter(({ join }) => join.state === "missing");
  if (missing.length > 0) {
    const lacking = missing.flatMap(({ join }) => join.statements.filter(({ presence }) => presence === "not-found"));
    const statements = [...new Set(lacking.flatMap(({ statement }) => statement ?? []))];
    const evidence = `Statements are missing for ${listed(missing.map(({ name }) => name))}. ${lacking[0]?.evidence ?? ""}`;
    const isPasteable = statements.length > 0;
    return found("fail", evidence, readAt, {
      text: isPasteable
        ? "Add these statements before any node is replaced or added."
        : "Give the VCN an attribute first: without one no statement can be written for it.",
      snippets: isPasteable
        ? [
            { title: "Missing statements", text: statements.join("\n") },
            createPolicy(input, `${cluster.name ?? "cluster"}-node-join`, statements),
          ]
        : [],
    });
  }
  const unknown = judged.find(({ join }) => join.state === "unknown");
  if (unknown) {
    const evidence = unknown.join.statements.find(({ presence }) => presence === "cannot-tell")?.evidence ?? "";
    return found("unknown", `${unknown.name}: ${evidence}`, readAt);
  }
  const names = [
    ...new Set(judged.flatMap(({ join }) => join.statements.flatMap((each) => each.found?.policyName ?? []))),
  ];
  return found("pass", `All three statements are there for every pool, in ${names.join(", ")}.`, readAt);
}
