import "server-only";
import * as v from "valibot";
import { ocidOf, readList } from "@/lib/oci/answers";
import type { OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import type { IamPolicy } from "@/lib/oke/readiness/iam-policy";
import { listOf, openEnum } from "@/lib/oke/wire";

/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/Policy, the part that we use. */
const iamPolicySchema: v.GenericSchema<unknown, IamPolicy> = v.object({
  id: v.string(),
  compartmentId: v.string(),
  name: v.string(),
  statements: listOf(v.string()),
  lifecycleState: openEnum(["CREATING", "ACTIVE", "INACTIVE", "DELETING", "DELETED"]),
});

/** Reads the IAM policies attached to one compartment, not those above or below it. Throws `OciRequestError`. */
export function listPolicies(
  context: OciContext,
  { region, compartmentId }: { readonly region: string; readonly compartmentId: string },
): Promise<readonly IamPolicy[]> {
  return readList(
    context,
    { service: "identity", operation: "listPolicies", region, schema: iamPolicySchema, keyOf: ocidOf },
    (client, page) => client.listPolicies({ ...encodedQuery({ compartmentId }), ...page }),
  );
}
