import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";
import { type UnpooledNodeKind, unpooledNodeKinds } from "@/lib/oke/unpooled-node";

/** What stands on a map as a resource: what carries attributes that are edited here, and nodes that no pool makes. */
export const mapResourceKinds = [...resourceKinds, ...unpooledNodeKinds] as const;
export type MapResourceKind = (typeof mapResourceKinds)[number];

export type MapResource = Pick<
  ProtectedResource,
  | "id"
  | "ocid"
  | "displayName"
  | "region"
  | "compartmentId"
  | "vcnId"
  | "cluster"
  | "securityAttributes"
  | "differingVnics"
> & { readonly kind: MapResourceKind };

/** By id. */
export type MapResources = ReadonlyMap<string, MapResource>;

const unpooledLabels: Record<UnpooledNodeKind, { readonly label: string; readonly pluralLabel: string }> = {
  "self-managed": { label: "Self-managed node", pluralLabel: "Self-managed nodes" },
  karpenter: { label: "Karpenter node", pluralLabel: "Karpenter nodes" },
};

export const mapResourceLabels: Record<MapResourceKind, { readonly label: string; readonly pluralLabel: string }> = {
  ...resourceKindFacts,
  ...unpooledLabels,
};
