import * as v from "valibot";
import { bodyOf, checkIfMatch, find, hasFault, pathParameter, requiredQuery, type Call } from "@/emulator/core/call";
import { conflict } from "@/emulator/core/errors";
import { arrayAnswer, listOfCompartment } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import { operationsOf, type Answer } from "@/emulator/core/operation";
import { checkedSecurityAttributes } from "@/emulator/core/security-attribute-rules";
import { tagMembers } from "@/emulator/core/tags";
import type { MountTarget } from "@/emulator/core/tenancy";

const updateMountTargetDetails = v.object({
  ...tagMembers,
  displayName: v.nullish(v.string()),
  nsgIds: v.nullish(v.array(v.string())),
  securityAttributes: v.optional(v.unknown()),
});

function listMountTargets(call: Call): Answer {
  requiredQuery(call, "availabilityDomain");
  const filters = ["availabilityDomain", "displayName", "exportSetId", "lifecycleState", "id"];
  return arrayAnswer(call, listOfCompartment(call, call.region.mountTargets, filters).map(summary));
}

function getMountTarget(call: Call): Answer {
  const { value, etag } = find(call, call.region.mountTargets, pathParameter(call, "mountTargetId"));
  return { body: value, etag };
}

/** Answers at once with the new state, and is UPDATING for a while. */
function updateMountTarget(call: Call): Answer {
  const { mountTargets } = call.region;
  const stored = find(call, mountTargets, pathParameter(call, "mountTargetId"));
  checkIfMatch(call, stored);
  if (stored.value.lifecycleState !== "ACTIVE") throw conflict("The mount target is being changed by another request.");
  const { securityAttributes, ...details } = bodyOf(call, updateMountTargetDetails);
  const { otherCap, inProgressMs } = call.tenancy.settings;
  const checked = checkedSecurityAttributes(call, stored.value.securityAttributes, securityAttributes, otherCap);
  const next = { ...stored.value, ...members({ ...details, securityAttributes: checked }) };
  if (hasFault(call, "without-effect")) return { body: next, etag: stored.etag };

  const { value, etag } = mountTargets.put({ ...next, lifecycleState: "UPDATING" });
  call.tenancy.clock.at(call.now + inProgressMs, () => {
    const present = mountTargets.get(value.id);
    if (present !== null) mountTargets.amend({ ...present.value, lifecycleState: "ACTIVE" });
  });
  return { body: value, etag };
}

function listFileSystems(call: Call): Answer {
  requiredQuery(call, "availabilityDomain");
  const filters = ["availabilityDomain", "displayName", "lifecycleState", "id"];
  return arrayAnswer(call, listOfCompartment(call, call.region.fileSystems, filters));
}

function getFileSystem(call: Call): Answer {
  const { value, etag } = find(call, call.region.fileSystems, pathParameter(call, "fileSystemId"));
  return { body: value, etag };
}

function summary({
  lifecycleDetails: _details,
  idmapType: _type,
  ldapIdmap: _map,
  kerberos: _kerberos,
  ...rest
}: MountTarget) {
  return rest;
}

export const fileStorageOperations = operationsOf("file-storage", [
  ["GET /20171215/mountTargets", listMountTargets],
  ["GET /20171215/mountTargets/:mountTargetId", getMountTarget],
  ["PUT /20171215/mountTargets/:mountTargetId", updateMountTarget],
  ["GET /20171215/fileSystems", listFileSystems],
  ["GET /20171215/fileSystems/:fileSystemId", getFileSystem],
]);
