import * as v from "valibot";
import {
  bodyOf,
  checkIfMatch,
  find,
  isoTime,
  pathParameter,
  requiredQuery,
  visibleCompartment,
  type Call,
} from "@/emulator/core/call";
import { conflict } from "@/emulator/core/errors";
import { collectionAnswer, listOfCompartment } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import { operationsOf, type Answer } from "@/emulator/core/operation";
import { checkedSecurityAttributes } from "@/emulator/core/security-attribute-rules";
import { tagMembers } from "@/emulator/core/tags";
import type { NetworkLoadBalancer } from "@/emulator/core/tenancy";
import {
  findWorkRequest,
  percentComplete,
  pollAfter,
  workRequestsOf,
  workRequestView,
} from "@/emulator/core/work-request-reads";
import type { WorkRequestRecord } from "@/emulator/core/work-request-record";
import { startWorkRequest } from "@/emulator/core/work-requests";

const updateNetworkLoadBalancerDetails = v.object({
  ...tagMembers,
  displayName: v.nullish(v.string()),
  isPreserveSourceDestination: v.nullish(v.boolean()),
  isSymmetricHashEnabled: v.nullish(v.boolean()),
  securityAttributes: v.optional(v.unknown()),
});

function listNetworkLoadBalancers(call: Call): Answer {
  const filters = ["displayName", "lifecycleState"];
  return collectionAnswer(call, listOfCompartment(call, call.region.networkLoadBalancers, filters));
}

function getNetworkLoadBalancer(call: Call): Answer {
  const { value, etag } = find(call, call.region.networkLoadBalancers, pathParameter(call, "networkLoadBalancerId"));
  return { body: value, etag };
}

function updateNetworkLoadBalancer(call: Call): Answer {
  const { networkLoadBalancers } = call.region;
  const stored = find(call, networkLoadBalancers, pathParameter(call, "networkLoadBalancerId"));
  const { id, compartmentId, lifecycleState } = stored.value;
  checkIfMatch(call, stored);
  if (lifecycleState !== "ACTIVE") {
    throw conflict(`Invalid State Transition of NLB lifeCycle state from ${lifecycleState} to UPDATING`);
  }
  const { securityAttributes, ...details } = bodyOf(call, updateNetworkLoadBalancerDetails);
  const { otherCap } = call.tenancy.settings;
  const checked = checkedSecurityAttributes(call, stored.value.securityAttributes, securityAttributes, otherCap);

  const amend = (at: number, change: Partial<NetworkLoadBalancer>) => {
    const present = networkLoadBalancers.get(id);
    if (present === null) return;
    networkLoadBalancers.amend({ ...present.value, ...change, lifecycleState: "ACTIVE", timeUpdated: isoTime(at) });
  };
  networkLoadBalancers.put({ ...stored.value, lifecycleState: "UPDATING" });
  const opcWorkRequestId = startWorkRequest(call, {
    kind: "network-load-balancer",
    operationType: "UPDATE_NETWORK_LOAD_BALANCER",
    compartmentId,
    resources: [{ entityType: "NetworkLoadBalancer", identifier: id, actionType: "UPDATED" }],
    apply: (at) => amend(at, members({ ...details, securityAttributes: checked })),
    release: (at) => amend(at, {}),
  });
  return { status: 202, opcWorkRequestId };
}

function getWorkRequest(call: Call): Answer {
  const record = findWorkRequest(call, "network-load-balancer");
  return { body: view(record), ...pollAfter(record) };
}

function listWorkRequests(call: Call): Answer {
  const compartmentId = visibleCompartment(call, requiredQuery(call, "compartmentId"));
  const records = workRequestsOf(call, "network-load-balancer").filter((one) => one.compartmentId === compartmentId);
  return collectionAnswer(call, records.map(view));
}

function listWorkRequestErrors(call: Call): Answer {
  requiredQuery(call, "compartmentId");
  return collectionAnswer(call, findWorkRequest(call, "network-load-balancer").errors);
}

function listWorkRequestLogs(call: Call): Answer {
  requiredQuery(call, "compartmentId");
  return collectionAnswer(call, findWorkRequest(call, "network-load-balancer").logs);
}

/** This service has no action type FAILED. */
function view(record: WorkRequestRecord) {
  const { resources, ...rest } = workRequestView(record);
  const named = resources.map((one) => (one.actionType === "FAILED" ? { ...one, actionType: "UPDATED" } : one));
  return { ...rest, resources: named, percentComplete: percentComplete(record) };
}

export const networkLoadBalancerOperations = operationsOf("network-load-balancer", [
  ["GET /20200501/networkLoadBalancers", listNetworkLoadBalancers],
  ["GET /20200501/networkLoadBalancers/:networkLoadBalancerId", getNetworkLoadBalancer],
  ["PUT /20200501/networkLoadBalancers/:networkLoadBalancerId", updateNetworkLoadBalancer],
  ["GET /20200501/workRequests", listWorkRequests],
  ["GET /20200501/workRequests/:workRequestId", getWorkRequest],
  ["GET /20200501/workRequests/:workRequestId/errors", listWorkRequestErrors],
  ["GET /20200501/workRequests/:workRequestId/logs", listWorkRequestLogs],
]);
