import { useQuery } from "@tanstack/react-query";
import { type DeclaredOf, standingIn } from "@/components/shared/standing-in";
import { declaredQuery } from "@/lib/queries/declared";

/** What the cluster's manifests declare for one resource beside what it stores. Asks the cluster when nobody has. */
export function useDeclaredStanding(resourceId: string, clusterId: string): DeclaredOf {
  return useQuery({ ...declaredQuery(clusterId), select: standingIn(resourceId) }).data ?? "unread";
}
