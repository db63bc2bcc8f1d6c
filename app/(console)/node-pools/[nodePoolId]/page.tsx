import {
  NodePoolPage,
  nodePoolMetadata,
  type NodePoolPageProps,
} from "@/app/(console)/node-pools/[nodePoolId]/node-pool-page";

export const generateMetadata = (props: NodePoolPageProps) => nodePoolMetadata(props, "security");

export default function NodePoolSecurityPage(props: NodePoolPageProps) {
  return <NodePoolPage {...props} tab="security" />;
}
