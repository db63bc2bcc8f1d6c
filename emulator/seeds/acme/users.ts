import { acmeCompartments, compartment } from "@/emulator/seeds/acme/compartments";
import { namespaceOcid } from "@/emulator/seeds/builders/definitions";
import { ocidOf } from "@/emulator/seeds/builders/ocid";
import { ashburn } from "@/emulator/seeds/builders/place";
import { userOf } from "@/emulator/seeds/builders/tenancy";

const writes = [
  "updateClusterEndpointConfig",
  "updateCluster",
  "updateNodePool",
  "deleteNode",
  "updateVcn",
  "updateVnic",
  "updateInstance",
  "updateLoadBalancer",
  "updateNetworkLoadBalancer",
  "updateMountTarget",
  "updateSecurityAttribute",
  "updateSecurityAttributeNamespace",
  "deleteSecurityAttribute",
  "deleteSecurityAttributeNamespace",
  "createZprPolicy",
  "updateZprPolicy",
  "deleteZprPolicy",
];

/** Nobody but the data team has a role in the Kubernetes of the data lake. */
const noRoleInDataLake = { clusterId: ocidOf("cluster", "acme/data-lake", ashburn.ocidRegion) };
const noKubernetesWrites = [{ verb: "patch" }, { verb: "create" }];

/** May do everything that IAM knows of. */
export const operator = userOf("acme", "operator", {
  groups: ["platform-operators", "zpr-readers"],
  kubernetesRefusals: [noRoleInDataLake],
});

/** A security reviewer: sees everything but one namespace and the IAM policies of payments, and may not use another. */
export const reviewer = userOf("acme", "reviewer", {
  hiddenNamespaceIds: [namespaceOcid("acme", "partners")],
  unusableNamespaceIds: [namespaceOcid("acme", "treasury")],
  kubernetesRefusals: [noRoleInDataLake, ...noKubernetesWrites],
  unreadablePolicyCompartmentIds: [compartment("payments")],
});

/** Reads everything, writes nothing. */
export const auditor = userOf("acme", "auditor", {
  refusedOperations: writes,
  kubernetesRefusals: [noRoleInDataLake, ...noKubernetesWrites],
});

/** A developer of the storefront: no other team's compartments, no namespaces at all. */
export const storefrontDeveloper = userOf("acme", "storefront-developer", {
  groups: ["storefront-developers"],
  hiddenCompartmentIds: acmeCompartments.list
    .map(({ id }) => id)
    .filter((id) => id !== compartment("storefront") && id !== compartment("network")),
  refusedOperations: ["listSecurityAttributeNamespaces", "listZprPolicies", "getConfiguration", "listPolicies"],
});

/** A reviewer who may read half of the tenancy: a consultant in the first week. */
export const restrictedReviewer = userOf("acme", "restricted-reviewer", {
  hiddenCompartmentIds: (
    [
      "ManagedCompartmentForPaaS",
      "payments/production",
      "data",
      "data/machine-learning",
      "platform/observability",
      "shared-services",
    ] as const
  ).map((path) => compartment(path)),
  hiddenNamespaceIds: ["partners", "pci", "fraud-lab"].map((name) => namespaceOcid("acme", name)),
  unusableNamespaceIds: ["treasury", "oke"].map((name) => namespaceOcid("acme", name)),
  refusedOperations: [
    "listMountTargets",
    "listInstances",
    "getConfiguration",
    "listAddons",
    "listLocalPeeringGateways",
    "listUserGroupMemberships",
    ...writes.filter((name) => name !== "updateNodePool"),
  ],
  kubernetesRefusals: [
    noRoleInDataLake,
    ...noKubernetesWrites,
    { resource: "services" },
    { resource: "persistentvolumes" },
    { resource: "nodes" },
  ],
});
