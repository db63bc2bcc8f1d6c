import { ClusterPage, clusterMetadata, type ClusterPageProps } from "@/app/(console)/clusters/[clusterId]/cluster-page";

export const generateMetadata = (props: ClusterPageProps) => clusterMetadata(props, "security");

export default function ClusterSecurityPage(props: ClusterPageProps) {
  return <ClusterPage {...props} tab="security" />;
}
