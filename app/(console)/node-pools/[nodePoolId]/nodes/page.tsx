import {
  NodePoolPage,
  nodePoolMetadata,
  type NodePoolPageProps,
} from "@/app/(console)/node-pools/[nodePoolId]/node-pool-page";
import { NodePoolNodes } from "@/components/node-pools/node-pool-nodes";

export const generateMetadata = (props: NodePoolPageProps) => nodePoolMetadata(props, "nodes");

export default function NodePoolNodesPage(props: NodePoolPageProps) {
  return <NodePoolPage {...props} side={NodePoolNodes} />;
}
