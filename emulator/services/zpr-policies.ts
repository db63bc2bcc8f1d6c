import * as v from "valibot";
import { bodyOf, checkIfMatch, find, isoTime, listVisible, pathParameter, type Call } from "@/emulator/core/call";
import type { Stored } from "@/emulator/core/collection";
import { conflict, invalidParameter, limitExceeded } from "@/emulator/core/errors";
import { checkRootCompartment, checkZprWrite } from "@/emulator/core/home-region";
import { collectionAnswer, filtered, sorted } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import { newOcid } from "@/emulator/core/ocid";
import type { Answer } from "@/emulator/core/operation";
import { tagMembers } from "@/emulator/core/tags";
import type { ZprPolicy } from "@/emulator/core/tenancy";
import {
  findWorkRequest,
  percentComplete,
  pollAfter,
  workRequestsOf,
  workRequestView,
} from "@/emulator/core/work-request-reads";
import type { WorkRequestRecord, WorkRequestResource } from "@/emulator/core/work-request-record";
import { startWorkRequest } from "@/emulator/core/work-requests";
import { isZprStatement } from "@/emulator/core/zpr-statement";

const createZprPolicyDetails = v.object({
  ...tagMembers,
  compartmentId: v.string(),
  name: v.pipe(v.string(), v.minLength(1)),
  description: v.string(),
  statements: v.array(v.string()),
});

const updateZprPolicyDetails = v.object({
  ...tagMembers,
  description: v.nullish(v.string()),
  statements: v.nullish(v.array(v.string())),
});

/** The newest documentation says 50, the models of the SDK 25. */
const maxStatements = 50;
const maxPolicies = 100;

export function listZprPolicies(call: Call): Answer {
  const compartmentId = call.query.get("compartmentId");
  if (compartmentId !== null) checkRootCompartment(call, compartmentId);
  const policies = listVisible(call, call.tenancy.zprPolicies);
  return collectionAnswer(call, sorted(call, filtered(call, policies, ["lifecycleState", "name", "id"])));
}

export function getZprPolicy(call: Call): Answer {
  const { value, etag } = find(call, call.tenancy.zprPolicies, pathParameter(call, "zprPolicyId"));
  return { body: value, etag };
}

export function createZprPolicy(call: Call): Answer {
  checkZprWrite(call);
  const { compartmentId, name, description, statements, ...tags } = bodyOf(call, createZprPolicyDetails);
  checkRootCompartment(call, compartmentId);
  checkStatements(statements);
  const present = call.tenancy.zprPolicies.list().filter(({ lifecycleState }) => lifecycleState !== "DELETED");
  if (present.some((policy) => policy.name.toLowerCase() === name.toLowerCase())) {
    throw conflict(`A ZPR policy with the name ${name} already exists.`);
  }
  if (present.length >= maxPolicies) throw limitExceeded(`A tenancy may have ${maxPolicies} ZPR policies.`);
  const policy: ZprPolicy = {
    id: newOcid("zprpolicy"),
    compartmentId,
    name,
    description,
    statements,
    lifecycleState: "CREATING",
    timeCreated: isoTime(call.now),
    timeUpdated: isoTime(call.now),
    freeformTags: tags.freeformTags ?? {},
    definedTags: tags.definedTags ?? {},
    systemTags: {},
  };
  if (call.isDryRun) return { body: policy };
  call.tenancy.zprPolicies.put(policy);
  const opcWorkRequestId = startPolicyWork(call, policy.id, "CREATE_ZPR_POLICY", "CREATED", {
    lifecycleState: "ACTIVE",
  });
  return { status: 201, body: policy, opcWorkRequestId };
}

/** The statements given replace all that the policy had. */
export function updateZprPolicy(call: Call): Answer {
  checkZprWrite(call);
  const { value } = findIdlePolicy(call);
  const details = bodyOf(call, updateZprPolicyDetails);
  if (details.statements != null) checkStatements(details.statements);
  if (call.isDryRun) return { status: 200 };
  call.tenancy.zprPolicies.put({ ...value, lifecycleState: "UPDATING" });
  const change = { ...members(details), lifecycleState: "ACTIVE" as const };
  return { status: 202, opcWorkRequestId: startPolicyWork(call, value.id, "UPDATE_ZPR_POLICY", "UPDATED", change) };
}

export function deleteZprPolicy(call: Call): Answer {
  checkZprWrite(call);
  const { value } = findIdlePolicy(call);
  if (call.isDryRun) return { status: 200 };
  call.tenancy.zprPolicies.put({ ...value, lifecycleState: "DELETING" });
  const change = { lifecycleState: "DELETED" as const };
  return { status: 202, opcWorkRequestId: startPolicyWork(call, value.id, "DELETE_ZPR_POLICY", "DELETED", change) };
}

export function listZprPolicyWorkRequests(call: Call): Answer {
  const workRequestId = call.query.get("workRequestId");
  const resourceId = call.query.get("resourceId");
  const records = workRequestsOf(call, "zpr-policy")
    .filter((record) => workRequestId === null || record.id === workRequestId)
    .filter((record) => resourceId === null || record.resources.some(({ identifier }) => identifier === resourceId));
  return collectionAnswer(call, sorted(call, filtered(call, records, ["status"])).map(zprWorkRequestView));
}

export function getZprPolicyWorkRequest(call: Call): Answer {
  const record = findWorkRequest(call, "zpr-policy");
  return { body: zprWorkRequestView(record), ...pollAfter(record) };
}

export function listZprPolicyWorkRequestErrors(call: Call): Answer {
  return collectionAnswer(call, findWorkRequest(call, "zpr-policy").errors);
}

export function listZprPolicyWorkRequestLogs(call: Call): Answer {
  return collectionAnswer(call, findWorkRequest(call, "zpr-policy").logs);
}

export function zprWorkRequestView(record: WorkRequestRecord) {
  const timeUpdated = record.timeFinished ?? record.timeStarted ?? record.timeAccepted;
  return { ...workRequestView(record), percentComplete: percentComplete(record), timeUpdated };
}

function checkStatements(statements: readonly string[]): void {
  if (statements.length === 0) throw invalidParameter("A policy must have at least one statement");
  if (statements.length > maxStatements) throw limitExceeded(`A policy may have ${maxStatements} statements.`);
  // The service does not say which.
  if (!statements.every(isZprStatement)) throw invalidParameter("The policy contains invalid statements");
}

function findIdlePolicy(call: Call): Stored<ZprPolicy> {
  const stored = find(call, call.tenancy.zprPolicies, pathParameter(call, "zprPolicyId"));
  checkIfMatch(call, stored);
  if (!["ACTIVE", "NEEDS_ATTENTION", "FAILED"].includes(stored.value.lifecycleState)) {
    throw conflict(`The ZPR policy is in state ${stored.value.lifecycleState}.`);
  }
  return stored;
}

function startPolicyWork(
  call: Call,
  id: string,
  operationType: string,
  actionType: WorkRequestResource["actionType"],
  change: Partial<ZprPolicy>,
): string {
  const { zprPolicies } = call.tenancy;
  const amend = (at: number, next: Partial<ZprPolicy>) => {
    const present = zprPolicies.get(id);
    if (present !== null) zprPolicies.amend({ ...present.value, ...next, timeUpdated: isoTime(at) });
  };
  return startWorkRequest(call, {
    kind: "zpr-policy",
    operationType,
    compartmentId: call.tenancy.id,
    resources: [{ entityType: "ZprPolicy", identifier: id, actionType }],
    apply: (at) => amend(at, { lifecycleDetails: null, ...change }),
    ...(actionType !== "DELETED" && {
      applyPartly: (at: number, lifecycleDetails: string) =>
        amend(at, { ...change, lifecycleState: "NEEDS_ATTENTION", lifecycleDetails }),
    }),
    release: (at) => amend(at, { lifecycleState: actionType === "CREATED" ? "FAILED" : "ACTIVE" }),
  });
}
