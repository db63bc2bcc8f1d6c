import type { ProtectedResource } from "@/lib/oke/protected-resource";

/** The cluster whose manifests may own the resource; `null` where there is none to ask. */
export const manifestClusterId = ({ kind, cluster }: Pick<ProtectedResource, "kind" | "cluster">): string | null =>
  cluster.type === "matched" && (kind.endsWith("load-balancer") || kind === "mount-target") ? cluster.clusterId : null;
