import { markWords, nodeTitle, nodeWhat } from "@/components/map/map-text";
import type { MapAnswer, MapFlowView, MapNodeView } from "@/lib/contract/map";
import { csvFrom } from "@/lib/export/csv";

/** What a file says of itself before its rows: what was asked, when, and what could not be read. */
export type AboutMap = {
  readonly tenancy: string | null;
  readonly profile: string | null;
  /** The address of the view. */
  readonly address: string;
  /** What the address asks for, by its names. */
  readonly filters: Readonly<Record<string, string>>;
  /** ISO, of the export. */
  readonly time: string;
};

const scopesUnread = ({ completeness, policies, unreadableCount }: MapAnswer): readonly string[] => [
  ...completeness.gaps.map(
    ({ operation, region, code, compartmentNames, scopeCount }) =>
      `${operation} in ${region}: ${code}, ${scopeCount} ${scopeCount === 1 ? "scope" : "scopes"}${compartmentNames.length > 0 ? ` (${compartmentNames.join(", ")})` : ""}`,
  ),
  ...(completeness.isComplete || completeness.gaps.length > 0 ? [] : ["The tenancy is still being read"]),
  ...(policies.state === "read" ? [] : [`ZPR policies: ${policies.message ?? "still being read"}`]),
  ...(unreadableCount === 0 ? [] : [`${unreadableCount} statements that cannot be read`]),
];

const means =
  "What ZPR allows. Network security groups, security lists and routes must allow a flow too; pods on one node are not covered.";

/** The same for each kind of file: names and values. */
export function aboutLines(answer: MapAnswer, about: AboutMap): readonly (readonly [name: string, value: string])[] {
  const { tenancy, profile, address, filters, time } = about;
  const unread = scopesUnread(answer);
  const asked = Object.entries(filters).map(([name, value]) => `${name}=${value}`);
  return [
    ["Map of", tenancy ?? "a tenancy whose name is not known"],
    ["Read as", profile ?? "not known"],
    ["Mode", answer.mode],
    ...(answer.draft === null ? [] : ([["Draft", answer.draft.title]] as const)),
    ["Filters", asked.length === 0 ? "none" : asked.join("; ")],
    ["Address", address],
    ["Exported at", time],
    ["Resources read at", answer.readAt ?? "still being read"],
    ["Policies read at", answer.policies.readAt ?? "not read"],
    ["Flows", unread.length === 0 ? `${answer.totals.flows}` : `at least ${answer.totals.flows}`],
    ["Not read", unread.length === 0 ? "nothing" : unread.join("; ")],
    ["Self-managed nodes", `of ${answer.nodesRead.read} of ${answer.nodesRead.total} clusters, whose nodes were read`],
    ["Means", means],
  ];
}

type Rows = { readonly flows: readonly MapFlowView[]; readonly nodeOf: (id: string) => MapNodeView | undefined };

function rowsOf(pages: readonly MapAnswer[]): Rows {
  const nodes = new Map(pages.flatMap((page) => page.nodes.map((node) => [node.id, node] as const)));
  const flows = pages.flatMap(({ content }) => (content.view === "table" ? content.items : []));
  return { flows, nodeOf: (id) => nodes.get(id) };
}

const endColumns = ["name", "kind", "resources", "OCIDs", "cluster", "VCN", "region", "attributes"];

/** Ids of a pool's surfaces are those of the pool with a suffix. */
const ocidOf = (id: string): string => id.replace(/:(primary-vnic|secondary-vnics)$/u, "");

function endCells(node: MapNodeView | undefined, id: string) {
  if (node === undefined) return [id, null, null, null, null, null, null, null];
  const { resources, resourceCount, clusterName, vcnName, region, attributes } = node;
  return [
    nodeTitle(node, resources.length),
    nodeWhat(node),
    resourceCount,
    [...new Set(resources.map((each) => ocidOf(each.id)))].join(" "),
    clusterName,
    vcnName,
    region,
    attributes.join(" "),
  ];
}

/** The rows of the table, all pages, as CSV. */
export function mapCsv(pages: readonly MapAnswer[], about: AboutMap): string {
  const { flows, nodeOf } = rowsOf(pages);
  const [first] = pages;
  const header = [
    ...endColumns.map((name) => `Source ${name}`),
    ...endColumns.map((name) => `Destination ${name}`),
    "ZPR",
    "Protocols",
    "Statements",
    "Policies",
    "Causes",
  ];
  return csvFrom({
    about: first === undefined ? [] : aboutLines(first, about),
    header,
    rows: flows.map(({ source, target, mark, protocols, statements, causes }) => [
      ...endCells(nodeOf(source), source),
      ...endCells(nodeOf(target), target),
      markWords[mark].word,
      protocols,
      statements.map(({ text }) => text).join("\n"),
      statements
        .flatMap(({ places }) => places.map(({ policyName, index }) => `${policyName}, statement ${index + 1}`))
        .join("\n"),
      causes.join(" "),
    ]),
  });
}

/** The rows of the table, all pages, as JSON: each end with its resources, each flow with its statements. */
export function mapJson(pages: readonly MapAnswer[], about: AboutMap): string {
  const { flows, nodeOf } = rowsOf(pages);
  const [first] = pages;
  const endOf = (id: string) => {
    const node = nodeOf(id);
    if (node === undefined) return { id };
    const { groupId: _group, flowCount: _count, ...end } = node;
    return end;
  };
  const about_ = first === undefined ? {} : Object.fromEntries(aboutLines(first, about));
  const rows = flows.map(({ source, target, ...flow }) => ({ ...flow, source: endOf(source), target: endOf(target) }));
  return `${JSON.stringify({ about: about_, completeness: first?.completeness, flows: rows }, null, 2)}\n`;
}
