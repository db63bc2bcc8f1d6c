import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { holdCodes } from "@/lib/zpr/guards/hold-words";
import { traceVerdicts } from "@/lib/zpr/reach/trace-words";

const heldFlowSchema = v.object({
  source: v.string(),
  destination: v.string(),
  protocol: v.string(),
  /** How many pairs of resources stand alike. */
  count: v.number(),
  /** What ZPR does with it after the edit. */
  verdict: v.picklist(traceVerdicts),
  /** Those that allow what must not be. */
  statements: readOnlyArray(v.string()),
});
export type HeldFlow = v.InferOutput<typeof heldFlowSchema>;

const holdReasonSchema = v.object({
  /** The same as long as the same stands against the same edit. */
  id: v.string(),
  code: v.picklist(holdCodes),
  /** `false`: nobody can be sure. That is no stop by itself, and needs the same confirmation. */
  isCertain: v.boolean(),
  text: v.string(),
  clusterName: v.nullable(v.string()),
  /** The first flows that decide it. */
  flows: readOnlyArray(heldFlowSchema),
  flowCount: v.number(),
  cure: v.string(),
  /** Statements that would cure it. */
  cureStatements: readOnlyArray(v.string()),
});
export type HoldReason = v.InferOutput<typeof holdReasonSchema>;

/** Answer of `POST /api/guards/edits`: what the guards say of an edit that has not been sent. */
export const editHoldSchema = v.object({
  /** Whether more will be known in a moment, because something is being read. */
  isReading: v.boolean(),
  /** `none`: no admin source and no line is declared, so nothing was proved. */
  declared: v.picklist(["none", "some", "unreadable"]),
  reasons: readOnlyArray(holdReasonSchema),
  /** Of the lines after the edit; those that fail did so before, or are among the reasons. */
  lines: v.object({ passCount: v.number(), lineCount: v.number(), failing: readOnlyArray(v.string()) }),
  /** Clusters that an admin source surely reaches after the edit, of all; `null` where none is declared. */
  access: v.nullable(v.object({ provenCount: v.number(), clusterCount: v.number() })),
  /** What a person types to go on against the reasons; `null` where there are none. */
  nameToType: v.nullable(v.string()),
});
export type EditHoldAnswer = v.InferOutput<typeof editHoldSchema>;

/** 409: guards stand against the edit, and nobody has overridden them. Nothing was written. */
export const heldEditSchema = v.object({
  code: v.literal("HeldByGuards"),
  message: v.string(),
  hold: editHoldSchema,
});
export type HeldEdit = v.InferOutput<typeof heldEditSchema>;
