import { useQuery } from "@tanstack/react-query";
import type { ClusterDeclared, DeclaredStanding } from "@/lib/contract/declared";
import { declaredQuery } from "@/lib/queries/declared";

/** `unread` while the manifests have not been read, `none` where no manifest owns the resource. */
export type DeclaredOf = DeclaredStanding | "unread" | "none";

const standingIn =
  (resourceId: string) =>
  ({ readAt, standings }: ClusterDeclared): DeclaredOf =>
    readAt === null ? "unread" : (standings.find((each) => each.resourceId === resourceId)?.standing ?? "none");

/** What the cluster's manifests declare for one resource beside what it stores. Asks the cluster when nobody has. */
export function useDeclaredStanding(resourceId: string, clusterId: string): DeclaredOf {
  return useQuery({ ...declaredQuery(clusterId), select: standingIn(resourceId) }).data ?? "unread";
}

/** The same out of what was read already, for controls of which a page has many: asks no cluster. */
export function useKnownStanding(resourceId: string, clusterId: string | null): DeclaredOf {
  const query = { ...declaredQuery(clusterId ?? ""), enabled: false, select: standingIn(resourceId) };
  return useQuery(query).data ?? "unread";
}
