import { attributesText, findingCountsText } from "@/components/shared/attribute-words";
import type { ExportedColumns } from "@/components/shared/list-scope";
import type { ListedResource } from "@/lib/contract/resources";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { isStale } from "@/lib/zpr/verdict-state";

const matchText = ({ cluster }: ListedResource): string =>
  cluster.type === "matched" ? cluster.confidence : cluster.type;

/** What a file says of each column of the resources. */
export const resourceExport: ExportedColumns<ListedResource> = {
  displayName: [
    ["Name", ({ displayName }) => displayName],
    ["Id", ({ id }) => id],
  ],
  kind: [["Kind", ({ kind }) => resourceKindFacts[kind].label]],
  clusterName: [
    ["Cluster", ({ clusterName }) => clusterName],
    ["Match", matchText],
  ],
  region: [
    ["Region", ({ region }) => region],
    ["Compartment", ({ compartmentName }) => compartmentName],
  ],
  attributes: [["Attributes", (row) => attributesText(attributesOf(row))]],
  state: [
    ["Lifecycle state", ({ lifecycleState }) => lifecycleState],
    ["Stale attributes", (row) => attributesOf(row).filter(({ verdict }) => isStale(verdict.state)).length],
    ["Findings", ({ findings }) => findingCountsText(findings)],
  ],
  owner: [["Set in", ({ owner }) => owner.type]],
  actions: [],
};
