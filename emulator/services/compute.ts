import { find, pathParameter, type Call } from "@/emulator/core/call";
import { arrayAnswer, listOfCompartment } from "@/emulator/core/listing";
import { operationsOf, type Answer } from "@/emulator/core/operation";

function listInstances(call: Call): Answer {
  const filters = ["availabilityDomain", "displayName", "lifecycleState"];
  return arrayAnswer(call, listOfCompartment(call, call.region.instances, filters));
}

function getInstance(call: Call): Answer {
  const { value, etag } = find(call, call.region.instances, pathParameter(call, "instanceId"));
  return { body: value, etag };
}

function listVnicAttachments(call: Call): Answer {
  const filters = ["availabilityDomain", "instanceId", "vnicId"];
  return arrayAnswer(call, listOfCompartment(call, call.region.vnicAttachments, filters));
}

function getVnicAttachment(call: Call): Answer {
  const { value, etag } = find(call, call.region.vnicAttachments, pathParameter(call, "vnicAttachmentId"));
  return { body: value, etag };
}

export const computeOperations = operationsOf("compute", [
  ["GET /20160918/instances", listInstances],
  ["GET /20160918/instances/:instanceId", getInstance],
  ["GET /20160918/vnicAttachments", listVnicAttachments],
  ["GET /20160918/vnicAttachments/:vnicAttachmentId", getVnicAttachment],
]);
