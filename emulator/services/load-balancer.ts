import * as v from "valibot";
import { bodyOf, checkIfMatch, find, pathParameter, type Call } from "@/emulator/core/call";
import { incorrectState } from "@/emulator/core/errors";
import { arrayAnswer, listOfCompartment } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import { operationsOf, type Answer } from "@/emulator/core/operation";
import { checkedSecurityAttributes } from "@/emulator/core/security-attribute-rules";
import { tagMembers } from "@/emulator/core/tags";
import { findWorkRequest, workRequestsOn } from "@/emulator/core/work-request-reads";
import type { WorkRequestRecord } from "@/emulator/core/work-request-record";
import { checkIdle, startWorkRequest } from "@/emulator/core/work-requests";

const updateLoadBalancerDetails = v.object({
  ...tagMembers,
  displayName: v.nullish(v.string()),
  isDeleteProtectionEnabled: v.nullish(v.boolean()),
  isRequestIdEnabled: v.nullish(v.boolean()),
  requestIdHeader: v.nullish(v.string()),
  securityAttributes: v.optional(v.unknown()),
});

function listLoadBalancers(call: Call): Answer {
  return arrayAnswer(call, listOfCompartment(call, call.region.loadBalancers, ["displayName", "lifecycleState"]));
}

function getLoadBalancer(call: Call): Answer {
  const stored = find(call, call.region.loadBalancers, pathParameter(call, "loadBalancerId"));
  checkIfMatch(call, stored);
  return { body: stored.value, etag: stored.etag };
}

/** A load balancer has no UPDATING state: that it is busy shows only in its work requests. */
function updateLoadBalancer(call: Call): Answer {
  const { loadBalancers } = call.region;
  const stored = find(call, loadBalancers, pathParameter(call, "loadBalancerId"));
  const { id, compartmentId, lifecycleState } = stored.value;
  checkIfMatch(call, stored);
  checkIdle(call.region, id, `Load balancer ${id} has a work request in progress.`);
  if (lifecycleState !== "ACTIVE") throw incorrectState(`Load balancer ${id} is in state ${lifecycleState}`);
  const { securityAttributes, ...details } = bodyOf(call, updateLoadBalancerDetails);
  const { otherCap } = call.tenancy.settings;
  const checked = checkedSecurityAttributes(call, stored.value.securityAttributes, securityAttributes, otherCap);

  const opcWorkRequestId = startWorkRequest(call, {
    kind: "load-balancer",
    operationType: "UpdateLoadBalancer",
    compartmentId,
    resources: [{ entityType: "loadbalancer", identifier: id, actionType: "UPDATED" }],
    apply() {
      const present = loadBalancers.get(id);
      if (present !== null)
        loadBalancers.put({ ...present.value, ...members({ ...details, securityAttributes: checked }) });
    },
    release: () => undefined,
  });
  return { status: 204, opcWorkRequestId };
}

function getWorkRequest(call: Call): Answer {
  return { body: workRequestView(findWorkRequest(call, "load-balancer")) };
}

function listWorkRequests(call: Call): Answer {
  const { value } = find(call, call.region.loadBalancers, pathParameter(call, "loadBalancerId"));
  return arrayAnswer(call, workRequestsOn(call, "load-balancer", value.id).map(workRequestView));
}

/** This service calls the status `lifecycleState` and keeps its errors in the work request itself. */
function workRequestView(record: WorkRequestRecord) {
  return {
    id: record.id,
    loadBalancerId: record.resources[0]?.identifier ?? "",
    type: record.operationType,
    compartmentId: record.compartmentId,
    lifecycleState: record.status,
    message: record.logs.at(-1)?.message ?? "",
    timeAccepted: record.timeAccepted,
    timeFinished: record.timeFinished,
    errorDetails: record.errors.map(({ message }) => ({ errorCode: "INTERNAL_ERROR", message })),
  };
}

export const loadBalancerOperations = operationsOf("load-balancer", [
  ["GET /20170115/loadBalancers", listLoadBalancers],
  ["GET /20170115/loadBalancers/:loadBalancerId", getLoadBalancer],
  ["PUT /20170115/loadBalancers/:loadBalancerId", updateLoadBalancer, "opc-retry-token"],
  ["GET /20170115/loadBalancerWorkRequests/:workRequestId", getWorkRequest],
  ["GET /20170115/loadBalancers/:loadBalancerId/workRequests", listWorkRequests],
]);
