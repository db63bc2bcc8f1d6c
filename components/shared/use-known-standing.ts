import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { type DeclaredOf, standingIn } from "@/components/shared/standing-in";
import type { ClusterDeclared } from "@/lib/contract/declared";
import { declaredKey } from "@/lib/queries/declared-key";

/**
 * How a resource stands to its manifest out of what was read already, for controls of which a page has many: it asks no
 * cluster, and brings nothing that could, as the schema of the answer, into pages that only edit.
 */
export function useKnownStanding(resourceId: string, clusterId: string | null): DeclaredOf {
  const queryClient = useQueryClient();
  const subscribe = useCallback(
    (onChange: () => void) => queryClient.getQueryCache().subscribe(onChange),
    [queryClient],
  );
  const read = () =>
    clusterId === null ? undefined : queryClient.getQueryData<ClusterDeclared>(declaredKey(clusterId));
  const declared = useSyncExternalStore(subscribe, read, () => undefined);
  return declared === undefined ? "unread" : standingIn(resourceId)(declared);
}
