import type { ClusterListItem } from "@/lib/contract/clusters";

export const endpointWords: Record<ClusterListItem["endpoint"], string> = {
  public: "Public",
  private: "Private",
  "not-vcn-native": "Not VCN-native",
};

const cniNames: Readonly<Record<string, string>> = { OCI_VCN_IP_NATIVE: "VCN-native", FLANNEL_OVERLAY: "flannel" };

/** The CNI plugin as a person calls it. A type that Oracle adds later is shown as it is. */
export const cniWord = (cniType: string | null): string =>
  cniType === null ? "Not known" : Object.hasOwn(cniNames, cniType) ? (cniNames[cniType] ?? cniType) : cniType;
