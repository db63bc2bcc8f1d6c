import { EligibilityNote } from "@/components/shared/eligibility-note";
import { FactList, type Fact } from "@/components/shared/fact-list";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { NodePoolDetail } from "@/lib/contract/node-pools";
import { formatCount } from "@/lib/format";
import { routes } from "@/lib/routes";

/** What a node pool is, and whether its cluster can use security attributes. */
export function NodePoolFacts({ detail: { nodePool, cluster } }: { readonly detail: NodePoolDetail }) {
  const facts: readonly Fact[] = [
    {
      label: "Cluster",
      value:
        cluster === null ? (
          <span className="text-muted">Not known, or not visible to you</span>
        ) : (
          <TextLink href={routes.cluster(cluster.id)}>
            <Literal text={cluster.name} />
          </TextLink>
        ),
    },
    {
      label: "Kubernetes version",
      value: <span className="text-note font-mono">{nodePool.kubernetesVersion ?? "Not known"}</span>,
    },
    { label: "Shape", value: <span className="text-note font-mono">{nodePool.nodeShape ?? "Not known"}</span> },
    { label: "Nodes", value: <NodesFact nodePool={nodePool} /> },
    { label: "Secondary VNICs to a node", value: formatCount(nodePool.secondaryVnicCount) },
    ...(cluster === null
      ? []
      : [
          {
            label: "ZPR security attributes",
            value: <EligibilityNote eligibility={cluster.eligibility} look="full" />,
            ...(cluster.eligibility.reasons.length > 0 && { width: "full" as const }),
          },
        ]),
  ];
  return (
    <div className="rounded-box border-line bg-surface mb-4 border px-4 py-3">
      <FactList facts={facts} />
    </div>
  );
}

function NodesFact({ nodePool: { nodeCount, size } }: Pick<NodePoolDetail, "nodePool">) {
  if (nodeCount === null) return <span className="text-muted">Not read</span>;
  return (
    <>
      {formatCount(nodeCount)}
      {size !== null && size !== nodeCount && <span className="text-muted"> of {formatCount(size)} asked for</span>}
    </>
  );
}
