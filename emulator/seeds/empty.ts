import type { TenancySeed } from "@/emulator/seed";
import { ashburn, frankfurt } from "@/emulator/seeds/builders/place";
import { newRegionDraft } from "@/emulator/seeds/builders/region-draft";
import { compartmentsOf, tenancyOf, userOf } from "@/emulator/seeds/builders/tenancy";

/** A tenancy on its first day: compartments and regions, and nothing in them. ZPR was never enabled. */
export const emptySeed = (): TenancySeed => ({
  name: "empty",
  tenancy: tenancyOf("newco", "A tenancy on its first day"),
  users: [userOf("newco", "operator")],
  compartments: compartmentsOf("newco", {
    network: { description: "For VCNs, when there are some" },
    applications: { description: "For clusters, when there are some" },
  }).list,
  securityAttributeNamespaces: [],
  securityAttributes: [],
  zprConfiguration: null,
  zprPolicies: [],
  regions: [newRegionDraft("newco", ashburn).seed, newRegionDraft("newco", frankfurt).seed],
  defaultPageSize: 5,
});
