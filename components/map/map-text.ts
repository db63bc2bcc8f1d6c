import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { MapAnswer, MapGroupView, MapNodeView } from "@/lib/contract/map";
import { formatCount } from "@/lib/format";
import { mapResourceLabels } from "@/lib/oke/map/map-resource";
import { type MapGrouping, type MapMark, mapMarks, type MapState, type MarkCounts } from "@/lib/oke/map/map-words";
import type { outerKinds } from "@/lib/zpr/reach/effect-words";

type Words = { readonly word: string; readonly shape: GlyphShape; readonly tone: Tone };

/** How each mark is said and drawn; `line` is what the legend says of its line. */
export const markWords: Record<MapMark, Words & { readonly line: string }> = {
  blocked: { word: "Blocked, though expected", shape: "octagon", tone: "blocked", line: "solid with a crossbar" },
  lost: { word: "Lost", shape: "minus", tone: "blocked", line: "hollow" },
  "perhaps-lost": { word: "Perhaps lost", shape: "minus", tone: "warning", line: "hollow, broken" },
  unknown: { word: "Unknown", shape: "diamond", tone: "unknown", line: "dotted" },
  gained: { word: "Gained", shape: "plus", tone: "allowed", line: "double" },
  "perhaps-gained": { word: "Perhaps gained", shape: "plus", tone: "warning", line: "double, broken" },
  perhaps: { word: "Perhaps allowed", shape: "circle-half", tone: "warning", line: "dash and dot" },
  allowed: { word: "Allowed by ZPR", shape: "tick", tone: "allowed", line: "solid" },
};

/** How each state of a node is said and drawn; `line` is what the legend says of its outline. */
export const stateWords: Record<MapState, Words & { readonly line: string }> = {
  stale: { word: "Stale", shape: "triangle", tone: "warning", line: "dash and dot" },
  retired: { word: "Retired", shape: "triangle-outline", tone: "warning", line: "dash and dot" },
  unknown: { word: "Unknown", shape: "diamond", tone: "unknown", line: "dotted" },
  unprotected: { word: "Unprotected", shape: "circle-open", tone: "neutral", line: "dashed" },
  protected: { word: "Protected", shape: "tick", tone: "allowed", line: "solid" },
};

export const groupingWords: Record<MapGrouping, string> = {
  vcn: "VCN",
  cluster: "Cluster",
  compartment: "Compartment",
  attributes: "Attribute set",
};

const outerTitles: Record<(typeof outerKinds)[number], string> = {
  address: "Other addresses in",
  elsewhere: "Every other address",
  "osn-services": "Oracle’s services",
  "all-endpoints": "All endpoints",
};

type Named = Pick<MapNodeView, "kind" | "block" | "resources" | "resourceCount">;

const isOuter = (kind: MapNodeView["kind"]): kind is (typeof outerKinds)[number] => kind in outerTitles;

/** The names of a node's resources, the first of them where there are many; in words what is no resource. */
export function nodeTitle({ kind, block, resources, resourceCount }: Named, shown = 2): string {
  if (isOuter(kind)) return block === "" ? outerTitles[kind] : block;
  const names = resources.slice(0, shown).map(({ name }) => name);
  const more = resourceCount - names.length;
  return more > 0 ? `${names.join(", ")} and ${formatCount(more)} more` : names.join(", ");
}

/** What a node is: "Load balancer", "3 load balancers", "Addresses". */
export function nodeWhat({ kind, resourceCount }: Pick<MapNodeView, "kind" | "resourceCount">): string {
  if (isOuter(kind)) return kind === "address" ? "Addresses" : "Outside the resources";
  const { label, pluralLabel } = mapResourceLabels[kind];
  if (resourceCount === 1) return label;
  // Words that are a name keep their capitals: "3 VCNs", "2 Kubernetes API endpoints".
  const plural = /^(Kubernetes|VCN|Karpenter)/u.test(pluralLabel)
    ? pluralLabel
    : pluralLabel.charAt(0).toLowerCase() + pluralLabel.slice(1);
  return `${formatCount(resourceCount)} ${plural}`;
}

const namelessGroups: Record<MapGrouping, string> = {
  vcn: "VCN not known",
  cluster: "Not part of a cluster",
  compartment: "Compartment not known",
  attributes: "Not set",
};

/** A group by its name; a set by its attributes. */
export function groupTitle({ id, name, attributes }: MapGroupView, grouping: MapGrouping): string {
  if (id === "outside") return "Addresses and services";
  if (name !== null) return name;
  if (grouping === "attributes" && attributes.length > 0) return [...new Set(attributes)].toSorted().join(", ");
  return id === "none" ? namelessGroups[grouping] : id;
}

/** "12 allowed by ZPR, 3 unknown". */
export function marksSentence(marks: MarkCounts): string {
  const words = mapMarks.flatMap((mark) => {
    const count = marks[mark] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${markWords[mark].word.toLowerCase().replace("zpr", "ZPR")}`];
  });
  return words.length === 0 ? "none" : words.join(", ");
}

/** The worst mark that any has. */
export const worstMark = (marks: MarkCounts): MapMark | null => mapMarks.find((mark) => (marks[mark] ?? 0) > 0) ?? null;

/** Whether no flow can be missing: otherwise every count of them says "at least". */
export const isWholeMap = ({
  completeness,
  policies,
  unreadableCount,
}: Pick<MapAnswer, "completeness" | "policies" | "unreadableCount">): boolean =>
  completeness.isComplete && policies.state === "read" && unreadableCount === 0;
