"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { BeforeReplacement } from "@/components/node-pools/before-replacement";
import { NodeTable, type NodeRow } from "@/components/node-pools/node-table";
import { ReplaceNodesButton } from "@/components/node-pools/replace-nodes-button";
import { CarryNote } from "@/components/shared/carry-note";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { NodeReadingLine } from "@/components/shared/node-reading-line";
import type { NodeListItem, NodePoolDetail } from "@/lib/contract/node-pools";
import { nodePoolNodesQuery, useReadNodePoolNodes, useReadWhenDue } from "@/lib/queries/nodes";

type CarryingNodesProps = { readonly nodePool: NodePoolDetail["nodePool"]; readonly nodes: readonly NodeListItem[] };

/** The nodes of a pool with what their VNICs carry: read when the page is opened, and again after five minutes. */
export function CarryingNodes({ nodePool, nodes: listed }: CarryingNodesProps) {
  const query = useQuery(nodePoolNodesQuery(nodePool.id));
  const { mutate, isPending, isIdle, error } = useReadNodePoolNodes(nodePool.id);
  useReadWhenDue(query.data?.reading, { mutate, isIdle });
  const rows = useMemo(() => rowsOf(nodePool, listed, query.data?.nodes ?? null), [nodePool, listed, query.data]);
  const { reading, counts } = query.data ?? {};
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <span className="flex flex-wrap items-center gap-x-2">
          {counts && <CarryNote carrying={counts} />}
          {counts && <BeforeReplacement nodePoolId={nodePool.id} reading={reading} />}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <NodeReadingLine
            reading={reading}
            onRead={() => mutate()}
            isStarting={isPending}
            error={error ?? query.error}
            of={nodePool.name}
          />
          <ReplaceNodesButton nodePool={nodePool} />
        </span>
      </div>
      {reading?.readAt != null && <CompletenessBanner completeness={reading.completeness} />}
      <NodeTable poolName={nodePool.name} rows={rows} />
    </>
  );
}

/** The nodes of the newest reading; those of the inventory until there is one. */
function rowsOf(
  { primary, secondary }: NodePoolDetail["nodePool"],
  listed: readonly NodeListItem[],
  truths: readonly NonNullable<NodeRow["truth"]>[] | null,
): readonly NodeRow[] {
  const present = { primary, secondary };
  if (truths === null) return listed.map((node) => ({ node, truth: null, present }));
  const known = new Map(listed.map((node) => [node.id, node]));
  return truths.map((truth) => ({
    node: {
      ...(known.get(truth.id) ?? unlisted),
      id: truth.id,
      name: truth.name,
      lifecycleState: truth.lifecycleState,
    },
    truth,
    present,
  }));
}

/** Of a node that is newer than the last reading of the tenancy. */
const unlisted = { kubernetesVersion: null, privateIp: null, availabilityDomain: null, faultDomain: null };
