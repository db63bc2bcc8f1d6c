"use client";

import { useQuery } from "@tanstack/react-query";
import { CarryNote } from "@/components/shared/carry-note";
import { Literal } from "@/components/ui/literal";
import type { NodeCounts } from "@/lib/contract/nodes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { nodePoolNodesQuery } from "@/lib/queries/nodes";

/** On how many running nodes one of the two sets of a pool has arrived; nothing until the nodes were read. */
export function NodesCarrying({ resource }: { readonly resource: ProtectedResource }) {
  const counts = useQuery(nodePoolNodesQuery(resource.ocid)).data?.counts;
  if (!counts) return null;
  const vnics = resource.kind === "node-pool-primary-vnic" ? [counts.primary] : counts.secondary;
  return (
    <ul aria-label="Nodes that carry the present set" className="flex flex-wrap gap-x-6 gap-y-1">
      {vnics.map((vnic) => (
        <li key={vnic.name} className="flex flex-wrap items-center gap-x-2">
          {vnics.length > 1 && <Literal text={vnic.name} className="font-medium" />}
          <CarryNote carrying={carryingOf(vnic, counts)} />
        </li>
      ))}
    </ul>
  );
}

const carryingOf = ({ inStep, notReadable }: NodeCounts["primary"], { nodes }: NodeCounts) => ({
  inStep,
  nodes,
  notReadable,
});
