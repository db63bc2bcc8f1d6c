import * as v from "valibot";
import { findingCountsSchema } from "@/lib/contract/finding-counts";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";
import { assessedSecurityAttributeSchema } from "@/lib/contract/security-attribute";
import { mapResourceKinds } from "@/lib/oke/map/map-resource";
import { mapGroupings, mapMarks, mapModes, type MapState, mapStates, type MarkCounts } from "@/lib/oke/map/map-words";
import { outerKinds } from "@/lib/zpr/reach/effect-words";

const count = v.exactOptional(v.number());
const marksSchema: v.GenericSchema<MarkCounts> = v.object({
  blocked: count,
  lost: count,
  "perhaps-lost": count,
  unknown: count,
  gained: count,
  "perhaps-gained": count,
  perhaps: count,
  allowed: count,
});

const statesSchema: v.GenericSchema<{ readonly [S in MapState]: number }> = v.object({
  stale: v.number(),
  retired: v.number(),
  unknown: v.number(),
  unprotected: v.number(),
  protected: v.number(),
});

const stateSchema = v.nullable(v.picklist(mapStates));

const nodeSchema = v.object({
  id: v.string(),
  kind: v.picklist([...mapResourceKinds, ...outerKinds]),
  /** The block of an address, else empty. */
  block: v.string(),
  groupId: v.string(),
  /** The first of its resources, by name. */
  resources: readOnlyArray(v.object({ id: v.string(), name: v.string() })),
  resourceCount: v.number(),
  region: v.nullable(v.string()),
  vcnName: v.nullable(v.string()),
  clusterName: v.nullable(v.string()),
  /** As they are shown: `namespace.key:value`. */
  attributes: readOnlyArray(v.string()),
  state: stateSchema,
  findings: findingCountsSchema,
  isChanged: v.boolean(),
  /** Flows to and from it that the filter leaves. */
  flowCount: v.number(),
});
/** What a map shows as one: alike resources, a VCN, or an end outside. */
export type MapNodeView = v.InferOutput<typeof nodeSchema>;

const groupSchema = v.object({
  id: v.string(),
  /** `null` for the groups of what is outside, of what has none, and of attributes. */
  name: v.nullable(v.string()),
  region: v.nullable(v.string()),
  /** Of an attribute set, and of a VCN what it carries itself. */
  attributes: readOnlyArray(v.string()),
  resourceCount: v.number(),
  nodeCount: v.number(),
  /** The worst of its nodes. */
  state: stateSchema,
  /** Resources by state. */
  states: statesSchema,
  findings: findingCountsSchema,
});
export type MapGroupView = v.InferOutput<typeof groupSchema>;

const statementSchema = v.object({
  text: v.string(),
  places: readOnlyArray(v.object({ policyId: v.string(), policyName: v.string(), index: v.number() })),
});

const flowSchema = v.object({
  id: v.string(),
  /** Ids of nodes. */
  source: v.string(),
  target: v.string(),
  mark: v.picklist(mapMarks),
  protocols: v.string(),
  statements: readOnlyArray(statementSchema),
  /** Stable codes: docs/reach.md. */
  causes: readOnlyArray(v.string()),
  ungoverned: v.nullable(v.picklist(["before", "after"])),
  guard: v.nullable(v.string()),
});
/** All traffic from one node to another that stands alike: what each view counts as one. */
export type MapFlowView = v.InferOutput<typeof flowSchema>;

const edgeSchema = v.object({ source: v.string(), target: v.string(), marks: marksSchema });

const drawnGroupSchema = v.object({
  id: v.string(),
  isOpen: v.boolean(),
  /** Ids of the nodes that are drawn. */
  drawn: readOnlyArray(v.string()),
  /** How many more an open group has, for which there is no room. */
  restCount: v.number(),
  restState: stateSchema,
  restFindings: findingCountsSchema,
});
export type MapDrawnGroup = v.InferOutput<typeof drawnGroupSchema>;

const graphSchema = v.object({
  view: v.literal("graph"),
  groups: readOnlyArray(drawnGroupSchema),
  /** Groups that have no room; the edge end `rest:` stands for them. */
  restGroups: v.object({ count: v.number(), state: stateSchema, findings: findingCountsSchema }),
  edges: readOnlyArray(edgeSchema),
  drawnCount: v.number(),
});

const tableSchema = v.object({
  view: v.literal("table"),
  items: readOnlyArray(flowSchema),
  opcNextPage: v.nullable(v.string()),
});

const axisSchema = v.object({
  /** `null` for all groups that have no room of their own. */
  groupId: v.nullable(v.string()),
  groupCount: v.number(),
  flowCount: v.number(),
});
const matrixSchema = v.object({
  view: v.literal("matrix"),
  rows: readOnlyArray(axisSchema),
  columns: readOnlyArray(axisSchema),
  cells: readOnlyArray(v.object({ row: v.number(), column: v.number(), flowCount: v.number(), marks: marksSchema })),
});
export type MapMatrixView = v.InferOutput<typeof matrixSchema>;

const focusSchema = v.object({
  /** The node, or the group, that was asked for. */
  nodeId: v.string(),
  /** The resource of it that was asked for, where it was one. */
  resourceId: v.nullable(v.string()),
  /** What it stands in, outermost first: the node of its VCN, and of its cluster's endpoint. */
  within: readOnlyArray(v.object({ nodeId: v.string(), of: v.picklist(["vcn", "cluster"]), name: v.string() })),
  attributes: readOnlyArray(assessedSecurityAttributeSchema),
  findings: readOnlyArray(
    v.object({
      id: v.string(),
      severity: v.picklist(["high", "medium", "low"]),
      title: v.string(),
      evidence: v.string(),
    }),
  ),
  findingCount: v.number(),
  /** The first of its flows, the worst before the others. */
  flows: readOnlyArray(flowSchema),
  flowCount: v.number(),
});
export type MapFocus = v.InferOutput<typeof focusSchema>;

const draftSchema = v.object({ id: v.string(), title: v.string(), storedAt: v.string(), isLater: v.boolean() });

/** One map in one of its views. */
export const mapSchema = v.object({
  revision: v.number(),
  /** When the inventory was read; `null` while the first pass runs. */
  readAt: v.nullable(v.string()),
  group: v.picklist(mapGroupings),
  mode: v.picklist(mapModes),
  policies: readingStateSchema,
  completeness: completenessSchema,
  /** `isLater`: it takes effect when all nodes of a pool have been replaced. */
  draft: v.nullable(draftSchema),
  totals: v.object({
    nodes: v.number(),
    resources: v.number(),
    flows: v.number(),
    marks: marksSchema,
    states: statesSchema,
    findings: findingCountsSchema,
  }),
  /** Without the filter. */
  totalUnfiltered: v.object({ nodes: v.number(), flows: v.number() }),
  /** Statements that cannot be read: the first, and how many. What they allow is on no map. */
  unreadable: readOnlyArray(v.string()),
  unreadableCount: v.number(),
  /** Nodes that no pool makes are on the map of those clusters whose nodes were read. */
  nodesRead: v.object({ read: v.number(), total: v.number() }),
  /** Those of the filter. */
  groups: readOnlyArray(groupSchema),
  /** Those that the view names, by no particular order. */
  nodes: readOnlyArray(nodeSchema),
  content: v.variant("view", [graphSchema, tableSchema, matrixSchema]),
  /** `null` when nothing was asked for, or when it is not on the map. */
  focus: v.nullable(focusSchema),
});
export type MapAnswer = v.InferOutput<typeof mapSchema>;
