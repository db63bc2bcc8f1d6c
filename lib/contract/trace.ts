import * as v from "valibot";
import { completenessSchema } from "@/lib/contract/page";
import { pathTestSchema } from "@/lib/contract/path-test";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";
import { statementParts, traceVerdicts } from "@/lib/zpr/reach/trace-words";

const endText = v.pipe(v.string(), v.trim(), v.nonEmpty("Say where it begins and ends."), v.maxLength(400));

/**
 * The query of `GET /api/trace`. An end is the id of a resource, an IP address or CIDR block, `all-endpoints`, or
 * `osn-services-ip-addresses`; the protocol is as a statement writes it, empty for every one.
 */
export const traceRequestSchema = v.object({
  source: endText,
  destination: endText,
  protocol: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60)), ""),
});

const tracedStatementSchema = v.object({
  text: v.string(),
  places: readOnlyArray(v.object({ policyId: v.string(), policyName: v.string(), index: v.number() })),
  serves: v.picklist(["both", "source", "destination"]),
  /** The parts that do not fit, and codes of how each part stands to the question. */
  failed: readOnlyArray(v.picklist(statementParts)),
  reasons: v.object({ location: v.string(), source: v.string(), destination: v.string(), protocol: v.string() }),
});
export type TracedStatementView = v.InferOutput<typeof tracedStatementSchema>;

const traceEndSchema = v.object({
  text: v.string(),
  /** `null` when it is no resource. */
  resource: v.nullable(v.object({ id: v.string(), displayName: v.string(), kind: v.string() })),
});
export type TraceEndView = v.InferOutput<typeof traceEndSchema>;

/** What ZPR does with one flow, and why. */
export const traceSchema = v.object({
  verdict: v.picklist(traceVerdicts),
  /** Stable codes: docs/reach.md. */
  reason: v.string(),
  source: traceEndSchema,
  destination: traceEndSchema,
  protocol: v.string(),
  allowing: readOnlyArray(tracedStatementSchema),
  perhaps: readOnlyArray(tracedStatementSchema),
  nearMisses: readOnlyArray(tracedStatementSchema),
  causes: readOnlyArray(v.object({ code: v.string(), statement: v.nullable(v.string()) })),
  notes: readOnlyArray(v.string()),
  /** `null` when neither end is a resource. */
  pathTest: v.nullable(pathTestSchema),
  policies: readingStateSchema,
  completeness: completenessSchema,
});
export type TraceAnswer = v.InferOutput<typeof traceSchema>;
