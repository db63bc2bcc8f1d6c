import * as v from "valibot";
import { bodyOf, checkIfMatch, find, hasFault, listVisible, pathParameter, type Call } from "@/emulator/core/call";
import type { Collection, Resource, Stored } from "@/emulator/core/collection";
import { invalidParameter } from "@/emulator/core/errors";
import { arrayAnswer, filtered, listOfCompartment } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import { operationsOf, type Answer } from "@/emulator/core/operation";
import { checkedSecurityAttributes } from "@/emulator/core/security-attribute-rules";
import { tagMembers } from "@/emulator/core/tags";

const updateVcnDetails = v.object({
  ...tagMembers,
  displayName: v.nullish(v.string()),
  securityAttributes: v.optional(v.unknown()),
  isZprOnly: v.nullish(v.boolean()),
});

const updateVnicDetails = v.object({
  ...tagMembers,
  displayName: v.nullish(v.string()),
  hostnameLabel: v.nullish(v.string()),
  nsgIds: v.nullish(v.array(v.string())),
  skipSourceDestCheck: v.nullish(v.boolean()),
  securityAttributes: v.optional(v.unknown()),
});

function listVcns(call: Call): Answer {
  return arrayAnswer(call, listOfCompartment(call, call.region.vcns, ["displayName", "lifecycleState"]));
}

function getVcn(call: Call): Answer {
  return oneAnswer(find(call, call.region.vcns, pathParameter(call, "vcnId")));
}

function updateVcn(call: Call): Answer {
  const stored = find(call, call.region.vcns, pathParameter(call, "vcnId"));
  checkIfMatch(call, stored);
  const { securityAttributes, ...details } = bodyOf(call, updateVcnDetails);
  const { vcnCap } = call.tenancy.settings;
  const checked = checkedSecurityAttributes(call, stored.value.securityAttributes, securityAttributes, vcnCap);
  return written(call, call.region.vcns, { ...stored.value, ...members({ ...details, securityAttributes: checked }) });
}

function listSubnets(call: Call): Answer {
  return arrayAnswer(call, listOfCompartment(call, call.region.subnets, ["vcnId", "displayName", "lifecycleState"]));
}

function getSubnet(call: Call): Answer {
  return oneAnswer(find(call, call.region.subnets, pathParameter(call, "subnetId")));
}

function listLocalPeeringGateways(call: Call): Answer {
  return arrayAnswer(call, listOfCompartment(call, call.region.localPeeringGateways, ["vcnId"]));
}

/** Attachments of VCNs, unless another type is asked for, or `ALL`. */
function listDrgAttachments(call: Call): Answer {
  const type = call.query.get("attachmentType") ?? "VCN";
  const filters = ["vcnId", "drgId", "drgRouteTableId", "displayName", "lifecycleState"];
  const networkId = call.query.get("networkId");
  const attachments = listOfCompartment(call, call.region.drgAttachments, filters);
  return arrayAnswer(
    call,
    attachments.filter(
      ({ networkDetails }) =>
        (type === "ALL" || networkDetails?.type === type) && (networkId === null || networkDetails?.id === networkId),
    ),
  );
}

function getVnic(call: Call): Answer {
  return oneAnswer(find(call, call.region.vnics, pathParameter(call, "vnicId")));
}

/** A VNIC cannot have security attributes of its own while its instance has some. */
function updateVnic(call: Call): Answer {
  const stored = find(call, call.region.vnics, pathParameter(call, "vnicId"));
  checkIfMatch(call, stored);
  const { securityAttributes, ...details } = bodyOf(call, updateVnicDetails);
  if (securityAttributes !== undefined && securityAttributes !== null) {
    if (stored.value.vlanId != null)
      throw invalidParameter("Security attributes are not supported on a VNIC of a VLAN");
    checkInstanceHasNone(call, stored.value.id);
  }
  const { vnicCap } = call.tenancy.settings;
  const checked = checkedSecurityAttributes(call, stored.value.securityAttributes, securityAttributes, vnicCap);
  return written(call, call.region.vnics, { ...stored.value, ...members({ ...details, securityAttributes: checked }) });
}

function checkInstanceHasNone(call: Call, vnicId: string): void {
  const attachment = call.region.vnicAttachments.list().find((one) => one.vnicId === vnicId);
  const instance = call.region.instances.get(attachment?.instanceId ?? "");
  if (Object.keys(instance?.value.securityAttributes ?? {}).length > 0) {
    throw invalidParameter(
      "VNICs cannot have Security Attributes applied if they are already applied to the Compute Instance",
    );
  }
}

function listPrivateIps(call: Call): Answer {
  const asked = ["vnicId", "subnetId", "vlanId"].some((name) => call.query.has(name));
  if (!asked) throw invalidParameter("One of subnetId, vnicId and vlanId is required");
  const privateIps = listVisible(call, call.region.privateIps);
  return arrayAnswer(call, filtered(call, privateIps, ["vnicId", "subnetId", "vlanId", "ipAddress", "lifetime"]));
}

function getPrivateIp(call: Call): Answer {
  return oneAnswer(find(call, call.region.privateIps, pathParameter(call, "privateIpId")));
}

function oneAnswer({ value, etag }: Stored<object>): Answer {
  return { body: value, etag };
}

/** Stores it and answers with it; a fault can make the answer a lie. */
function written<T extends Resource>(call: Call, collection: Collection<T>, next: T): Answer {
  if (hasFault(call, "without-effect")) return { body: next, etag: collection.get(next.id ?? "")?.etag ?? "" };
  return oneAnswer(collection.put(next));
}

export const virtualNetworkOperations = operationsOf("virtual-network", [
  ["GET /20160918/vcns", listVcns],
  ["GET /20160918/vcns/:vcnId", getVcn],
  ["PUT /20160918/vcns/:vcnId", updateVcn],
  ["GET /20160918/subnets", listSubnets],
  ["GET /20160918/subnets/:subnetId", getSubnet],
  ["GET /20160918/localPeeringGateways", listLocalPeeringGateways],
  ["GET /20160918/drgAttachments", listDrgAttachments],
  ["GET /20160918/vnics/:vnicId", getVnic],
  ["PUT /20160918/vnics/:vnicId", updateVnic],
  ["GET /20160918/privateIps", listPrivateIps],
  ["GET /20160918/privateIps/:privateIpId", getPrivateIp],
]);
