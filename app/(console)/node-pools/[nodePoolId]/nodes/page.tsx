import {
  NodePoolPage,
  nodePoolMetadata,
  type NodePoolPageProps,
} from "@/app/(console)/node-pools/[nodePoolId]/node-pool-page";

export const generateMetadata = (props: NodePoolPageProps) => nodePoolMetadata(props, "nodes");

export default function NodePoolNodesPage(props: NodePoolPageProps) {
  return <NodePoolPage {...props} tab="nodes" />;
}
