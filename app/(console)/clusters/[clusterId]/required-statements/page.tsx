import { ClusterPage, clusterMetadata, type ClusterPageProps } from "@/app/(console)/clusters/[clusterId]/cluster-page";
import { ClusterStatementsTab } from "@/components/clusters/cluster-statements-tab";

export const generateMetadata = (props: ClusterPageProps) => clusterMetadata(props, "required-statements");

export default function ClusterStatementsPage(props: ClusterPageProps) {
  return <ClusterPage {...props} side={ClusterStatementsTab} />;
}
