import { compartment } from "@/emulator/seeds/acme/compartments";
import { definitionsOf, type NamespaceFacts } from "@/emulator/seeds/builders/definitions";

const inUse: readonly NamespaceFacts[] = [
  {
    name: "oracle-zpr",
    description: "Created by Oracle when ZPR was enabled",
    compartmentId: compartment(""),
    keys: [{ name: "sensitivity", description: "An example that Oracle puts here" }],
  },
  {
    name: "app",
    description: "What an endpoint is for",
    compartmentId: compartment("security"),
    keys: [
      { name: "tier", description: "Place in the architecture", values: ["web", "api", "worker", "cache", "batch"] },
      { name: "name", description: "Name in the service catalogue" },
      { name: "environment", description: "Stage", values: ["prod", "staging", "dev"] },
      { name: "owner", description: "Team mailbox; use name instead", state: "INACTIVE" },
      { name: "team", description: "Team of 2024; being deleted", state: "DELETING" },
      { name: "component", description: "Deleted in the spring clean-up", state: "DELETED" },
    ],
  },
  {
    name: "network",
    description: "Where an endpoint is",
    compartmentId: compartment("security"),
    keys: [
      { name: "vcn", description: "One per VCN; the location of every policy" },
      { name: "zone", description: "Layer inside a VCN", values: ["edge", "app", "db"] },
    ],
  },
  {
    name: "oke",
    description: "Parts of Kubernetes clusters",
    compartmentId: compartment("security"),
    keys: [
      { name: "role", description: "Which part", values: ["endpoint", "node", "pod", "ingress", "storage"] },
      { name: "cluster", description: "Which cluster" },
    ],
  },
  {
    name: "zpr-cni",
    description: "From Oracle's guide for OKE",
    compartmentId: compartment("platform"),
    keys: [{ name: "sensitivity", description: "Nodes and their VCN" }],
  },
  {
    name: "pci",
    description: "PCI DSS scoping",
    compartmentId: compartment("payments"),
    keys: [
      { name: "scope", description: "PCI DSS scope", values: ["cde", "connected-to", "out-of-scope"] },
      { name: "segment", description: "Segment of the cardholder data environment" },
    ],
  },
  {
    name: "Data-Class",
    description: "Classification of the data behind an endpoint",
    compartmentId: compartment("data"),
    keys: [
      { name: "Level", description: "Policy DC-7", values: ["public", "internal", "confidential", "restricted"] },
      { name: "Residency", description: "Where the data must stay", values: ["us", "eu"] },
    ],
  },
];

const withLimits: readonly NamespaceFacts[] = [
  {
    name: "partners",
    description: "Connections to partner companies; need to know",
    compartmentId: compartment("security"),
    keys: [{ name: "integration", description: "Partner" }],
  },
  {
    name: "treasury",
    description: "Visible to all, used by the treasury only",
    compartmentId: compartment("security"),
    keys: [{ name: "desk", description: "Trading desk", values: ["fx", "rates"] }],
  },
  {
    name: "observability",
    description: "Trials of the observability team",
    compartmentId: compartment("platform/observability"),
    mode: ["audit"],
    keys: [{ name: "signal", description: "What is collected" }],
  },
];

const endingOrGone: readonly NamespaceFacts[] = [
  {
    name: "legacy-net",
    description: "Replaced by network",
    compartmentId: compartment("network"),
    state: "INACTIVE",
    keys: [{ name: "segment", description: "Segment of the old data centre" }],
  },
  {
    // Reactivating a namespace does not reactivate its keys.
    name: "campaigns",
    description: "Reactivated for the winter campaign",
    compartmentId: compartment("storefront"),
    keys: [{ name: "season", description: "Season", state: "INACTIVE" }],
  },
  {
    name: "fraud-lab",
    description: "The project has ended",
    compartmentId: compartment("data"),
    state: "DELETING",
    keys: [{ name: "model", description: "Model family" }],
  },
  {
    name: "old-billing",
    description: "The old billing system",
    compartmentId: compartment("payments"),
    state: "DELETED",
    keys: [{ name: "ledger", description: "Ledger" }],
  },
];

/**
 * Acme's namespaces and keys. Two names that its resources carry are in no list at all: the key `app.squad` and the
 * whole namespace `warehouse`.
 */
export const acmeDefinitions = definitionsOf("acme", [...inUse, ...withLimits, ...endingOrGone]);
