import type { ProtectedResource } from "@/lib/oke/protected-resource";

/** One row of `GET /api/resources`. */
export type ResourceListItem = ProtectedResource & {
  readonly compartmentName: string;
  readonly clusterName: string | null;
};

/** `GET /api/resources/{id}`: one fresh read of one resource, and the etag to edit it with. */
export type ResourceDetail = {
  readonly resource: ResourceListItem;
  readonly etag: string;
  readonly readAt: string;
  readonly cap: number;
  readonly warnAbove: number | null;
  readonly takesEffect: "now" | "new-nodes-only";
  /** Nodes that run now and keep the old set; `null` where that does not apply or is not known. */
  readonly runningNodeCount: number | null;
  /** The manifest to edit instead, ready to paste, for resources that a Kubernetes manifest owns. */
  readonly manifest: { readonly title: string; readonly yaml: string; readonly command: string | null; readonly note: string } | null;
  /** A change of this resource that runs now. */
  readonly runningChangeId: string | null;
};
