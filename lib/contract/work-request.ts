import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import type { WorkRequest } from "@/lib/oke/work-request";

const statuses = [
  "ACCEPTED",
  "IN_PROGRESS",
  "WAITING",
  "NEEDS_ATTENTION",
  "FAILED",
  "SUCCEEDED",
  "CANCELING",
  "CANCELED",
  "UNKNOWN_VALUE",
] as const;

export const workRequestSchema: v.GenericSchema<WorkRequest> = v.object({
  id: v.string(),
  service: v.picklist(["containerengine", "loadbalancer", "networkloadbalancer", "zpr"]),
  operationType: v.string(),
  status: v.picklist(statuses),
  percentComplete: v.nullable(v.number()),
  timeAccepted: v.nullable(v.string()),
  timeStarted: v.nullable(v.string()),
  timeFinished: v.nullable(v.string()),
  errors: readOnlyArray(
    v.object({ code: v.nullable(v.string()), message: v.string(), timestamp: v.nullable(v.string()) }),
  ),
  logs: readOnlyArray(v.object({ message: v.string(), timestamp: v.nullable(v.string()) })),
});
