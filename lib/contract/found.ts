import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";

/** What a page of the console is about. */
export const targetSchema = v.variant("type", [
  v.object({ type: v.literal("cluster"), id: v.string(), tab: v.picklist(["security", "node-pools"]) }),
  v.object({ type: v.literal("node-pool"), id: v.string(), tab: v.picklist(["security", "nodes"]) }),
  v.object({ type: v.literal("resource"), id: v.string() }),
  v.object({ type: v.literal("security-attribute"), namespace: v.string(), key: v.string() }),
  v.object({ type: v.literal("security-attribute-namespace"), namespace: v.string() }),
  v.object({ type: v.literal("zpr-policy"), id: v.string() }),
  v.object({ type: v.literal("compartment"), id: v.string() }),
  v.object({ type: v.literal("tenancy") }),
]);
export type Target = v.InferOutput<typeof targetSchema>;

/** A list in which it might have been, and that could not be read. */
const unreadSchema = v.object({
  operation: v.string(),
  region: v.string(),
  compartmentName: v.nullable(v.string()),
  code: v.string(),
});

/** `GET /api/r/{ocid}`: where it is in the console, or why it is nowhere. */
export const foundSchema = v.variant("state", [
  v.object({ state: v.literal("found"), target: targetSchema }),
  v.object({ state: v.literal("not-an-ocid") }),
  v.object({ state: v.literal("other-realm"), realm: v.string(), ownRealm: v.string() }),
  /** Its region is none of the tenancy's, or one that the console was told not to read. */
  v.object({ state: v.literal("other-region"), region: v.string(), regions: readOnlyArray(v.string()) }),
  v.object({ state: v.literal("kind-not-shown"), ocidType: v.string() }),
  /** Nodes are read when somebody asks for those of their pool: this one was not among what was read so far. */
  v.object({ state: v.literal("nodes-not-read") }),
  v.object({
    state: v.literal("not-read"),
    /** At most five; `scopeCount` says how many there are. */
    scopes: readOnlyArray(unreadSchema),
    scopeCount: v.number(),
  }),
  /** The first reading has not come to it yet. */
  v.object({ state: v.literal("reading") }),
  v.object({ state: v.literal("not-there") }),
]);
export type Found = v.InferOutput<typeof foundSchema>;

const searchHitSchema = v.object({
  target: targetSchema,
  /** What kind of thing it is, in Oracle's words. */
  kind: v.string(),
  name: v.string(),
  /** Where it is: region and compartment, or cluster. */
  place: v.string(),
});
export type SearchHit = v.InferOutput<typeof searchHitSchema>;

/** The query of `GET /api/search`. */
export const searchRequestSchema = v.object({
  q: v.pipe(v.string(), v.trim(), v.nonEmpty("Say what to look for."), v.maxLength(400, "Use at most 400 characters.")),
});

/** The best hits over the whole tenancy, whatever the scope. */
export const searchResponseSchema = v.object({
  hits: readOnlyArray(searchHitSchema),
  /** How many things match, of which `hits` are the best. */
  total: v.number(),
  /** Whether everything that could match was read. */
  isComplete: v.boolean(),
});
export type SearchResponse = v.InferOutput<typeof searchResponseSchema>;
