import { compartmentsOf } from "@/emulator/seeds/builders/tenancy";

export const acmeCompartments = compartmentsOf("acme", {
  ManagedCompartmentForPaaS: { description: "idcs-1f2e3d4c5b6a79880796a5b4c3d2e1f0|22817382|acme@acme.example" },
  network: { description: "VCNs, subnets and whatever faces the internet. Owner: network team." },
  security: { description: "Security attribute namespaces, vaults and keys. Owner: security team." },
  platform: { description: "Clusters that every team shares." },
  "platform/observability": { description: "Metrics, logs and traces." },
  payments: { description: "Everything that touches a card number." },
  "payments/production": { description: "In scope for PCI DSS." },
  "payments/staging": { description: "No real card numbers." },
  storefront: { description: "The shop: web, checkout, search." },
  data: { description: "Data lake and its consumers." },
  "data/machine-learning": { description: "Training and inference." },
  "shared-services": { description: "Intranet, proxies, file shares." },
  sandbox: { description: "Anything goes; emptied every quarter." },
  "storefront-2024": { description: "Replaced by storefront.", lifecycleState: "DELETED" },
});

/** The OCID of one of Acme's compartments by its path; `""` is the root compartment. */
export const compartment = acmeCompartments.idOf;
