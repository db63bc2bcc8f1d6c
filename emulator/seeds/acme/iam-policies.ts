import { compartment } from "@/emulator/seeds/acme/compartments";
import { type IamPolicyFacts, iamPolicyOf } from "@/emulator/seeds/builders/iam";

/** What people may do. */
const people: readonly IamPolicyFacts[] = [
  {
    name: "Tenant Admin Policy",
    description: "Tenancy administrators",
    compartmentId: compartment(""),
    statements: ["ALLOW GROUP Administrators to manage all-resources IN TENANCY"],
  },
  {
    name: "zpr-administrators",
    description: "Namespaces and ZPR policies",
    compartmentId: compartment(""),
    statements: [
      "Allow group zpr-admins to manage zpr-family in tenancy",
      "Allow group zpr-admins to manage security-attribute-family in tenancy",
    ],
  },
  {
    name: "platform-operators",
    description: "Those who run the clusters",
    compartmentId: compartment(""),
    statements: [
      "Allow group platform-operators to manage cluster-family in tenancy",
      "Allow group platform-operators to use security-attribute-namespaces in tenancy",
      "Allow group platform-operators to read zpr-family in tenancy",
    ],
  },
  {
    // The second statement that a restricted one needs is missing.
    name: "storefront-developers",
    description: "Only what storefront needs",
    compartmentId: compartment(""),
    statements: [
      "Allow group 'Default'/'storefront-developers' to manage cluster-family in compartment storefront",
      "Allow group 'Default'/'storefront-developers' to use security-attribute-namespaces in tenancy where target.security-attribute-namespace.name = 'app'",
    ],
  },
];

/** What clusters and node pools may do, one team more careful than the other. */
const machines: readonly IamPolicyFacts[] = [
  {
    name: "oke-security-attributes",
    description: "Namespaces of the security team, for every cluster and node pool",
    compartmentId: compartment("security"),
    statements: [
      "Allow any-user to use security-attribute-namespace in compartment security where request.principal.type = 'cluster'",
      "Allow any-user to manage security-attribute-namespace in compartment security where request.principal.type = 'nodepool'",
    ],
  },
  {
    // Whoever wrote this thought of the clusters and not of their node pools.
    name: "payments-oke",
    description: "PCI scoping for clusters",
    compartmentId: compartment("payments"),
    statements: [
      "Allow any-user to use security-attribute-namespaces in compartment payments where request.principal.type='cluster'",
    ],
  },
  {
    name: "platform-oke",
    description: "From Oracle's guide, for the clusters of the data lake and machine learning only",
    compartmentId: compartment("platform"),
    statements: [
      "Allow any-user to use security-attribute-namespace in compartment platform where request.principal.type = 'cluster'",
      `Allow any-user to manage security-attribute-namespace in compartment platform where all {request.principal.type = 'nodepool', any {request.principal.compartment.id = '${compartment("data")}', request.principal.compartment.id = '${compartment("data/machine-learning")}'}}`,
    ],
  },
  {
    // Who is in a dynamic group, its rules say, and these are not for everybody to read.
    name: "data-oke",
    description: "Data classification for clusters",
    compartmentId: compartment("data"),
    statements: ["Allow dynamic-group data-clusters to manage security-attribute-family in compartment data"],
  },
  {
    name: "observability-trial",
    description: "Ended in June",
    compartmentId: compartment("platform/observability"),
    statements: ["Allow any-user to manage security-attribute-namespace in compartment observability"],
    state: "INACTIVE",
  },
];

export const acmeIamPolicies = [...people, ...machines].map((facts) => iamPolicyOf("acme", facts));
