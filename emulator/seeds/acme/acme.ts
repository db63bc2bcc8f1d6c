import type { TenancySeed } from "@/emulator/seed";
import { addAshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { acmeCompartments } from "@/emulator/seeds/acme/compartments";
import { addData } from "@/emulator/seeds/acme/data";
import { acmeDefinitions } from "@/emulator/seeds/acme/definitions";
import { addEurope } from "@/emulator/seeds/acme/europe";
import { acmeIamPolicies } from "@/emulator/seeds/acme/iam-policies";
import { addPayments } from "@/emulator/seeds/acme/payments";
import { addPaymentsStaging } from "@/emulator/seeds/acme/payments-staging";
import { addPlatform } from "@/emulator/seeds/acme/platform";
import { addSandbox } from "@/emulator/seeds/acme/sandbox";
import { addSharedServices } from "@/emulator/seeds/acme/shared-services";
import { addStorefront } from "@/emulator/seeds/acme/storefront";
import { auditor, operator, restrictedReviewer, reviewer, storefrontDeveloper } from "@/emulator/seeds/acme/users";
import { acmeZprPolicies } from "@/emulator/seeds/acme/zpr-policies";
import { ashburn, frankfurt } from "@/emulator/seeds/builders/place";
import { newRegionDraft } from "@/emulator/seeds/builders/region-draft";
import { tenancyOf } from "@/emulator/seeds/builders/tenancy";
import { zprEnabled } from "@/emulator/seeds/builders/zpr";

const ashburnSeed = () => {
  const region = newRegionDraft("acme", ashburn);
  const network = addAshburnNetwork(region);
  addPayments(region, network);
  addPaymentsStaging(region, network);
  addStorefront(region, network);
  addPlatform(region, network);
  addData(region, network);
  addSandbox(region, network);
  addSharedServices(region, network);
  return region.seed;
};

const frankfurtSeed = () => {
  const region = newRegionDraft("acme", frankfurt);
  addEurope(region);
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
  zprPolicies: acmeZprPolicies,
  iamPolicies: acmeIamPolicies,
  regions: [ashburnSeed(), frankfurtSeed()],
  defaultPageSize: 5,
});

/** The same tenancy as a consultant sees it who may read half of it. */
export const restrictedSeed = (): TenancySeed => ({
  ...acmeSeed(),
  name: "restricted",
  users: [restrictedReviewer, operator],
});
