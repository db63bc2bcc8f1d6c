import {
  NodePoolPage,
  nodePoolMetadata,
  type NodePoolPageProps,
} from "@/app/(console)/node-pools/[nodePoolId]/node-pool-page";
import { NodePoolSecurity } from "@/components/node-pools/node-pool-security";

export const generateMetadata = (props: NodePoolPageProps) => nodePoolMetadata(props, "security");

export default function NodePoolSecurityPage(props: NodePoolPageProps) {
  return <NodePoolPage {...props} side={NodePoolSecurity} />;
}
