import { ClusterPage, clusterMetadata, type ClusterPageProps } from "@/app/(console)/clusters/[clusterId]/cluster-page";
import { ClusterNodePools } from "@/components/clusters/cluster-node-pools";

export const generateMetadata = (props: ClusterPageProps) => clusterMetadata(props, "node-pools");

export default function ClusterNodePoolsPage(props: ClusterPageProps) {
  return <ClusterPage {...props} side={ClusterNodePools} />;
}
