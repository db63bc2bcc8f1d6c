import type { ExportedColumns } from "@/components/shared/list-scope";
import type { FindingListItem } from "@/lib/contract/findings";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

/** What a file says of each column of the findings. */
export const findingExport: ExportedColumns<FindingListItem> = {
  displayName: [
    ["Resource", ({ displayName }) => displayName],
    ["Kind", ({ kind }) => resourceKindFacts[kind].label],
    ["Resource id", ({ resourceId }) => resourceId],
  ],
  severity: [["Severity", ({ severity }) => severity]],
  rule: [
    ["Finding", ({ title }) => title],
    ["Evidence", ({ evidence }) => evidence],
    ["Cure", ({ cure }) => cure],
  ],
  clusterName: [["Cluster", ({ clusterName }) => clusterName]],
  region: [
    ["Region", ({ region }) => region],
    ["Compartment", ({ compartmentName }) => compartmentName],
  ],
};
