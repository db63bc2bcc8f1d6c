import { ClusterPage, clusterMetadata, type ClusterPageProps } from "@/app/(console)/clusters/[clusterId]/cluster-page";
import { ClusterServices } from "@/components/clusters/cluster-services";

export const generateMetadata = (props: ClusterPageProps) => clusterMetadata(props, "services");

export default function ClusterServicesPage(props: ClusterPageProps) {
  return <ClusterPage {...props} side={ClusterServices} />;
}
