import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import type { Json } from "@/lib/json";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { attributeVerdictStates, type AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

/** Whatever came out of `JSON.parse` is JSON. A record schema would drop keys named `__proto__` or `constructor`. */
const json = v.custom<Json>(() => true);

const entries = {
  namespace: v.string(),
  key: v.string(),
  value: v.string(),
  mode: v.nullable(v.string()),
  otherMembers: readOnlyArray(v.tuple([v.string(), json])),
  unreadable: v.nullable(v.string()),
};

export const attributeVerdictStateSchema = v.picklist(attributeVerdictStates);

export const securityAttributeSchema: v.GenericSchema<SecurityAttribute> = v.object(entries);

export const assessedSecurityAttributeSchema: v.GenericSchema<AssessedSecurityAttribute> = v.object({
  ...entries,
  verdict: v.object({ state: attributeVerdictStateSchema, reason: v.string() }),
});
