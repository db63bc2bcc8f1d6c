import { cniWord, endpointWords } from "@/components/clusters/cluster-words";
import { attributesText, findingCountsText } from "@/components/shared/attribute-words";
import type { ExportedColumns } from "@/components/shared/list-scope";
import type { ListedCluster } from "@/lib/contract/clusters";

/** What a file says of each column of the clusters. */
export const clusterExport: ExportedColumns<ListedCluster> = {
  name: [
    ["Name", ({ name }) => name],
    ["OCID", ({ id }) => id],
    ["Lifecycle state", ({ lifecycleState }) => lifecycleState],
  ],
  eligibility: [
    ["ZPR", ({ eligibility }) => eligibility.state],
    ["Why", ({ eligibility }) => eligibility.reasons.map(({ reason }) => reason).join("; ")],
  ],
  readiness: [
    ["Prerequisites failing", ({ readiness }) => readiness.fail],
    ["Prerequisites unknown", ({ readiness }) => readiness.unknown],
  ],
  stale: [
    ["Findings", ({ findings }) => findingCountsText(findings)],
    [
      "Stale attributes",
      ({ verdicts }) => verdicts.deleted + verdicts.deleting + verdicts.retired + verdicts["value-not-allowed"],
    ],
  ],
  endpointSecurityAttributes: [
    ["Endpoint attributes", ({ endpointSecurityAttributes }) => attributesText(endpointSecurityAttributes)],
  ],
  protectedResourceCount: [
    ["Protected", ({ protectedResourceCount }) => protectedResourceCount],
    ["Resources", ({ resourceCount }) => resourceCount],
  ],
  nodePoolCount: [
    ["Pools", ({ nodePoolCount }) => nodePoolCount],
    ["Virtual pools", ({ virtualNodePoolCount }) => virtualNodePoolCount],
  ],
  region: [["Region", ({ region }) => region]],
  compartmentName: [["Compartment", ({ compartmentName }) => compartmentName]],
  kubernetesVersion: [["Version", ({ kubernetesVersion }) => kubernetesVersion]],
  endpoint: [
    ["Endpoint", ({ endpoint }) => endpointWords[endpoint]],
    ["CNI", ({ cniType }) => cniWord(cniType)],
  ],
};
