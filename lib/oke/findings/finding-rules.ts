import type { Finding, FindingPlace, FindingRule, FindingSeverity } from "@/lib/oke/findings/finding";
import type { ResourceKind } from "@/lib/oke/resource-kind";

/** What every rule says in its own words; the severity is the rule's, whatever it strikes; a finding may have a cure of its own. */
export const findingRuleFacts: Record<
  FindingRule,
  { readonly title: string; readonly severity: FindingSeverity; readonly cure: string }
> = {
  "not-applied": {
    title: "Reported success, not applied",
    severity: "high",
    cure: "Make the change again. If it does not stay, the service may ignore it for this resource: a node pool made with the older pod networking takes no attributes of pods.",
  },
  "guard-line": {
    title: "A line of the guard file fails",
    severity: "high",
    cure: "Change the attributes or statements that decide it, or the line if it is no longer meant: the page of guards has both.",
  },
  "no-admin-access": {
    title: "No admin source reaches the API endpoint",
    severity: "high",
    cure: "Write a statement that lets one through on tcp/6443, or declare from where the cluster is administered.",
  },
  "vcn-without-attribute": {
    title: "Attributes in a VCN without one",
    severity: "high",
    cure: "Add an attribute to the VCN, and ZPR policies that name it, or remove the attributes from the resource.",
  },
  "deleted-attribute": {
    title: "Deleted attribute",
    severity: "high",
    cure: "Remove it from the resource.",
  },
  "declared-differs": {
    title: "Declared differs from stored",
    severity: "high",
    cure: "Hold both against each other on the page of the resource, and change the one that is not wanted where it is kept.",
  },
  "nodes-on-old-set": {
    title: "Nodes on an old set",
    severity: "high",
    cure: "Replace the nodes that keep the old set. Replacing boot volumes does not help.",
  },
  "secondary-vnics-differ": {
    title: "Secondary VNICs disagree",
    severity: "medium",
    cure: "Write one set to all secondary VNICs of the pool: adding or removing an attribute here does that.",
  },
  "deleting-attribute": {
    title: "Attribute being deleted",
    severity: "medium",
    cure: "Remove it, or wait: OCI takes up to 48 hours to take it off.",
  },
  "value-not-allowed": {
    title: "Value no longer allowed",
    severity: "medium",
    cure: "Change the value to one of those that the attribute allows, or have the value allowed again.",
  },
  "retired-attribute": {
    title: "Retired attribute",
    severity: "medium",
    cure: "Replace it with a current one. What is retired is often deleted next.",
  },
  "ineligible-cluster": {
    title: "Attributes on a cluster that is not eligible",
    severity: "medium",
    cure: "Remove the attributes, or cure what keeps the cluster from using ZPR: its Readiness tab says what.",
  },
  orphan: {
    title: "Left behind by a cluster that is gone",
    severity: "low",
    cure: "Delete it if nothing uses it any longer. If the cluster is only hidden from you, there is nothing to do.",
  },
  "over-cap": {
    title: "More attributes than Oracle's limits allow",
    severity: "low",
    cure: "Remove what is not needed. The service may refuse the next change that keeps them all.",
  },
};

/** A finding of a rule; `subject` tells apart what one rule finds on one resource. */
export function findingOf(
  rule: FindingRule,
  resource: { readonly id: string; readonly kind: ResourceKind },
  {
    evidence,
    subject = "",
    place = { type: "resource", id: resource.id },
    cure = findingRuleFacts[rule].cure,
  }: { readonly evidence: string; readonly subject?: string; readonly place?: FindingPlace; readonly cure?: string },
): Finding {
  const { severity } = findingRuleFacts[rule];
  const id = [rule, resource.id, ...(subject === "" ? [] : [subject])].join("/");
  return { id, rule, severity, resourceId: resource.id, kind: resource.kind, evidence, cure, place };
}
