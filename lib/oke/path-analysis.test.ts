import { describe, expect, it } from "vitest";
import { noPathAddresses, pathTestCommand, type PathEndFacts } from "@/lib/oke/path-analysis";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import {
  clusterFrom,
  loadBalancerFrom,
  mountTargetFrom,
  nodePoolFrom,
  noParts,
  vcnFrom,
} from "@/lib/oke/test-builders";

const cluster = clusterFrom("prod", { endpoints: { privateEndpoint: "10.0.1.5:6443" } });
const nodePool = nodePoolFrom("pool", cluster.id, {
  nodes: [
    { id: "i1", name: "gone", privateIp: "10.0.2.3", subnetId: "s", lifecycleState: "DELETED" },
    {
      id: "i2",
      name: "node-2",
      privateIp: "10.0.2.4",
      subnetId: "ocid1.subnet.oc1.iad.nodes",
      lifecycleState: "ACTIVE",
    },
  ],
});
const mountTarget = mountTargetFrom("share");
const parts = {
  ...noParts,
  clusters: [cluster],
  nodePools: [nodePool],
  loadBalancers: [loadBalancerFrom("edge"), { ...loadBalancerFrom("far"), region: "eu-frankfurt-1" }],
  mountTargets: [mountTarget],
  vcns: [vcnFrom("net")],
};
const resources = protectedResourcesFrom(parts);
const facts: PathEndFacts = { cluster, nodePool, mountTarget, ...noPathAddresses };
const ends = (from: string, to: string) => {
  const find = (name: string) => {
    const resource = resources.find(({ id, displayName }) => displayName === name || id === name);
    if (!resource) throw new Error(`No resource ${name}`);
    return { resource, facts };
  };
  return { source: find(from), destination: find(to), protocol: "tcp" as const, port: null };
};

describe("the command for a path", () => {
  it("has both ends filled in, and the port that clients use", () => {
    const { command, notes } = pathTestCommand(ends(`${nodePool.id}:primary-vnic`, cluster.id));
    expect(command?.split(" \\\n")).toEqual([
      "oci vn-monitoring path-analysis get-path-analysis-adhoc",
      "  --region us-ashburn-1",
      "  --compartment-id ocid1.compartment.oc1..a",
      "  --protocol 6",
      `  --protocol-parameters '{"type":"TCP","destinationPort":6443}'`,
      `  --source-endpoint '{"type":"SUBNET","subnetId":"ocid1.subnet.oc1.iad.nodes","address":"10.0.2.4"}'`,
      `  --destination-endpoint '{"type":"SUBNET","subnetId":"ocid1.subnet.oc1.iad.prodendpoint","address":"10.0.1.5"}'`,
      `  --query-options '{"isBiDirectionalAnalysis":true}'`,
      "  --wait-for-state SUCCEEDED",
      "  --wait-for-state FAILED",
    ]);
    expect(notes).toEqual(["For pool its node node-2 is taken."]);
  });

  it("says what a person must put in where an address is not known", () => {
    const { command, notes } = pathTestCommand(ends("edge", "share"));
    expect(command).toContain(`'{"type":"LOAD_BALANCER","loadBalancerId":"ocid1.loadbalancer.oc1.iad.edge"}'`);
    expect(command).toContain(`"address":"<mount-target-ip-address>"`);
    expect(notes).toEqual(["Put the address in for <mount-target-ip-address>: it is not among what was read."]);
  });

  it("takes the address of a mount target, and that of a pod VNIC, where they were read", () => {
    const asked = ends("share", `${nodePool.id}:secondary-vnics`);
    const podAddress = { address: "10.0.3.9", subnetId: "ocid1.subnet.oc1.iad.pods", nodeName: "node-2" };
    const read = { ...facts, mountTargetAddress: "10.0.9.2", podAddress };
    const { command, notes } = pathTestCommand({
      ...asked,
      source: { ...asked.source, facts: read },
      destination: { ...asked.destination, facts: read },
      port: 8080,
    });
    expect(command).toContain(`"address":"10.0.9.2"`);
    expect(command).toContain(`'{"type":"SUBNET","subnetId":"ocid1.subnet.oc1.iad.pods","address":"10.0.3.9"}'`);
    expect(notes).toEqual(["For the pods of pool the secondary VNIC of node node-2 is taken."]);
    expect(pathTestCommand({ ...asked, port: 8080 }).notes).toContain(
      "Put the address in for <pod-ip-address>: it is not among what was read. It is taken from a node of the pool once those were read and have one.",
    );
  });

  it("asks for an echo request without a port for ICMP, and takes the port that was given", () => {
    const ping = pathTestCommand({ ...ends("edge", cluster.id), protocol: "icmp" });
    expect(ping.command).toContain(
      `--protocol 1 \\\n  --protocol-parameters '{"type":"ICMP","icmpType":8,"icmpCode":0}'`,
    );
    expect(pathTestCommand({ ...ends("edge", cluster.id), port: 12250 }).command).toContain(`"destinationPort":12250`);
  });

  it("takes an address at one end, and only one", () => {
    const { destination, ...rest } = ends("edge", cluster.id);
    const from = (text: string) => pathTestCommand({ ...rest, source: { resource: null, text }, destination });
    expect(from("203.0.113.7").command).toContain(`--source-endpoint '{"type":"IP_ADDRESS","address":"203.0.113.7"}'`);
    expect(from("203.0.113.7").command).toContain(`"destinationPort":6443`);
    for (const text of ["203.0.113.0/24", "2001:db8::1", "osn-services-ip-addresses", "'; rm -rf ~"]) {
      expect(from(text)).toEqual({
        command: null,
        notes: [],
        reason: "Network Path Analyzer takes one IPv4 address at an end: ask about one of them.",
      });
    }
  });

  it.each([
    ["net", cluster.id, /VCN has none/],
    [cluster.id, cluster.id, /from one resource to another/],
    ["edge", "far", /inside one region/],
  ])("is refused with the reason from %s to %s", (from, to, reason) => {
    expect(pathTestCommand(ends(from, to))).toMatchObject({ command: null });
    expect(pathTestCommand(ends(from, to)).reason).toMatch(reason);
  });
});
