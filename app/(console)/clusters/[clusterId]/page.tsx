import { ClusterPage, clusterMetadata, type ClusterPageProps } from "@/app/(console)/clusters/[clusterId]/cluster-page";
import { ClusterSecurity } from "@/components/clusters/cluster-security";

export const generateMetadata = (props: ClusterPageProps) => clusterMetadata(props, "security");

export default function ClusterSecurityPage(props: ClusterPageProps) {
  return <ClusterPage {...props} side={ClusterSecurity} />;
}
