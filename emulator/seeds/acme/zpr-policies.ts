import { zprPolicyOf, type ZprPolicyFacts } from "@/emulator/seeds/builders/zpr";

/** Statements that do what their author meant. */
const sound: readonly ZprPolicyFacts[] = [
  {
    name: "payments-node-join",
    description: "What nodes of payments-prod need to join their cluster",
    statements: [
      "in network.vcn:cardholder-iad VCN allow oke.role:node endpoints to connect to 'all-endpoints'",
      "in network.vcn:cardholder-iad VCN allow all-endpoints to connect to oke.role:node endpoints with protocol = 'tcp/443'",
      "in network.vcn:cardholder-iad VCN allow oke.role:node endpoints to connect to 'osn-services-ip-addresses'",
    ],
  },
  {
    name: "data-node-join",
    description: "The three statements of Oracle's guide, word for word",
    statements: [
      "in zpr-cni.sensitivity:42 VCN allow zpr-cni.sensitivity:42 endpoints to connect to 'all-endpoints'",
      "in zpr-cni.sensitivity:42 VCN allow all-endpoints to connect to zpr-cni.sensitivity:42 endpoints with protocol = 'tcp/443'",
      "in zpr-cni.sensitivity:42 VCN allow zpr-cni.sensitivity:42 endpoints to connect to 'osn-services-ip-addresses'",
    ],
  },
  {
    name: "payments-endpoint",
    description: "Who may call the Kubernetes API of payments-prod",
    statements: [
      "in network.vcn:cardholder-iad VCN allow oke.role:node endpoints to connect to oke.role:endpoint endpoints with protocol='tcp/6443'",
      "in network.vcn:cardholder-iad VCN allow oke.role:node endpoints to connect to oke.role:endpoint endpoints with protocol='tcp/12250'",
      "in network.vcn:cardholder-iad VCN allow '10.60.1.0/24' to connect to oke.role:endpoint endpoints with protocol='tcp/6443'",
    ],
  },
  {
    name: "payments-flows",
    description: "Edge to gateway, gateway to ledger, ledger to its storage",
    freeformTags: { "cost-centre": "4711", owner: "payments platform" },
    statements: [
      "in network.vcn:cardholder-iad VCN allow oke.role:ingress endpoints to connect to oke.role:node endpoints with protocol='tcp/30000-32767'",
      "in network.vcn:cardholder-iad VCN allow app.tier:api endpoints to connect to app.tier:worker endpoints with protocol='tcp/8443'",
      "in network.vcn:cardholder-iad VCN allow app.tier:worker endpoints to connect to oke.role:storage endpoints with protocol='tcp/2048-2050'",
      "in network.vcn:cardholder-iad VCN allow app.tier:api endpoints to connect to app.tier:worker endpoints with protocol='icmp', protocol.icmp.type='8', protocol.icmp.code='0'",
    ],
  },
  {
    name: "storefront-flows",
    description: "The shop, both regions",
    statements: [
      "in network.vcn:prod-iad VCN allow oke.role:ingress endpoints to connect to app.tier:web endpoints with protocol='tcp/8080'",
      "in network.vcn:prod-iad VCN allow app.tier:web endpoints to connect to app.tier:api endpoints with protocol='tcp/8443' with connection-state='stateless'",
      "in network.vcn:prod-fra VCN allow oke.role:ingress endpoints to connect to app.tier:web endpoints with protocol='tcp/8080'",
    ],
  },
  {
    name: "storefront-to-payments",
    description: "Across two VCNs of Ashburn",
    statements: [
      "allow app.name:checkout endpoints in network.vcn:prod-iad VCN to connect to app.name:payments-gateway endpoints with protocol='tcp/443' in network.vcn:cardholder-iad VCN",
    ],
  },
  {
    name: "partner-integrations",
    description: "Carriers and banks",
    statements: [
      "in network.vcn:prod-fra VCN allow partners.integration:parcel-carrier endpoints to connect to '198.51.100.0/24' with protocol='tcp/443'",
      "in network.vcn:prod-fra VCN allow 'app.name:o''brien & sons' endpoints to connect to app.tier:api endpoints with protocol='tcp/443'",
    ],
  },
];

/** Statements that the service accepts and that a reviewer should stop at. */
const doubtful: readonly ZprPolicyFacts[] = [
  {
    name: "edge-open",
    description: "Temporary, ticket NET-1881",
    statements: ["in network.vcn:prod-iad VCN allow '0.0.0.0/0' to connect to network.zone:edge endpoints"],
  },
  {
    name: "ops-anywhere",
    description: "Operations may reach everything",
    statements: [
      "in network.vcn:prod-iad VCN allow all-endpoints to connect to oke.role:node endpoints",
      "in network.vcn:prod-iad VCN allow '10.60.1.7/16' to connect to oke.role:node endpoints with protocol='tcp/22'",
    ],
  },
  {
    name: "data-lake-ingest",
    description: "Names attributes that are gone",
    statements: [
      "in zpr-cni.sensitivity:42 VCN allow warehouse.zone:raw endpoints to connect to warehouse.zone:curated endpoints with protocol='tcp/8020'",
      "in zpr-cni.sensitivity:42 VCN allow app.squad:lake endpoints to connect to old-billing.ledger:eu endpoints",
    ],
  },
  {
    name: "legacy-segments",
    description: "From the old data centre; the namespace is retired",
    statements: [
      "in legacy-net.segment:core VCN allow legacy-net.segment:monitoring endpoints to connect to legacy-net.segment:dmz endpoints",
    ],
  },
  {
    name: "guide-samples",
    description: "Copied from documentation: no namespace, so oracle-zpr is meant",
    statements: [
      "in VCN-Network:myVCN VCN allow oke-cluster:myclusterA endpoints to connect to DB-Server:App1 endpoints",
      "allow networks:net1:App1 endpoints in networks:net1 VCN to connect to DB-Server:App1 endpoints in networks:net2 VCN",
      "in network:prod-iad VCN allow app:web endpoints to connect to app:api endpoints",
    ],
  },
  {
    name: "staging-flows",
    description: "The VCN of staging has no attribute, so none of these matches",
    statements: [
      "in network.vcn:nonprod-iad VCN allow oke.role:node endpoints to connect to app.tier:web endpoints with protocol = 'tcp/8080'",
    ],
  },
  {
    name: "platform-matrix",
    description: "Generated: one statement per port, more than the SDK's limit of 25",
    statements: Array.from(
      { length: 26 },
      (_, index) =>
        `in network.vcn:prod-iad VCN allow app.tier:worker endpoints to connect to app.tier:cache endpoints with protocol='tcp/${6379 + index}'`,
    ),
  },
];

/** Policies in another state than ACTIVE. */
const unsettled: readonly ZprPolicyFacts[] = [
  {
    name: "search-draft",
    description: "Never became active",
    statements: [
      "in network.vcn:prod-iad VCN deny app.tier:web endpoints to connect to app.tier:cache endpoints",
      "in network.vcn:prod-iad VCN allow 10.10.0.0/16 to connect to app.tier:api endpoints with protocol='tcp/443'",
    ],
    state: "FAILED",
    lifecycleDetails: "The policy contains invalid statements",
  },
  {
    name: "ml-egress",
    description: "Training data from Object Storage",
    statements: [
      "in zpr-cni.sensitivity:42 VCN allow app.name:training endpoints to connect to 'osn-services-ip-addresses' with protocol='tcp/443'",
    ],
    state: "NEEDS_ATTENTION",
    lifecycleDetails: "The policy could not be applied in 1 VCN.",
  },
  {
    name: "observability-scrape",
    description: "Metrics of every node",
    statements: [
      "in network.vcn:prod-iad VCN allow app.name:prometheus endpoints to connect to oke.role:node endpoints with protocol='tcp/9100'",
    ],
    state: "UPDATING",
  },
];

export const acmeZprPolicies = [...sound, ...doubtful, ...unsettled].map((facts) => zprPolicyOf("acme", facts));
