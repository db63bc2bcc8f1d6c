import { ClusterPage, clusterMetadata, type ClusterPageProps } from "@/app/(console)/clusters/[clusterId]/cluster-page";

export const generateMetadata = (props: ClusterPageProps) => clusterMetadata(props, "services");

export default function ClusterServicesPage(props: ClusterPageProps) {
  return <ClusterPage {...props} tab="services" />;
}
