import type { TenancySeed, UserSeed } from "@/emulator/seed";
import { appsCompartment, ids, secretCompartment, tenancyOcid, timeCreated } from "@/emulator/testing/small-ids";
import { emptyRegion, homeRegion } from "@/emulator/testing/small-region";

/** The smallest tenancy in which every operation has something to work on. */

const user = (name: string, limits: Partial<UserSeed> = {}): UserSeed => ({
  name,
  ocid: `ocid1.user.oc1..${name}`,
  hiddenCompartmentIds: [],
  hiddenNamespaceIds: [],
  unusableNamespaceIds: [],
  refusedOperations: [],
  kubernetesRefusals: [],
  ...limits,
});

/** Namespace `app` with keys `tier` (any text), `env` (prod or test), `old` (retired), `gone` (deleted); `hr` with `pay`. */
export function smallSeed(change: Partial<TenancySeed> = {}): TenancySeed {
  return {
    name: "small",
    tenancy: { id: tenancyOcid, name: "small", homeRegionKey: "IAD" },
    users: [
      user("operator"),
      user("reviewer", { hiddenCompartmentIds: [secretCompartment], hiddenNamespaceIds: [ids.hrNamespace] }),
      user("borrower", { unusableNamespaceIds: [ids.hrNamespace], refusedOperations: ["listVcns"] }),
    ],
    compartments: [compartment(appsCompartment, "apps"), compartment(secretCompartment, "secret")],
    securityAttributeNamespaces: [namespace(ids.appNamespace, "app"), namespace(ids.hrNamespace, "hr")],
    securityAttributes: [
      definition(ids.appNamespace, "app", "tier", {}),
      definition(ids.appNamespace, "app", "env", { validator: { validatorType: "ENUM", values: ["prod", "test"] } }),
      definition(ids.appNamespace, "app", "old", { isRetired: true, lifecycleState: "INACTIVE" }),
      definition(ids.appNamespace, "app", "gone", { isRetired: true, lifecycleState: "DELETED" }),
      ...["k1", "k2", "k3", "k4", "k5"].map((key) => definition(ids.appNamespace, "app", key, {})),
      definition(ids.hrNamespace, "hr", "pay", {}),
    ],
    zprConfiguration: {
      id: "ocid1.zprconfiguration.oc1..small",
      compartmentId: tenancyOcid,
      zprStatus: "ENABLED",
      lifecycleState: "ACTIVE",
      timeCreated,
      timeUpdated: timeCreated,
    },
    zprPolicies: [
      {
        id: ids.zprPolicy,
        compartmentId: tenancyOcid,
        name: "payments",
        description: "Who may reach payments",
        statements: ["in app.tier:net VCN allow app.tier:web endpoints to connect to app.tier:db endpoints"],
        lifecycleState: "ACTIVE",
        timeCreated,
        freeformTags: {},
        definedTags: {},
      },
    ],
    iamPolicies: [
      {
        id: ids.iamPolicy,
        compartmentId: tenancyOcid,
        name: "readers",
        description: "Who may read",
        statements: ["Allow group readers to read all-resources in tenancy"],
        lifecycleState: "ACTIVE",
        timeCreated,
      },
    ],
    regions: [homeRegion(), emptyRegion("eu-frankfurt-1", "FRA")],
    defaultPageSize: 2,
    ...change,
  };
}

type Definition = TenancySeed["securityAttributes"][number];

function compartment(ocid: string, name: string): TenancySeed["compartments"][number] {
  return { id: ocid, compartmentId: tenancyOcid, name, description: name, timeCreated, lifecycleState: "ACTIVE" };
}

function namespace(ocid: string, name: string): TenancySeed["securityAttributeNamespaces"][number] {
  const shared = { compartmentId: tenancyOcid, description: name, isRetired: false, timeCreated };
  return { ...shared, id: ocid, name, mode: ["enforce"], lifecycleState: "ACTIVE" };
}

function definition(namespaceId: string, namespaceName: string, name: string, change: Partial<Definition>): Definition {
  return {
    id: `ocid1.securityattribute.oc1..${namespaceName}-${name}`,
    compartmentId: tenancyOcid,
    securityAttributeNamespaceId: namespaceId,
    securityAttributeNamespaceName: namespaceName,
    name,
    description: name,
    isRetired: false,
    lifecycleState: "ACTIVE",
    timeCreated,
    validator: null,
    ...change,
  };
}
