import { ClusterPage, clusterMetadata, type ClusterPageProps } from "@/app/(console)/clusters/[clusterId]/cluster-page";

export const generateMetadata = (props: ClusterPageProps) => clusterMetadata(props, "node-pools");

export default function ClusterNodePoolsPage(props: ClusterPageProps) {
  return <ClusterPage {...props} tab="node-pools" />;
}
