import * as v from "valibot";

/** `GET /api/session`: who the console is towards OCI, and the token that a page sends with every write. */
export const sessionSchema = v.object({
  /** Sent back in the header `X-ZPR-Page-Token`. */
  pageToken: v.string(),
  profile: v.string(),
  tenancyId: v.string(),
  region: v.string(),
  /** True behind the emulator: the page then says so, permanently. */
  isEmulatedTenancy: v.boolean(),
});
export type SessionFacts = v.InferOutput<typeof sessionSchema>;
