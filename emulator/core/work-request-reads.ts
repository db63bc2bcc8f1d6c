import { isHidden, pathParameter, type Call } from "@/emulator/core/call";
import { notAuthorizedOrNotFound } from "@/emulator/core/errors";
import type { Answer } from "@/emulator/core/operation";
import type { WorkRequestKind, WorkRequestRecord } from "@/emulator/core/work-request-record";

/**
 * The work request that the path's `workRequestId` names. Never stale: only resources lag behind. Throws 404 for one
 * of another service or of a hidden compartment.
 */
export function findWorkRequest(call: Call, kind: WorkRequestKind): WorkRequestRecord {
  const record = call.region.workRequests.get(pathParameter(call, "workRequestId"))?.value;
  if (record === undefined || record.kind !== kind || isHidden(call, record.compartmentId))
    throw notAuthorizedOrNotFound();
  return record;
}

/** This service's work requests, newest first, as OCI lists them. */
export function workRequestsOf(call: Call, kind: WorkRequestKind): readonly WorkRequestRecord[] {
  return call.region.workRequests
    .list()
    .filter((record) => record.kind === kind && !isHidden(call, record.compartmentId))
    .toReversed();
}

/** Those that are about one resource. */
export function workRequestsOn(call: Call, kind: WorkRequestKind, identifier: string): readonly WorkRequestRecord[] {
  return workRequestsOf(call, kind).filter((record) =>
    record.resources.some((resource) => resource.identifier === identifier),
  );
}

/** The form that container engine, network load balancer, security attribute and ZPR share. */
export function workRequestView(record: WorkRequestRecord) {
  const isFinished = record.status === "SUCCEEDED";
  return {
    id: record.id,
    operationType: record.operationType,
    status: record.status,
    compartmentId: record.compartmentId,
    resources: record.resources.map(({ entityType, identifier, actionType }) => ({
      entityType,
      identifier,
      actionType: isFinished ? actionType : record.status === "FAILED" ? "FAILED" : "IN_PROGRESS",
      entityUri: null,
    })),
    timeAccepted: record.timeAccepted,
    timeStarted: record.timeStarted,
    timeFinished: record.timeFinished,
  };
}

export function percentComplete(record: WorkRequestRecord): number {
  return { ACCEPTED: 0, IN_PROGRESS: 50, SUCCEEDED: 100, FAILED: 100, NEEDS_ATTENTION: 100 }[record.status];
}

/** How long a client should wait before it asks again, while there is something to wait for. */
export function pollAfter(record: WorkRequestRecord): Pick<Answer, "retryAfterSeconds"> {
  return record.timeFinished === null ? { retryAfterSeconds: 1 } : {};
}
