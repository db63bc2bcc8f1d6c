import { hasFault, isoTime, type Call } from "@/emulator/core/call";
import { conflict } from "@/emulator/core/errors";
import { newOcid } from "@/emulator/core/ocid";
import type { RegionState } from "@/emulator/core/tenancy";
import type { WorkRequestKind, WorkRequestRecord, WorkRequestResource } from "@/emulator/core/work-request-record";

/** Thrown by `apply` for work that fails after it was accepted; its text becomes the work request's error. */
export class WorkRequestFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "WorkRequestFailure";
    this.code = code;
  }
}

/** How work that takes steps of its own tells of them. */
export type WorkReport = {
  readonly log: (message: string, at: number) => void;
  /** Ends the work request; with a problem it has failed. What comes later is not heard. */
  readonly finish: (problem: WorkRequestFailure | null, at: number) => void;
};

export type Work = {
  readonly kind: WorkRequestKind;
  readonly operationType: string;
  readonly compartmentId: string;
  readonly resources: readonly WorkRequestResource[];
  /** Time in progress; the tenancy's setting when left out. */
  readonly durationMs?: number;
  /** Instead of a duration and an effect: begins when the work is IN_PROGRESS and ends it, sooner, later or never. */
  readonly steps?: (started: number, report: WorkReport) => void;
  /** The effect, at the moment of success. One that throws WorkRequestFailure leaves the resource as it shall stand. */
  readonly apply: (at: number) => void;
  /** Instead of `apply` when only a part of it could be done: the work request then ends NEEDS_ATTENTION. */
  readonly applyPartly?: (at: number, reason: string) => void;
  /** Instead of `apply` when the work failed or took no effect: the resource leaves its busy state. */
  readonly release: (at: number) => void;
};

const ocidTypes: Record<WorkRequestKind, string> = {
  "container-engine": "clustersworkrequest",
  "load-balancer": "loadbalancerworkrequest",
  "network-load-balancer": "networkloadbalancerworkrequest",
  "security-attribute": "securityattributeworkrequest",
  "zpr-policy": "zprpolicyworkrequest",
  "zpr-configuration": "zprconfigurationworkrequest",
};

/**
 * Accepts work: ACCEPTED now, IN_PROGRESS and the end later on the tenancy's clock. Gives the work request's OCID.
 * The faults of the call that started it decide whether it fails or succeeds without effect.
 */
export function startWorkRequest(call: Call, work: Work): string {
  const { region, tenancy } = call;
  const id = newOcid(ocidTypes[work.kind], region.regionName);
  const { acceptedMs, inProgressMs } = tenancy.settings;
  const failure = call.faults.find((fault) => fault.kind === "work-request-fails");
  const isWithoutEffect = hasFault(call, "without-effect");
  const attention = call.faults.find((fault) => fault.kind === "needs-attention");

  region.workRequests.put({
    id,
    kind: work.kind,
    compartmentId: work.compartmentId,
    operationType: work.operationType,
    status: "ACCEPTED",
    resources: work.resources,
    timeAccepted: isoTime(call.now),
    timeStarted: null,
    timeFinished: null,
    errors: [],
    logs: [{ message: `${work.operationType} accepted`, timestamp: isoTime(call.now) }],
  });

  tenancy.clock.at(call.now + acceptedMs, (started) => {
    change(region, id, (record) => ({
      ...record,
      status: "IN_PROGRESS",
      timeStarted: isoTime(started),
      logs: [...record.logs, { message: `${work.operationType} started`, timestamp: isoTime(started) }],
    }));
    if (work.steps !== undefined && failure === undefined && !isWithoutEffect) {
      takeSteps(region, id, work.steps, started);
      return;
    }
    tenancy.clock.at(started + (work.durationMs ?? inProgressMs), (finished) => {
      if (attention !== undefined && work.applyPartly !== undefined) {
        work.applyPartly(finished, attention.message);
        finish(region, id, { code: "NeedsAttention", message: attention.message }, finished, "NEEDS_ATTENTION");
        return;
      }
      const problem = failure === undefined ? attempt(work, isWithoutEffect, finished) : failure;
      if (failure !== undefined) work.release(finished);
      finish(region, id, problem, finished);
    });
  });
  return id;
}

/** Throws 409 Conflict while another work request is under way on this resource. */
export function checkIdle(region: RegionState, identifier: string, message: string): void {
  const isBusy = region.workRequests
    .list()
    .some(
      (record) =>
        (record.status === "ACCEPTED" || record.status === "IN_PROGRESS") &&
        record.resources.some((resource) => resource.identifier === identifier && resource.actionType !== "RELATED"),
    );
  if (isBusy) throw conflict(message);
}

function takeSteps(region: RegionState, id: string, steps: NonNullable<Work["steps"]>, started: number): void {
  let isFinished = false;
  steps(started, {
    log(message, at) {
      if (isFinished) return;
      change(region, id, (record) => ({
        ...record,
        logs: [...record.logs, { message, timestamp: isoTime(at) }],
      }));
    },
    finish(problem, at) {
      if (isFinished) return;
      isFinished = true;
      finish(region, id, problem && { code: problem.code, message: problem.message }, at);
    },
  });
}

type Problem = { readonly code: string; readonly message: string };

function attempt(work: Work, isWithoutEffect: boolean, at: number): Problem | null {
  if (isWithoutEffect) {
    work.release(at);
    return null;
  }
  try {
    work.apply(at);
    return null;
  } catch (error) {
    if (!(error instanceof WorkRequestFailure)) throw error;
    return { code: error.code, message: error.message };
  }
}

function finish(
  region: RegionState,
  id: string,
  problem: Problem | null,
  at: number,
  status: WorkRequestRecord["status"] = problem === null ? "SUCCEEDED" : "FAILED",
): void {
  const timestamp = isoTime(at);
  change(region, id, (record) => ({
    ...record,
    status,
    timeFinished: timestamp,
    errors: problem === null ? [] : [{ ...problem, timestamp }],
    logs: [...record.logs, { message: `${record.operationType} ${endWords[status] ?? status}`, timestamp }],
  }));
}

const endWords: Partial<Record<WorkRequestRecord["status"], string>> = {
  SUCCEEDED: "succeeded",
  FAILED: "failed",
  NEEDS_ATTENTION: "needs attention",
};

function change(region: RegionState, id: string, next: (record: WorkRequestRecord) => WorkRequestRecord): void {
  const record = region.workRequests.get(id);
  if (record !== null) region.workRequests.amend(next(record.value));
}
