"use client";

import { useQuery } from "@tanstack/react-query";
import { AttributeSet } from "@/components/shared/attribute-set";
import { columnHelper, DataTable } from "@/components/shared/data-table";
import { Ocid } from "@/components/shared/ocid";
import { Section } from "@/components/shared/section";
import { StateWord } from "@/components/shared/state-word";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import type { ClusterNodes, UnpooledNodeItem } from "@/lib/contract/nodes";
import { formatCounted } from "@/lib/format";
import { clusterNodesQuery } from "@/lib/queries/nodes";

const column = columnHelper<UnpooledNodeItem>();

const kindWords = { "self-managed": "Self-managed", karpenter: "Karpenter" } as const;

const evidenceWords: Record<UnpooledNodeItem["evidence"], string> = {
  "node-list": "Known by the cluster’s own list of Nodes.",
  "cluster-tag": "Known by a tag of its instance, which names this cluster.",
  "sole-cluster-of-vcn": "Possibly of this cluster: Karpenter’s tag, in a VCN in which no other cluster was seen.",
};

const foundWords = ({ evidence, isInNodeList }: UnpooledNodeItem): string =>
  isInNodeList === false
    ? `${evidenceWords[evidence]} It is not among the cluster’s Nodes: it has not joined, or has left.`
    : evidenceWords[evidence];

function NotReadable() {
  return <span className="text-muted">Not readable</span>;
}

const columns = column.columns([
  column.accessor("name", {
    header: "Name",
    cell: ({ getValue, row: { original: node } }) => (
      <span className="block min-w-32">
        <span className="block">
          <Literal text={getValue()} className="font-medium" />
        </span>
        <Ocid ocid={node.id} />
      </span>
    ),
  }),
  column.accessor("kind", {
    header: "Kind",
    cell: ({ row: { original: node } }) => (
      <span className="block min-w-44 py-0.5">
        {kindWords[node.kind]}
        <span className="text-note text-muted block max-w-[34ch]">{foundWords(node)}</span>
      </span>
    ),
  }),
  column.display({
    id: "primary",
    header: "Primary VNIC",
    cell: ({ row: { original: node } }) => <VnicsOf node={node} isPrimary />,
  }),
  column.display({
    id: "secondary",
    header: "Secondary VNICs",
    cell: ({ row: { original: node } }) => <VnicsOf node={node} isPrimary={false} />,
  }),
  column.accessor("instanceSecurityAttributes", {
    header: "On the instance",
    cell: ({ getValue }) => {
      const attributes = getValue();
      if (attributes === null) return <NotReadable />;
      return (
        <span className="block min-w-32">
          <AttributeSet attributes={attributes} />
        </span>
      );
    },
  }),
  column.accessor("lifecycleState", {
    header: "State",
    cell: ({ getValue }) => {
      const state = getValue();
      return state === null ? <NotReadable /> : <StateWord state={state} />;
    },
  }),
  column.accessor("compartmentName", {
    header: "Compartment",
    cell: ({ getValue }) => {
      const name = getValue();
      return name === null ? <NotReadable /> : <Literal text={name} />;
    },
  }),
]);

type UnpooledNodesProps = { readonly clusterId: string; readonly clusterName: string };

/** Nodes of a cluster that stand in no node pool: what they carry, and why it is only shown. */
export function UnpooledNodes({ clusterId, clusterName }: UnpooledNodesProps) {
  const nodes = useQuery(clusterNodesQuery(clusterId)).data;
  if (nodes === undefined) return null;
  return (
    <Section title="Nodes in no node pool">
      {nodes.nodeList !== null && <NodeListNote nodeList={nodes.nodeList} />}
      {nodes.unpooled === null ? (
        <p className="text-muted max-w-[88ch]">
          OKE lists self-managed and Karpenter nodes nowhere. Reading the nodes of the cluster asks its Kubernetes API
          for all Nodes; where that cannot be reached, the tags of instances tell.
        </p>
      ) : nodes.unpooled.length === 0 ? (
        <p className="text-muted">
          {nodes.nodeList?.state === "read" && nodes.nodeList.isComplete
            ? "Every Node of the cluster is one of a node pool."
            : nodes.reading.completeness.isComplete
              ? "No instance that you may see is a self-managed or Karpenter node of this cluster."
              : "None was found in what could be read."}
        </p>
      ) : (
        <>
          <Reasons nodes={nodes.unpooled} />
          <DataTable
            label={`Nodes of ${clusterName} in no node pool`}
            columns={columns}
            rows={nodes.unpooled}
            rowId={({ id }) => id}
          />
        </>
      )}
    </Section>
  );
}

/** Why each kind is only shown, once for all of its nodes. */
function Reasons({ nodes }: { readonly nodes: readonly UnpooledNodeItem[] }) {
  const reasons = new Map(nodes.map(({ kind, reason }) => [reason, kindWords[kind]]));
  return (
    <ul aria-label="Why they are only shown" className="mb-2 flex max-w-[88ch] flex-col gap-1">
      {[...reasons].map(([reason, kind]) => (
        <li key={reason}>
          <span className="font-medium">{kind}.</span> <span className="text-muted">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the section rests on: the cluster's own list, or tags alone. */
function NodeListNote({ nodeList }: { readonly nodeList: NonNullable<ClusterNodes["nodeList"]> }) {
  if (nodeList.state === "read") {
    return (
      <p className="text-muted mb-2 max-w-[88ch]">
        The cluster lists {nodeList.isComplete ? "" : "at least "}
        {formatCounted(nodeList.count, "Node")}; those of its node pools are not repeated here.
      </p>
    );
  }
  return (
    <Banner tone="unknown" title="The cluster’s list of Nodes could not be read" className="mb-2">
      <p>
        <Literal text={nodeList.message} />
      </p>
      <p>Only nodes that the tags of their instances give away are found.</p>
      <p className="text-note text-muted mt-1 font-mono">
        <Literal text={nodeList.code} />
      </p>
    </Banner>
  );
}

function VnicsOf({ node, isPrimary }: { readonly node: UnpooledNodeItem; readonly isPrimary: boolean }) {
  if (node.vnics === null) return <span className="text-muted">Not readable</span>;
  const vnics = node.vnics.filter((vnic) => vnic.isPrimary === isPrimary);
  if (vnics.length === 0) return <span className="text-muted">None</span>;
  return (
    <span className="flex min-w-40 flex-col gap-1">
      {vnics.map(({ vnicId, name, carried }) => (
        <span key={vnicId} className="flex flex-wrap items-center gap-1.5">
          {vnics.length > 1 && <Literal text={name} className="font-medium" />}
          {carried === null ? <span className="text-muted">Not readable</span> : <AttributeSet attributes={carried} />}
        </span>
      ))}
    </span>
  );
}
