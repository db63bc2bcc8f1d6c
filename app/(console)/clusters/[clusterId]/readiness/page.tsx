import { ClusterPage, clusterMetadata, type ClusterPageProps } from "@/app/(console)/clusters/[clusterId]/cluster-page";
import { ClusterReadinessTab } from "@/components/clusters/cluster-readiness-tab";

export const generateMetadata = (props: ClusterPageProps) => clusterMetadata(props, "readiness");

export default function ClusterReadinessPage(props: ClusterPageProps) {
  return <ClusterPage {...props} side={ClusterReadinessTab} />;
}
