import * as v from "valibot";
import { bodyOf, checkIfMatch, find, isoTime, pathParameter, type Call } from "@/emulator/core/call";
import type { Stored } from "@/emulator/core/collection";
import { conflict, incorrectState, invalidParameter, notAuthorizedOrNotFound } from "@/emulator/core/errors";
import { checkHomeRegion } from "@/emulator/core/home-region";
import { arrayAnswer, filtered } from "@/emulator/core/listing";
import { newOcid } from "@/emulator/core/ocid";
import type { Answer } from "@/emulator/core/operation";
import type { SecurityAttribute } from "@/emulator/core/tenancy";
import { startDeletion } from "@/emulator/services/security-attribute-deletion";
import { findNamespace, keysOf, nameSchema } from "@/emulator/services/security-attribute-namespaces";

const maxEnumValues = 100;

const validatorSchema = v.variant("validatorType", [
  v.object({ validatorType: v.literal("ENUM"), values: v.array(v.string()) }),
  v.object({ validatorType: v.literal("DEFAULT") }),
]);

const createSecurityAttributeDetails = v.object({
  name: nameSchema,
  description: v.string(),
  validator: v.nullish(validatorSchema),
});

const updateSecurityAttributeDetails = v.object({
  description: v.nullish(v.string()),
  isRetired: v.nullish(v.boolean()),
  validator: v.nullish(validatorSchema),
});

/** Summaries have no validator: that takes a get of each. */
export function listSecurityAttributes(call: Call): Answer {
  const { value: namespace } = findNamespace(call);
  const attributes = call.tenancy.securityAttributes
    .list()
    .filter((attribute) => attribute.securityAttributeNamespaceId === namespace.id)
    .map(({ validator: _validator, ...summary }) => summary);
  return arrayAnswer(call, filtered(call, attributes, ["lifecycleState"]));
}

export function getSecurityAttribute(call: Call): Answer {
  const { value, etag } = findAttribute(call);
  return { body: value, etag };
}

export function createSecurityAttribute(call: Call): Answer {
  checkHomeRegion(call);
  const { value: namespace } = findNamespace(call);
  if (namespace.lifecycleState !== "ACTIVE") throw incorrectState("The security attribute namespace is not active.");
  const { name, description, validator } = bodyOf(call, createSecurityAttributeDetails);
  if (keysOf(call, namespace.id).some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw conflict(`A security attribute with the name ${name} already exists in the namespace ${namespace.name}.`);
  }
  const { value, etag } = call.tenancy.securityAttributes.put({
    id: newOcid("securityattribute"),
    compartmentId: namespace.compartmentId,
    securityAttributeNamespaceId: namespace.id,
    securityAttributeNamespaceName: namespace.name,
    name,
    description,
    isRetired: false,
    lifecycleState: "ACTIVE",
    timeCreated: isoTime(call.now),
    validator: storedValidator(validator),
  });
  return { status: 201, body: value, etag };
}

/** A validator of type DEFAULT takes the list of values away. Resources keep the values that they have. */
export function updateSecurityAttribute(call: Call): Answer {
  checkHomeRegion(call);
  const { value: namespace } = findNamespace(call);
  const stored = findUnchangingAttribute(call);
  const { description, isRetired, validator } = bodyOf(call, updateSecurityAttributeDetails);
  if (isRetired === false && namespace.lifecycleState !== "ACTIVE") {
    throw incorrectState("The namespace of a retired security attribute must be active before the attribute can be.");
  }
  const retired = isRetired ?? stored.value.isRetired;
  const { value, etag } = call.tenancy.securityAttributes.put({
    ...stored.value,
    description: description ?? stored.value.description,
    isRetired: retired,
    lifecycleState: retired ? "INACTIVE" : "ACTIVE",
    ...(validator != null && { validator: storedValidator(validator) }),
  });
  return { body: value, etag };
}

export function deleteSecurityAttribute(call: Call): Answer {
  checkHomeRegion(call);
  const { value: namespace } = findNamespace(call);
  const { value } = findUnchangingAttribute(call);
  if (!value.isRetired) throw incorrectState("A security attribute must be retired before it is deleted.");
  const opcWorkRequestId = startDeletion(call, "DELETE_SECURITY_ATTRIBUTE_DEFINITION", namespace, [value], null);
  return { status: 202, opcWorkRequestId };
}

function findAttribute(call: Call): Stored<SecurityAttribute> {
  const { value: namespace } = findNamespace(call);
  const name = pathParameter(call, "securityAttributeName").toLowerCase();
  const named = call.tenancy.securityAttributes
    .list()
    .filter((one) => one.securityAttributeNamespaceId === namespace.id && one.name.toLowerCase() === name);
  const attribute = named.find(({ lifecycleState }) => lifecycleState !== "DELETED") ?? named[0];
  if (attribute === undefined) throw notAuthorizedOrNotFound();
  return find(call, call.tenancy.securityAttributes, attribute.id);
}

function findUnchangingAttribute(call: Call): Stored<SecurityAttribute> {
  const stored = findAttribute(call);
  checkIfMatch(call, stored);
  const { lifecycleState } = stored.value;
  if (lifecycleState === "DELETING" || lifecycleState === "DELETED") {
    throw incorrectState(`The security attribute is ${lifecycleState}.`);
  }
  return stored;
}

function storedValidator(validator: v.InferOutput<typeof validatorSchema> | null | undefined) {
  if (validator == null || validator.validatorType === "DEFAULT") return null;
  const { values } = validator;
  const isProper = values.length > 0 && values.length <= maxEnumValues && new Set(values).size === values.length;
  if (!isProper || values.some((value) => value.trim() === "")) {
    throw invalidParameter(`A validator needs 1 to ${maxEnumValues} values, none blank, none twice.`);
  }
  return validator;
}
