import { find, isHidden, pathParameter, requiredQuery, visibleCompartment, type Call } from "@/emulator/core/call";
import { invalidParameter, notAuthorizedOrNotFound } from "@/emulator/core/errors";
import { arrayAnswer, filtered, listOfCompartment, sorted } from "@/emulator/core/listing";
import { operationsOf, type Answer } from "@/emulator/core/operation";
import type { Compartment } from "@/emulator/core/tenancy";

const tenancyStart = "2016-08-25T21:10:29.600Z";

function getTenancy(call: Call): Answer {
  checkTenancy(call);
  return { body: call.tenancy.tenancy };
}

function listRegionSubscriptions(call: Call): Answer {
  checkTenancy(call);
  return {
    body: call.tenancy.regions.map(({ regionKey, regionName, isHomeRegion }) => ({
      regionKey,
      regionName,
      status: "READY",
      isHomeRegion,
    })),
  };
}

/** Only the regions of this tenancy: the emulator knows of no others. */
function listRegions(call: Call): Answer {
  return { body: call.tenancy.regions.map(({ regionKey, regionName }) => ({ key: regionKey, name: regionName })) };
}

function listAvailabilityDomains(call: Call): Answer {
  const compartmentId = visibleCompartment(call, requiredQuery(call, "compartmentId"));
  return arrayAnswer(
    call,
    call.region.availabilityDomains.map((name) => ({
      id: `ocid1.availabilitydomain.oc1..${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`,
      name,
      compartmentId,
    })),
  );
}

/** `accessLevel` ANY, the default, shows compartments whether or not one may look into them. */
function listCompartments(call: Call): Answer {
  const compartmentId = visibleCompartment(call, requiredQuery(call, "compartmentId"));
  const isSubtree = call.query.get("compartmentIdInSubtree") === "true";
  if (isSubtree && compartmentId !== call.tenancy.id) {
    throw invalidParameter("compartmentIdInSubtree can only be set to true when compartmentId is the tenancy");
  }
  const isAccessibleOnly = call.query.get("accessLevel") === "ACCESSIBLE";
  const compartments = call.tenancy.compartments
    .list()
    .filter((compartment) => isSubtree || compartment.compartmentId === compartmentId)
    .filter((compartment) => !isAccessibleOnly || !isHidden(call, compartment.id));
  return arrayAnswer(call, sorted(call, filtered(call, compartments, ["name", "lifecycleState"])));
}

function getCompartment(call: Call): Answer {
  const id = pathParameter(call, "compartmentId");
  if (id === call.tenancy.id) return { body: rootCompartment(call) };
  if (isHidden(call, id)) throw notAuthorizedOrNotFound();
  const { value, etag } = find(call, call.tenancy.compartments, id);
  return { body: value, etag };
}

/** The policies attached to one compartment, not those of its parents or children. */
function listPolicies(call: Call): Answer {
  const compartmentId = call.query.get("compartmentId") ?? "";
  if (call.user.unreadablePolicyCompartmentIds?.includes(compartmentId) === true) throw notAuthorizedOrNotFound();
  return arrayAnswer(call, listOfCompartment(call, call.tenancy.iamPolicies, ["name", "lifecycleState"]));
}

function getPolicy(call: Call): Answer {
  const { value, etag } = find(call, call.tenancy.iamPolicies, pathParameter(call, "policyId"));
  if (call.user.unreadablePolicyCompartmentIds?.includes(value.compartmentId) === true) throw notAuthorizedOrNotFound();
  return { body: value, etag };
}

function getUser(call: Call): Answer {
  const user = call.tenancy.users.find(({ ocid }) => ocid === pathParameter(call, "userId"));
  if (user === undefined) throw notAuthorizedOrNotFound();
  return {
    body: {
      id: user.ocid,
      compartmentId: call.tenancy.id,
      name: user.name,
      description: user.name,
      timeCreated: tenancyStart,
      lifecycleState: "ACTIVE",
      isMfaActivated: true,
    },
  };
}

const groupOcid = (tenancyId: string, name: string) =>
  `ocid1.group.oc1..${tenancyId.slice(-12)}${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`;

/** The groups of the default domain are those that somebody is in. */
function listGroups(call: Call): Answer {
  visibleRoot(call);
  const names = [...new Set(call.tenancy.users.flatMap(({ groups }) => groups ?? []))].toSorted();
  const groups = names.map((name) => ({
    id: groupOcid(call.tenancy.id, name),
    compartmentId: call.tenancy.id,
    name,
    description: name,
    timeCreated: tenancyStart,
    lifecycleState: "ACTIVE",
  }));
  return arrayAnswer(call, filtered(call, groups, ["name", "lifecycleState"]));
}

function listUserGroupMemberships(call: Call): Answer {
  visibleRoot(call);
  const [userId, groupId] = [call.query.get("userId"), call.query.get("groupId")];
  if (userId === null && groupId === null) throw invalidParameter("One of userId and groupId is required");
  const memberships = call.tenancy.users.flatMap(({ ocid, groups = [] }) =>
    groups.map((name) => ({
      id: `${groupOcid(call.tenancy.id, name)}.${ocid.slice(-12)}`,
      compartmentId: call.tenancy.id,
      groupId: groupOcid(call.tenancy.id, name),
      userId: ocid,
      timeCreated: tenancyStart,
      lifecycleState: "ACTIVE",
    })),
  );
  return arrayAnswer(
    call,
    memberships.filter((each) => (userId ?? each.userId) === each.userId && (groupId ?? each.groupId) === each.groupId),
  );
}

/** Groups are the tenancy's own: Identity wants its OCID. */
function visibleRoot(call: Call): void {
  if (requiredQuery(call, "compartmentId") !== call.tenancy.id) throw notAuthorizedOrNotFound();
}

function rootCompartment(call: Call): Compartment {
  const { id, tenancy } = call.tenancy;
  const name = tenancy.name ?? call.tenancy.seedName;
  return {
    id,
    compartmentId: id,
    name,
    description: tenancy.description ?? `The root Compartment of the tenancy ${name}`,
    timeCreated: tenancyStart,
    lifecycleState: "ACTIVE",
    freeformTags: tenancy.freeformTags ?? {},
    definedTags: tenancy.definedTags ?? {},
  };
}

function checkTenancy(call: Call): void {
  if (pathParameter(call, "tenancyId") !== call.tenancy.id) throw notAuthorizedOrNotFound();
}

export const identityOperations = operationsOf("identity", [
  ["GET /20160918/tenancies/:tenancyId", getTenancy],
  ["GET /20160918/tenancies/:tenancyId/regionSubscriptions", listRegionSubscriptions],
  ["GET /20160918/regions", listRegions],
  ["GET /20160918/availabilityDomains", listAvailabilityDomains],
  ["GET /20160918/compartments", listCompartments],
  ["GET /20160918/compartments/:compartmentId", getCompartment],
  ["GET /20160918/policies", listPolicies],
  ["GET /20160918/policies/:policyId", getPolicy],
  ["GET /20160918/users/:userId", getUser],
  ["GET /20160918/groups", listGroups],
  ["GET /20160918/userGroupMemberships", listUserGroupMemberships],
]);
