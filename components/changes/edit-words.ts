import type { EditKind } from "@/components/shared/edit-params";
import { attributeName } from "@/components/shared/policy-text";
import { literalParts } from "@/components/ui/literal-parts";
import { formatCounted, ocidTail } from "@/lib/format";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts, type ResourceKind } from "@/lib/oke/resource-kind";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** A resource with its kind, as titles say it: "pool-a primary VNIC", "prod-a Kubernetes API endpoint". */
export const surfaceWord = (kind: ResourceKind): string =>
  ({
    "cluster-endpoint": "API endpoint",
    "node-pool-primary-vnic": "primary VNIC",
    "node-pool-secondary-vnics": "secondary VNICs",
    "load-balancer": "load balancer",
    "network-load-balancer": "network load balancer",
    "mount-target": "mount target",
    vcn: "VCN",
  })[kind];

/** The deed in words, on the button that does it. */
export function deedWords(operations: readonly ChangeOperation[]): {
  readonly label: string;
  readonly pending: string;
} {
  const only = new Set(operations.map(({ op }) => op));
  const isOne = operations.length === 1;
  if (only.size > 1) return { label: `Apply ${formatCounted(operations.length, "change")}`, pending: "Applying" };
  if (only.has("remove")) return { label: isOne ? "Remove attribute" : "Remove attributes", pending: "Removing" };
  if (only.has("replace")) return { label: isOne ? "Change value" : "Change values", pending: "Changing" };
  return { label: isOne ? "Add security attribute" : "Add security attributes", pending: "Adding" };
}

/** The same where an annotation that is no set is replaced as a whole, whatever steps lead there. */
export const replacementDeed = { label: "Replace annotation", pending: "Replacing" } as const;

/** When a change bites, for kinds where it does so at once. `null` where the review's warnings say it. */
export const timeWords = (kind: ResourceKind): string | null =>
  resourceKindFacts[kind].takesEffect === "now"
    ? "Takes effect once OCI has applied it. ZPR can take up to five minutes to follow."
    : null;

/**
 * The name that a person types before the first attribute goes on an API endpoint or the last comes off: a mistake
 * there can lock everybody out. `null` for any other change. A name with marks that no keyboard has is replaced by the
 * end of the OCID.
 */
export function nameToType(
  resource: Pick<ProtectedResource, "kind" | "ocid" | "displayName"> & { readonly clusterName: string | null },
  before: readonly SecurityAttribute[],
  after: readonly SecurityAttribute[],
): string | null {
  if (resource.kind !== "cluster-endpoint") return null;
  if ((before.length === 0) === (after.length === 0)) return null;
  const name = resource.clusterName ?? resource.displayName;
  const isTypeable = literalParts(name).every((part) => "text" in part) && name.trim() === name && name !== "";
  return isTypeable ? name : ocidTail(resource.ocid);
}

/** What the title says before the name of the resource. */
export function titleWords(
  edit: EditKind,
  attribute: SecurityAttribute | undefined,
): readonly [string, string | null, string] {
  const name = attribute === undefined ? null : attributeName(attribute);
  switch (edit) {
    case "add":
      return ["Add security attributes to", null, ""];
    case "change":
      return ["Change the value of", name, "on"];
    case "remove":
      return [
        "Remove",
        attribute === undefined || attribute.unreadable !== null ? name : `${name}:${attribute.value}`,
        "from",
      ];
  }
}
