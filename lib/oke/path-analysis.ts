import type { Cluster } from "@/lib/oke/cluster";
import type { MountTarget } from "@/lib/oke/mount-target";
import type { NodePool } from "@/lib/oke/node-pool";
import { ociCommand } from "@/lib/oke/oci-command";
import type { PathProtocol } from "@/lib/oke/path-protocol";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { addressRangeFrom } from "@/lib/zpr/reach/address-range";

/** The OCI object behind a surface, as far as an end of a path is taken from it. */
export type PathEndFacts = {
  readonly cluster: Pick<Cluster, "endpointConfig" | "endpoints"> | null;
  readonly nodePool: Pick<NodePool, "nodes" | "secondaryVnics"> | null;
  readonly mountTarget: Pick<MountTarget, "subnetId"> | null;
} & PathAddresses;

/** Addresses that no list has: of a mount target, and of the pods of a node pool. */
export type PathAddresses = {
  /** `null` where it could not be read: a mount target names its address by an OCID alone. */
  readonly mountTargetAddress: string | null;
  /** Of a VNIC for the pods of one node of the pool; `null` while its nodes have not been read. */
  readonly podAddress: { readonly address: string; readonly subnetId: string; readonly nodeName: string } | null;
};

export const noPathAddresses: PathAddresses = { mountTargetAddress: null, podAddress: null };

/** One end of a path as Network Path Analyzer takes it, with what a person must still fill in. */
type PathEnd = {
  readonly endpoint: Readonly<Record<string, string>>;
  readonly note: string | null;
  /** Where clients usually connect; `null` when that differs. */
  readonly port: number | null;
};

/** A resource with the object behind it, or what was written in its place. */
export type PathTestEnd =
  | { readonly resource: ProtectedResource; readonly facts: PathEndFacts }
  | { readonly resource: null; readonly text: string };

export type PathTest = {
  readonly source: PathTestEnd;
  readonly destination: PathTestEnd;
  readonly protocol: PathProtocol;
  /** Of the destination; `null` for its usual one. */
  readonly port: number | null;
};

export type PathTestCommand =
  | { readonly command: string; readonly notes: readonly string[]; readonly reason: null }
  | { readonly command: null; readonly notes: readonly string[]; readonly reason: string };

const inSubnet = (subnetId: string | null, address: string | null, what: string, port: number | null): PathEnd => ({
  endpoint: { type: "SUBNET", subnetId: subnetId ?? "<subnet-ocid>", address: address ?? `<${what}>` },
  note: address === null ? `Put the address in for <${what}>: it is not among what was read.` : null,
  port,
});

const addressFrom = (endpoint: string | null): readonly [string | null, number] => {
  const [, address = null, port = "6443"] = /^\[?([^\]]+?)\]?(?::(\d+))?$/.exec(endpoint ?? "") ?? [];
  return [address, Number(port)];
};

/** One IPv4 address, in OCI or outside; the analyzer takes no block and no word. */
function addressEnd(text: string): PathEnd | null {
  const range = addressRangeFrom(text);
  if (range === null || range.family !== 4 || range.from !== range.to) return null;
  return { endpoint: { type: "IP_ADDRESS", address: text.replace(/\/32$/u, "") }, note: null, port: null };
}

function endOf(asked: PathTestEnd): PathEnd | null {
  if (asked.resource === null) return addressEnd(asked.text);
  const { resource, facts } = asked;
  const { ocid, kind, displayName } = resource;
  switch (kind) {
    case "cluster-endpoint": {
      const [address, port] = addressFrom(facts.cluster?.endpoints?.privateEndpoint ?? null);
      return inSubnet(facts.cluster?.endpointConfig?.subnetId ?? null, address, "endpoint-ip-address", port);
    }
    case "node-pool-primary-vnic": {
      const node = facts.nodePool?.nodes?.find(
        ({ lifecycleState, privateIp }) => lifecycleState === "ACTIVE" && privateIp,
      );
      const end = inSubnet(node?.subnetId ?? null, node?.privateIp ?? null, "node-ip-address", 10250);
      return node ? { ...end, note: `For ${displayName} its node ${node.name ?? node.privateIp} is taken.` } : end;
    }
    case "node-pool-secondary-vnics": {
      const { podAddress } = facts;
      const subnetId = facts.nodePool?.secondaryVnics[0]?.createVnicDetails.subnetId ?? null;
      if (podAddress === null) {
        const end = inSubnet(subnetId, null, "pod-ip-address", null);
        return { ...end, note: `${end.note} It is taken from a node of the pool once those were read and have one.` };
      }
      const end = inSubnet(podAddress.subnetId, podAddress.address, "pod-ip-address", null);
      return {
        ...end,
        note: `For the pods of ${displayName} the secondary VNIC of node ${podAddress.nodeName} is taken.`,
      };
    }
    case "mount-target":
      return inSubnet(facts.mountTarget?.subnetId ?? null, facts.mountTargetAddress, "mount-target-ip-address", 2049);
    case "load-balancer":
      return { endpoint: { type: "LOAD_BALANCER", loadBalancerId: ocid }, note: null, port: 443 };
    case "network-load-balancer":
      return { endpoint: { type: "NETWORK_LOAD_BALANCER", networkLoadBalancerId: ocid }, note: null, port: 443 };
    case "vcn":
      return null;
  }
}

const protocolNumbers: Record<PathProtocol, number> = { icmp: 1, tcp: 6, udp: 17 };

/**
 * The command that has Network Path Analyzer test a path between two resources, or a resource and an address, ZPR
 * policies included. It reads only;
 * the test itself changes nothing in the network.
 * https://docs.oracle.com/en-us/iaas/Content/Network/Concepts/path_analyzer.htm
 */
export function pathTestCommand({ source, destination, protocol, port }: PathTest): PathTestCommand {
  const [from, to] = [endOf(source), endOf(destination)];
  const notes = [...new Set([from?.note, to?.note].flatMap((note) => note ?? []))];
  const refused = (reason: string) => ({ command: null, notes: [], reason });
  const placed = source.resource ?? destination.resource;
  if (placed === null) return refused("Network Path Analyzer needs a resource at one end at least.");
  const isWritten = [source, destination].some((end, index) => end.resource === null && [from, to][index] === null);
  if (isWritten) return refused("Network Path Analyzer takes one IPv4 address at an end: ask about one of them.");
  if (from === null || to === null) return refused("A path has an address at each end, and a VCN has none.");
  if (source.resource?.id === destination.resource?.id) return refused("A path leads from one resource to another.");
  if ((source.resource ?? placed).region !== (destination.resource ?? placed).region) {
    return refused("Network Path Analyzer tests paths inside one region, and these two are in different ones.");
  }
  const destinationPort = port ?? to.port;
  const parameters =
    protocol === "icmp"
      ? { type: "ICMP", icmpType: 8, icmpCode: 0 }
      : { type: protocol.toUpperCase(), destinationPort: destinationPort ?? "<port>" };
  const command = ociCommand("vn-monitoring path-analysis get-path-analysis-adhoc", {
    region: placed.region,
    "compartment-id": placed.compartmentId,
    protocol: `${protocolNumbers[protocol]}`,
    "protocol-parameters": { json: parameters },
    "source-endpoint": { json: from.endpoint },
    "destination-endpoint": { json: to.endpoint },
    "query-options": { json: { isBiDirectionalAnalysis: true } },
    "wait-for-state": ["SUCCEEDED", "FAILED"],
  });
  const portNote =
    protocol !== "icmp" && destinationPort === null
      ? [
          destination.resource === null
            ? "Put the port in for <port>."
            : "Put the port in for <port>: pods listen where they like.",
        ]
      : [];
  return { command, notes: [...notes, ...portNote], reason: null };
}
