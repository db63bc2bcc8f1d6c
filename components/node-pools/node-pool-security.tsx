"use client";

import { NodePoolFrame } from "@/components/node-pools/node-pool-frame";
import { VnicSection } from "@/components/node-pools/vnic-section";
import { late } from "@/components/shared/late";
import { TimeAgo } from "@/components/shared/time-ago";
import type { NodePoolDetail } from "@/lib/contract/node-pools";

const NodesReading = late(() => import("@/components/node-pools/nodes-reading").then((module) => module.NodesReading));

/** The two sets of a node pool, one under the other and never merged, and when a change of either bites. */
export function NodePoolSecurity({ nodePoolId }: { readonly nodePoolId: string }) {
  return (
    <NodePoolFrame nodePoolId={nodePoolId} tab="security">
      {(detail) => <Sections detail={detail} />}
    </NodePoolFrame>
  );
}

function Sections({ detail }: { readonly detail: NodePoolDetail }) {
  const { nodePool, nodes, readAt } = detail;
  const running = nodes?.filter(({ lifecycleState }) => lifecycleState === "ACTIVE").length ?? null;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="max-w-[88ch]">
          A change reaches only nodes that are created afterwards. <RunningNodes count={running} />
        </p>
        <p className="text-muted">
          Read <TimeAgo time={readAt} />
        </p>
      </div>
      <NodesReading nodePool={nodePool} />
      <VnicSection
        title="Primary VNIC security attributes"
        about="For traffic of the nodes themselves: kubelet, Oracle Cloud Agent, pods on the host network."
        resource={nodePool.primary}
      />
      <VnicSection
        title="Secondary VNIC security attributes"
        about={secondaryAbout(nodePool.secondaryVnicCount)}
        resource={nodePool.secondary}
      />
    </>
  );
}

const secondaryAbout = (count: number) =>
  count > 1
    ? `For traffic of the pods. One set for all ${count} secondary VNICs of a node.`
    : "For traffic of the pods.";

/** What the change would not touch, counted where that is known. */
function RunningNodes({ count }: { readonly count: number | null }) {
  if (count === null) return <>How many nodes run now, and so keep what they were launched with, is not known.</>;
  if (count === 0) return <>No node runs now.</>;
  return (
    <>
      {count === 1 ? "The 1 running node keeps" : `The ${count} running nodes keep`} what{" "}
      {count === 1 ? "it was" : "they were"} launched with until replaced.
    </>
  );
}
