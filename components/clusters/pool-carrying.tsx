"use client";

import { useQuery } from "@tanstack/react-query";
import { CarryNote } from "@/components/shared/carry-note";
import { clusterNodesQuery } from "@/lib/queries/nodes";

type PoolCarryingProps = { readonly clusterId: string; readonly nodePoolId: string };

/** How many nodes of a pool carry its present sets; nothing until they were read. */
export function PoolCarrying({ clusterId, nodePoolId }: PoolCarryingProps) {
  const pools = useQuery(clusterNodesQuery(clusterId)).data?.pools ?? [];
  const counts = pools.find((pool) => pool.nodePoolId === nodePoolId)?.counts;
  return counts ? <CarryNote carrying={counts} /> : null;
}
