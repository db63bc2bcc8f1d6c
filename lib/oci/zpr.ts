import "server-only";
import * as v from "valibot";
import { ocidOf, parseAnswer, readList } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { definedTags, freeformTags, listOf, nullable, openEnum } from "@/lib/oke/wire";
import type { ZprConfiguration } from "@/lib/zpr/zpr-configuration";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const service = "zpr";

/** https://docs.oracle.com/en-us/iaas/api/#/en/zpr/latest/ZprPolicySummary, the part that we use. */
export const zprPolicySchema: v.GenericSchema<unknown, ZprPolicy> = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    description: v.nullish(v.string(), ""),
    statements: listOf(v.string()),
    lifecycleState: openEnum(["ACTIVE", "CREATING", "UPDATING", "DELETING", "DELETED", "FAILED", "NEEDS_ATTENTION"]),
    lifecycleDetails: nullable(v.string()),
    timeUpdated: nullable(v.string()),
    freeformTags,
    definedTags,
  }),
  v.transform(({ freeformTags: freeform, definedTags: defined, ...policy }) => ({
    ...policy,
    tags: [...freeform.map((tag) => ({ namespace: null, ...tag })), ...defined],
  })),
);

/** https://docs.oracle.com/en-us/iaas/api/#/en/zpr/latest/Configuration, the part that we use. */
const zprConfigurationSchema: v.GenericSchema<unknown, ZprConfiguration> = v.object({
  zprStatus: openEnum(["ENABLED", "DISABLED"]),
  lifecycleState: openEnum(["ACTIVE", "CREATING", "UPDATING", "DELETING", "DELETED", "FAILED", "NEEDS_ATTENTION"]),
});

/** Reads every ZPR policy of the tenancy; they all live in its root compartment. Throws `OciRequestError`. */
export function listZprPolicies(
  context: OciContext,
  { region }: { readonly region: string },
): Promise<readonly ZprPolicy[]> {
  const query = encodedQuery({ compartmentId: context.principal.tenancyId });
  return readList(
    context,
    { service, operation: "listZprPolicies", region, schema: zprPolicySchema, keyOf: ocidOf },
    async (client, page) => {
      const { zprPolicyCollection, opcNextPage } = await client.listZprPolicies({ ...query, ...page });
      return { items: zprPolicyCollection.items, opcNextPage };
    },
  );
}

/**
 * Reads whether ZPR is enabled in the tenancy. Throws `OciRequestError`; `NotAuthorizedOrNotFound` both where it never
 * was and where one may not look.
 */
export async function getZprConfiguration(
  context: OciContext,
  { region }: { readonly region: string },
): Promise<ZprConfiguration> {
  const target = { service, operation: "getConfiguration", region } as const;
  const query = encodedQuery({ compartmentId: context.principal.tenancyId });
  const { configuration } = await callOci(context, target, (client) => client.getConfiguration(query));
  return parseAnswer(zprConfigurationSchema, configuration, target.operation);
}
