import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { ResourceKind } from "@/lib/oke/resource-kind";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { reachAttributesFrom, type ReachWorld } from "@/lib/zpr/reach/reach-world";
import type { AssessedSecurityAttribute, AttributeVerdictState } from "@/lib/zpr/verdict-state";

const attribute = (text: string, state: AttributeVerdictState = "ok"): AssessedSecurityAttribute => {
  const [, namespace = "", key = "", value = ""] = /^(.*?)\.(.*?):(.*)$/u.exec(text) ?? [];
  const verdict = { state, reason: "" };
  return { namespace, key, value, mode: "enforce", otherMembers: [], unreadable: null, verdict };
};

const offer = { offered: true } as const;

export const mapResource = (id: string, given: Partial<ProtectedResource> = {}): ProtectedResource => ({
  id,
  ocid: id,
  kind: "load-balancer",
  displayName: id,
  region: "us-ashburn-1",
  compartmentId: "compartment",
  vcnId: "vcn-0",
  lifecycleState: "ACTIVE",
  cluster: { type: "unmatched", evidence: "" },
  owner: { type: "resource" },
  securityAttributes: [],
  differingVnics: null,
  edit: { add: offer, remove: offer },
  ...given,
});

const tiers = ["web", "api", "db"] as const;
const kinds = [
  "cluster-endpoint",
  "node-pool-primary-vnic",
  "load-balancer",
  "mount-target",
] as const satisfies readonly ResourceKind[];

function setOf(index: number): readonly AssessedSecurityAttribute[] {
  if (index % 11 === 10) return [];
  const tier = attribute(`app.tier:${tiers[index % 3]}`);
  return index % 13 === 12 ? [attribute("app.old:x", "deleted"), tier] : [tier];
}

const statementsIn = (vcn: number): readonly string[] => [
  `in net.vcn:v${vcn} VCN allow app.tier:web endpoints to connect to app.tier:api endpoints with protocol='tcp/443'`,
  `in net.vcn:v${vcn} VCN allow app.tier:api endpoints to connect to app.tier:db endpoints with protocol='tcp/1521'`,
  `in net.vcn:v${vcn} VCN allow app.old:x endpoints to connect to app.tier:db endpoints`,
  `in net.vcn:v${vcn} VCN allow '10.9.0.0/16' to connect to app.tier:web endpoints with protocol='tcp/443'`,
  `in net.vcn:v${vcn} VCN allow app.tier:web endpoints to connect to 'osn-services-ip-addresses'`,
];

/** A world of so many resources in VCNs of fifty, with clusters, stale attributes, unread and unprotected ones. */
export function testMapWorld(count: number) {
  const vcnCount = Math.ceil(count / 50);
  const vcns = Array.from({ length: vcnCount }, (_, index) =>
    mapResource(`vcn-${index}`, { kind: "vcn", vcnId: null, securityAttributes: [attribute(`net.vcn:v${index}`)] }),
  );
  const endpoints = Array.from({ length: count }, (_, index) => {
    const vcn = index % vcnCount;
    const clusterId = `cluster-${vcn}-${Math.floor(index / vcnCount) % 3}`;
    return mapResource(`resource-${index}`, {
      kind: kinds[Math.floor(index / 3) % kinds.length] ?? "load-balancer",
      vcnId: index % 97 === 96 ? null : `vcn-${vcn}`,
      compartmentId: `compartment-${index % 7}`,
      cluster: index % 5 === 4 ? { type: "unmatched", evidence: "" } : { type: "part-of", clusterId },
      securityAttributes: setOf(index),
    });
  });
  const world: ReachWorld = {
    vcns: vcns.map(({ id, securityAttributes }) => ({
      id,
      name: id,
      region: "us-ashburn-1",
      attributes: reachAttributesFrom(securityAttributes),
      cidrBlocks: ["10.0.0.0/16"],
      isZprOnly: false,
    })),
    endpoints: endpoints.map(({ id, kind, vcnId, securityAttributes }, index) => ({
      id,
      name: id,
      kind,
      vcnId,
      attributes: index % 17 === 16 ? null : reachAttributesFrom(securityAttributes),
      addresses: { kind: "known", addresses: [`10.0.${Math.floor(index / 200)}.${(index % 200) + 1}`] },
    })),
    policies: Array.from({ length: vcnCount }, (_, index) => ({
      id: `policy-${index}`,
      name: `policy-${index}`,
      lifecycleState: "ACTIVE",
      statements: statementsIn(index),
    })),
    isPolicyListComplete: true,
    isEndpointListComplete: true,
  };
  return {
    world,
    compiled: compileWorld(world),
    resources: new Map([...vcns, ...endpoints].map((resource) => [resource.id, resource])),
  };
}
