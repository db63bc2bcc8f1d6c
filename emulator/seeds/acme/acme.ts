import type { TenancySeed } from "@/emulator/seed";
import { addAshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { acmeCompartments } from "@/emulator/seeds/acme/compartments";
import { acmeDefinitions } from "@/emulator/seeds/acme/definitions";
import { addPayments } from "@/emulator/seeds/acme/payments";
import { auditor, operator, restrictedReviewer, reviewer, storefrontDeveloper } from "@/emulator/seeds/acme/users";
import { ashburn, frankfurt } from "@/emulator/seeds/builders/place";
import { newRegionDraft } from "@/emulator/seeds/builders/region-draft";
import { tenancyOf } from "@/emulator/seeds/builders/tenancy";
import { zprEnabled } from "@/emulator/seeds/builders/zpr";

const ashburnSeed = () => {
  const region = newRegionDraft("acme", ashburn);
  const network = addAshburnNetwork(region);
  addPayments(region, network);
  return region.seed;
};

/** Acme, a shop with a payment business of its own: every state that the console must show occurs here. */
export const acmeSeed = (): TenancySeed => ({
  name: "acme",
  tenancy: tenancyOf("acme", "Acme Corporation"),
  users: [operator, reviewer, auditor, storefrontDeveloper],
  compartments: acmeCompartments.list,
  ...acmeDefinitions,
  zprConfiguration: zprEnabled("acme"),
  zprPolicies: [],
  regions: [ashburnSeed(), newRegionDraft("acme", frankfurt).seed],
  defaultPageSize: 5,
});

/** The same tenancy as a consultant sees it who may read half of it. */
export const restrictedSeed = (): TenancySeed => ({
  ...acmeSeed(),
  name: "restricted",
  users: [restrictedReviewer, operator],
});
