import * as v from "valibot";
import { ocidParam } from "@/lib/contract/ocid-param";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { pathProtocols } from "@/lib/oke/path-protocol";

/** The query of `GET /api/resources/{id}/path-test`. */
export const pathTestRequestSchema = v.object({
  destinationId: ocidParam,
  protocol: v.optional(v.picklist(pathProtocols, `Use one of: ${pathProtocols.join(", ")}.`), "tcp"),
  port: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, "Use a port from 1 to 65535."),
      v.transform(Number),
      v.minValue(1, "Use a port from 1 to 65535."),
      v.maxValue(65_535, "Use a port from 1 to 65535."),
    ),
  ),
});

/** The command that starts a test of the path from one resource to another, or why there is none. */
export const pathTestSchema = v.object({
  command: v.nullable(v.string()),
  notes: readOnlyArray(v.string()),
  reason: v.nullable(v.string()),
});
export type PathTestAnswer = v.InferOutput<typeof pathTestSchema>;
