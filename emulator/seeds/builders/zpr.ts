import type * as zpr from "oci-zpr";
import { momentOf, ocidOf } from "@/emulator/seeds/builders/ocid";
import { ashburn } from "@/emulator/seeds/builders/place";
import { createdBy } from "@/emulator/seeds/builders/tags";
import { tenancyOcid } from "@/emulator/seeds/builders/tenancy";
import type { Wire } from "@/emulator/wire";

export type ZprPolicyFacts = {
  readonly name: string;
  readonly description: string;
  readonly statements: readonly string[];
  readonly state?: Wire<zpr.models.ZprPolicy>["lifecycleState"];
  readonly lifecycleDetails?: string;
  readonly freeformTags?: { [key: string]: string };
};

/** ZPR policies live in the root compartment and in the home region, which for every seed is Ashburn. */
export function zprPolicyOf(tenancyName: string, facts: ZprPolicyFacts): Wire<zpr.models.ZprPolicy> {
  const timeCreated = momentOf(`policy ${facts.name}`);
  return {
    id: ocidOf("zprpolicy", `${tenancyName}/${facts.name}`, ashburn.ocidRegion),
    name: facts.name,
    description: facts.description,
    compartmentId: tenancyOcid(tenancyName),
    statements: [...facts.statements],
    lifecycleState: facts.state ?? "ACTIVE",
    lifecycleDetails: facts.lifecycleDetails ?? null,
    timeCreated,
    timeUpdated: timeCreated,
    freeformTags: facts.freeformTags ?? {},
    definedTags: createdBy(`default/security@${tenancyName}.example`, timeCreated),
    systemTags: {},
  };
}

/** ZPR switched on for the tenancy. */
export const zprEnabled = (tenancyName: string): Wire<zpr.models.Configuration> => ({
  id: ocidOf("zprconfiguration", tenancyName, ashburn.ocidRegion),
  compartmentId: tenancyOcid(tenancyName),
  zprStatus: "ENABLED",
  lifecycleState: "ACTIVE",
  lifecycleDetails: null,
  timeCreated: "2025-05-06T08:12:44.310Z",
  timeUpdated: "2025-05-06T08:12:51.902Z",
  freeformTags: {},
  definedTags: {},
  systemTags: {},
});
