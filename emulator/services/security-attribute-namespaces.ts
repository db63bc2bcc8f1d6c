import * as v from "valibot";
import {
  bodyOf,
  checkIfMatch,
  find,
  isHidden,
  isoTime,
  pathParameter,
  visibleCompartment,
  type Call,
} from "@/emulator/core/call";
import type { Stored } from "@/emulator/core/collection";
import { conflict, incorrectState, notAuthorizedOrNotFound } from "@/emulator/core/errors";
import { checkHomeRegion } from "@/emulator/core/home-region";
import { arrayAnswer, filtered, sorted } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import { newOcid } from "@/emulator/core/ocid";
import type { Answer } from "@/emulator/core/operation";
import { tagMembers } from "@/emulator/core/tags";
import type { SecurityAttributeNamespace } from "@/emulator/core/tenancy";
import { startDeletion } from "@/emulator/services/security-attribute-deletion";

/** What names of namespaces and keys may be made of. */
export const nameSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Za-z_-]{1,100}$/, "may have up to 100 letters, digits, - and _"),
);

const createSecurityAttributeNamespaceDetails = v.object({
  ...tagMembers,
  compartmentId: v.string(),
  name: nameSchema,
  description: v.string(),
});

const updateSecurityAttributeNamespaceDetails = v.object({
  ...tagMembers,
  description: v.nullish(v.string()),
  isRetired: v.nullish(v.boolean()),
});

export function listSecurityAttributeNamespaces(call: Call): Answer {
  const compartmentId = visibleCompartment(call, call.query.get("compartmentId") ?? call.tenancy.id);
  const isSubtree = call.query.get("compartmentIdInSubtree") === "true" && compartmentId === call.tenancy.id;
  const namespaces = call.tenancy.namespaces
    .list()
    .filter((namespace) => isSubtree || namespace.compartmentId === compartmentId)
    .filter((namespace) => isVisible(call, namespace));
  return arrayAnswer(call, sorted(call, filtered(call, namespaces, ["name", "lifecycleState"])));
}

export function getSecurityAttributeNamespace(call: Call): Answer {
  const { value, etag } = findNamespace(call);
  return { body: value, etag };
}

export function createSecurityAttributeNamespace(call: Call): Answer {
  checkHomeRegion(call);
  const { compartmentId, name, description, freeformTags, definedTags } = bodyOf(
    call,
    createSecurityAttributeNamespaceDetails,
  );
  visibleCompartment(call, compartmentId);
  const { namespaces } = call.tenancy;
  const isTaken = namespaces
    .list()
    .some((one) => one.name.toLowerCase() === name.toLowerCase() && one.lifecycleState !== "DELETED");
  if (isTaken) throw conflict(`A security attribute namespace with the name ${name} already exists.`);
  const { value, etag } = namespaces.put({
    id: newOcid("securityattributenamespace"),
    compartmentId,
    name,
    description,
    freeformTags: freeformTags ?? {},
    definedTags: definedTags ?? {},
    systemTags: {},
    isRetired: false,
    mode: ["enforce"],
    lifecycleState: "ACTIVE",
    timeCreated: isoTime(call.now),
  });
  return { status: 201, body: value, etag };
}

/** Retiring a namespace retires its keys too; bringing it back does not bring them back. */
export function updateSecurityAttributeNamespace(call: Call): Answer {
  checkHomeRegion(call);
  const stored = findUnchangingNamespace(call);
  const details = members(bodyOf(call, updateSecurityAttributeNamespaceDetails));
  const isRetired = details.isRetired ?? stored.value.isRetired;
  const lifecycleState = isRetired ? ("INACTIVE" as const) : ("ACTIVE" as const);
  const { value, etag } = call.tenancy.namespaces.put({ ...stored.value, ...details, lifecycleState });
  if (details.isRetired === true) {
    for (const attribute of keysOf(call, value.id)) {
      if (attribute.lifecycleState !== "ACTIVE") continue;
      call.tenancy.securityAttributes.put({ ...attribute, isRetired: true, lifecycleState: "INACTIVE" });
    }
  }
  return { body: value, etag };
}

/** Takes only an empty, retired namespace, and at once. */
export function deleteSecurityAttributeNamespace(call: Call): Answer {
  checkHomeRegion(call);
  const { value } = findRetiredNamespace(call);
  if (keysOf(call, value.id).length > 0) throw conflict("The security attribute namespace is not empty.");
  call.tenancy.namespaces.put({ ...value, lifecycleState: "DELETED" });
  return { status: 204 };
}

export function cascadingDeleteSecurityAttributeNamespace(call: Call): Answer {
  checkHomeRegion(call);
  const { value } = findRetiredNamespace(call);
  const operationType = "DELETE_NON_EMPTY_SECURITY_ATTRIBUTE_NAMESPACE";
  return { status: 202, opcWorkRequestId: startDeletion(call, operationType, value, keysOf(call, value.id), value) };
}

/** Throws 404 for a namespace that does not exist or that the user may not inspect. */
export function findNamespace(call: Call): Stored<SecurityAttributeNamespace> {
  const stored = find(call, call.tenancy.namespaces, pathParameter(call, "securityAttributeNamespaceId"));
  if (!isVisible(call, stored.value)) throw notAuthorizedOrNotFound();
  return stored;
}

/** The keys of a namespace that are not deleted. */
export function keysOf(call: Call, namespaceId: string) {
  return call.tenancy.securityAttributes
    .list()
    .filter((one) => one.securityAttributeNamespaceId === namespaceId && one.lifecycleState !== "DELETED");
}

function findUnchangingNamespace(call: Call): Stored<SecurityAttributeNamespace> {
  const stored = findNamespace(call);
  checkIfMatch(call, stored);
  const { lifecycleState } = stored.value;
  if (lifecycleState === "DELETING" || lifecycleState === "DELETED") {
    throw incorrectState(`The security attribute namespace is ${lifecycleState}.`);
  }
  return stored;
}

function findRetiredNamespace(call: Call): Stored<SecurityAttributeNamespace> {
  const stored = findUnchangingNamespace(call);
  if (!stored.value.isRetired)
    throw incorrectState("A security attribute namespace must be retired before it is deleted.");
  return stored;
}

function isVisible(call: Call, { id, compartmentId }: SecurityAttributeNamespace): boolean {
  return !call.user.hiddenNamespaceIds.includes(id) && !isHidden(call, compartmentId);
}
