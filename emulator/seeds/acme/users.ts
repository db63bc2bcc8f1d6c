import { acmeCompartments, compartment } from "@/emulator/seeds/acme/compartments";
import { namespaceOcid } from "@/emulator/seeds/builders/definitions";
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

/** May do everything. */
export const operator = userOf("acme", "operator");

/** A security reviewer: sees everything but one namespace, and may not use another. */
export const reviewer = userOf("acme", "reviewer", {
  hiddenNamespaceIds: [namespaceOcid("acme", "partners")],
  unusableNamespaceIds: [namespaceOcid("acme", "treasury")],
});

/** Reads everything, writes nothing. */
export const auditor = userOf("acme", "auditor", { refusedOperations: writes });

/** A developer of the storefront: no other team's compartments, no namespaces at all. */
export const storefrontDeveloper = userOf("acme", "storefront-developer", {
  hiddenCompartmentIds: acmeCompartments.list
    .map(({ id }) => id)
    .filter((id) => id !== compartment("storefront") && id !== compartment("network")),
  refusedOperations: ["listSecurityAttributeNamespaces", "listZprPolicies", "getConfiguration"],
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
    ...writes.filter((name) => name !== "updateNodePool"),
  ],
});
