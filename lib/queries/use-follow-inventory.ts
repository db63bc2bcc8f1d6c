import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { inventoryQuery } from "@/lib/queries/inventory";
import { inventoryLists } from "@/lib/queries/inventory-lists";

/**
 * Keeps the page in step with the server: when the inventory has a new revision, what was made from the old one is read
 * again. Used once, in the shell.
 */
export function useFollowInventory(): void {
  const queryClient = useQueryClient();
  const revision = useQuery(inventoryQuery()).data?.revision;
  const seenRevision = useRef(revision);

  useEffect(() => {
    if (revision === undefined || revision === seenRevision.current) return;
    const isFirst = seenRevision.current === undefined;
    seenRevision.current = revision;
    if (!isFirst) void queryClient.invalidateQueries({ predicate: inventoryLists });
  }, [revision, queryClient]);
}
