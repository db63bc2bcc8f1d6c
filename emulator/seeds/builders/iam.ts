import type * as identity from "oci-identity";
import { momentOf, ocidOf } from "@/emulator/seeds/builders/ocid";
import { createdBy } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

export type IamPolicyFacts = {
  readonly name: string;
  readonly description: string;
  /** Where it is attached: it speaks of this compartment and of those below it. */
  readonly compartmentId: string;
  readonly statements: readonly string[];
  readonly state?: Wire<identity.models.Policy>["lifecycleState"];
};

/** A policy of Identity. */
export function iamPolicyOf(tenancyName: string, facts: IamPolicyFacts): Wire<identity.models.Policy> {
  const timeCreated = momentOf(`IAM policy ${facts.name}`);
  return {
    id: ocidOf("policy", `${tenancyName}/${facts.name}`),
    compartmentId: facts.compartmentId,
    name: facts.name,
    description: facts.description,
    statements: [...facts.statements],
    timeCreated,
    lifecycleState: facts.state ?? "ACTIVE",
    inactiveStatus: null,
    versionDate: null,
    freeformTags: {},
    definedTags: createdBy(`default/admin@${tenancyName}.example`, timeCreated),
  };
}
