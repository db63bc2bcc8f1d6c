import "server-only";
import * as v from "valibot";
import { ocidOf, readList } from "@/lib/oci/answers";
import type { OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import type { IamGroup } from "@/lib/oke/readiness/iam-group";

/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/Group, the part that we use. */
const groupSchema: v.GenericSchema<unknown, IamGroup> = v.object({ id: v.string(), name: v.string() });

/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/UserGroupMembership, the part that we use. */
const membershipSchema = v.object({ id: v.string(), groupId: v.string() });

type OfUser = { readonly region: string; readonly tenancyId: string; readonly userId: string };

/**
 * Reads the groups of the tenancy that a user is in: the memberships of the user, and the names of the groups. A group
 * whose name cannot be seen is given with an empty one. Throws `OciRequestError`.
 */
export async function listGroupsOfUser(
  context: OciContext,
  { region, tenancyId, userId }: OfUser,
): Promise<readonly IamGroup[]> {
  const query = { compartmentId: tenancyId };
  const memberships = await readList(
    context,
    { service: "identity", operation: "listUserGroupMemberships", region, schema: membershipSchema, keyOf: ocidOf },
    (client, page) => client.listUserGroupMemberships({ ...encodedQuery({ ...query, userId }), ...page }),
  );
  if (memberships.length === 0) return [];
  const groups = await readList(
    context,
    { service: "identity", operation: "listGroups", region, schema: groupSchema, keyOf: ocidOf },
    (client, page) => client.listGroups({ ...encodedQuery(query), ...page }),
  );
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]));
  return memberships.map(({ groupId }) => ({ id: groupId, name: nameOf.get(groupId) ?? "" }));
}
