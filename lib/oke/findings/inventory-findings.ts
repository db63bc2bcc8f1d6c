import { attributesOf } from "@/lib/oke/carried-attributes";
import type { Cluster } from "@/lib/oke/cluster";
import { clusterEligibility } from "@/lib/oke/eligibility";
import type { Finding, FindingRule } from "@/lib/oke/findings/finding";
import { findingOf } from "@/lib/oke/findings/finding-rules";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import type { AttributeVerdictState } from "@/lib/zpr/verdict-state";

/** What the findings of a pass are made of. */
export type FindingsInput = {
  readonly resources: readonly ProtectedResource[];
  readonly clusters: readonly Cluster[];
};

const staleRules: Partial<Record<AttributeVerdictState, FindingRule>> = {
  deleted: "deleted-attribute",
  deleting: "deleting-attribute",
  retired: "retired-attribute",
  "value-not-allowed": "value-not-allowed",
};

const manifestOwners = ["service-annotation", "ingress-class-annotation"];

/** Waiting helps only where OCI takes the attribute off by itself. `undefined` where the rule's own cure is true. */
function staleCure(rule: FindingRule, { kind, owner }: ProtectedResource): string | undefined {
  const isPool = kind === "node-pool-primary-vnic" || kind === "node-pool-secondary-vnics";
  const isInManifest = manifestOwners.includes(owner.type);
  if (rule === "deleted-attribute") {
    if (isPool) return "Remove it from the node pool: with it new nodes may not be able to start.";
    return isInManifest ? "Take it out of the manifest, and so off the resource." : undefined;
  }
  if (rule !== "deleting-attribute") return undefined;
  if (isPool) return "Remove it from the node pool. OCI does not take it off node pools, so waiting does not help.";
  if (kind === "cluster-endpoint")
    return "Remove it from the endpoint. OCI does not take it off cluster endpoints, so waiting does not help.";
  return isInManifest
    ? "Take it out of the manifest. OCI takes it off the resource within 48 hours, and leaves it in the manifest."
    : undefined;
}

/** Every form of stale; an unknown verdict is no finding, because nobody could look. */
function staleFindings(resource: ProtectedResource): readonly Finding[] {
  return attributesOf(resource).flatMap(({ namespace, key, value, verdict }) => {
    const rule = staleRules[verdict.state];
    if (rule === undefined) return [];
    const subject = `${namespace}.${key}:${value}`;
    const cure = staleCure(rule, resource);
    const evidence = `It carries ${subject}. ${verdict.reason}`;
    return [findingOf(rule, resource, { subject, evidence, ...(cure !== undefined && { cure }) })];
  });
}

function vnicFindings(resource: ProtectedResource): readonly Finding[] {
  if (resource.differingVnics === null) return [];
  const names = resource.differingVnics.map(({ displayName }) => displayName).join(", ");
  const evidence = `Oracle demands one set on all secondary VNICs of a pool; those of ${names} are not the same.`;
  return [findingOf("secondary-vnics-differ", resource, { evidence })];
}

const nameOf = (resource: ProtectedResource) => `The VCN ${resource.displayName}`;

/** Only where the VCN was read: one that is not known says nothing. */
function vcnFindings(resource: ProtectedResource, vcns: ReadonlyMap<string, ProtectedResource>): readonly Finding[] {
  const vcn = resource.vcnId === null || resource.kind === "vcn" ? undefined : vcns.get(resource.vcnId);
  if (vcn === undefined || vcn.securityAttributes.length > 0 || attributesOf(resource).length === 0) return [];
  const evidence = `${nameOf(vcn)} carries no security attribute, so no ZPR policy applies in it, and everything to and from this resource is dropped.`;
  return [findingOf("vcn-without-attribute", resource, { evidence })];
}

function orphanFindings(resource: ProtectedResource): readonly Finding[] {
  if (resource.cluster.type !== "orphan") return [];
  return [findingOf("orphan", resource, { evidence: resource.cluster.evidence })];
}

function capFindings(resource: ProtectedResource): readonly Finding[] {
  const { cap, warnAbove } = resourceKindFacts[resource.kind];
  // Where VNICs disagree each has a set of its own to be counted.
  const sizes = (resource.differingVnics ?? [resource]).map(({ securityAttributes }) => securityAttributes.length);
  const size = Math.max(...sizes);
  const limit = warnAbove ?? cap;
  if (size <= limit) return [];
  const more =
    warnAbove !== null && size <= cap ? " Other pages of Oracle's give more, so it may be as it should." : "";
  return [
    findingOf("over-cap", resource, { evidence: `It carries ${size}; Oracle's limits page gives ${limit}.${more}` }),
  ];
}

/** One a cluster, at its endpoint, whatever of it carries attributes. */
function ineligibleFindings({ resources, clusters }: FindingsInput): readonly Finding[] {
  const ineligible = new Map(
    clusters.flatMap((cluster) => {
      const { state, reasons } = clusterEligibility(cluster);
      return state === "not-eligible" ? [[cluster.id, reasons.map(({ reason }) => reason).join(" ")] as const] : [];
    }),
  );
  const carriers = new Map<string, ProtectedResource[]>();
  for (const resource of resources) {
    const { cluster } = resource;
    if (cluster.type !== "part-of" || !ineligible.has(cluster.clusterId) || attributesOf(resource).length === 0)
      continue;
    carriers.set(cluster.clusterId, [...(carriers.get(cluster.clusterId) ?? []), resource]);
  }
  return [...carriers].map(([clusterId, surfaces]) => {
    const names = surfaces.map(({ kind, displayName }) => `${resourceKindFacts[kind].label} ${displayName}`).join(", ");
    return findingOf(
      "ineligible-cluster",
      { id: clusterId, kind: "cluster-endpoint" },
      {
        evidence: `${names} of this cluster carry attributes. ${ineligible.get(clusterId) ?? ""}`,
        place: { type: "cluster", id: clusterId },
      },
    );
  });
}

/** Everything that the pass over a tenancy shows to be wrong. Pure: the same inventory gives the same findings. */
export function inventoryFindings(input: FindingsInput): readonly Finding[] {
  const vcns = new Map(input.resources.flatMap((each) => (each.kind === "vcn" ? [[each.ocid, each] as const] : [])));
  const findings = [
    ...input.resources.flatMap((resource) => [
      ...staleFindings(resource),
      ...vnicFindings(resource),
      ...vcnFindings(resource, vcns),
      ...orphanFindings(resource),
      ...capFindings(resource),
    ]),
    ...ineligibleFindings(input),
  ];
  return [...new Map(findings.map((finding) => [finding.id, finding])).values()];
}
