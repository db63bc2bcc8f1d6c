import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";
import { zprPolicyTextSchema } from "@/lib/contract/zpr-policy-changes";
import type { NamedVcn } from "@/lib/zpr/policy-language/resolve-names";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";

/** `GET /api/zpr-policy-edit-bases/{policyId}`: what an edit starts from, read just now. */
export const zprPolicyEditBaseSchema = v.object({
  policyId: v.string(),
  name: v.string(),
  lifecycleState: v.string(),
  text: zprPolicyTextSchema,
  etag: v.string(),
  /** The change because of which it cannot be edited now; `null` when there is none. */
  runningChangeId: v.nullable(v.string()),
  /** Why it cannot be edited now; `null` when it can. */
  reason: v.nullable(v.string()),
});
export type ZprPolicyEditBase = v.InferOutput<typeof zprPolicyEditBaseSchema>;

const lifecycleState = v.picklist(["ACTIVE", "INACTIVE", "DELETING", "DELETED", "UNKNOWN_VALUE"]);
const definedEntries = {
  id: v.string(),
  name: v.string(),
  description: v.string(),
  isRetired: v.boolean(),
  lifecycleState,
  timeCreated: v.nullable(v.string()),
};

const catalogSchema: v.GenericSchema<SecurityAttributeCatalog> = v.object({
  namespaces: readOnlyArray(
    v.object({
      ...definedEntries,
      compartmentId: v.string(),
      mode: readOnlyArray(v.string()),
      definitions: readOnlyArray(
        v.object({
          ...definedEntries,
          allowedValues: v.nullable(v.union([readOnlyArray(v.string()), v.literal("unread")])),
        }),
      ),
      isDefinitionListComplete: v.boolean(),
    }),
  ),
  isNamespaceListComplete: v.boolean(),
  gaps: readOnlyArray(v.string()),
});

const vcnSchema: v.GenericSchema<NamedVcn> = v.object({
  id: v.string(),
  displayName: v.string(),
  region: v.string(),
  securityAttributes: readOnlyArray(securityAttributeSchema),
});

/** `GET /api/zpr-policy-names`: what the names in statements are completed from and held against. */
export const zprPolicyNamesSchema = v.object({
  catalog: catalogSchema,
  vcns: readOnlyArray(vcnSchema),
  /** Whether all VCNs were read: only then does a location without one mean something. */
  areVcnsWhole: v.boolean(),
  /** What resources other than VCNs carry, each once, most carried first. */
  carried: readOnlyArray(
    v.object({ namespace: v.string(), key: v.string(), value: v.string(), resourceCount: v.number() }),
  ),
  /** What could not be read, in words; empty when everything was. */
  gaps: readOnlyArray(v.string()),
});
export type ZprPolicyNames = v.InferOutput<typeof zprPolicyNamesSchema>;
