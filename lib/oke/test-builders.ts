import * as v from "valibot";
import { type Cluster, clusterSchema } from "@/lib/oke/cluster";
import {
  type LoadBalancer,
  loadBalancerSchema,
  type NetworkLoadBalancer,
  networkLoadBalancerSchema,
} from "@/lib/oke/load-balancer";
import { type FileSystem, fileSystemSchema, type MountTarget, mountTargetSchema } from "@/lib/oke/mount-target";
import { type Subnet, subnetSchema, type Vcn, vcnSchema } from "@/lib/oke/network";
import { type NodePool, nodePoolSchema } from "@/lib/oke/node-pool";
import type { ProtectedResourceParts } from "@/lib/oke/protected-resources";

type Regional<T> = T & { readonly region: string };
type Wire = Readonly<Record<string, unknown>>;

const compartmentId = "ocid1.compartment.oc1..a";
const inRegion = <S extends v.GenericSchema<unknown, object>>(schema: S, wire: Wire): Regional<v.InferOutput<S>> => ({
  ...v.parse(schema, { compartmentId, lifecycleState: "ACTIVE", ...wire }),
  region: "us-ashburn-1",
});

/** Things as OCI sends them, through the same schemas as the gateway's answers. */
export const clusterFrom = (name: string, wire: Wire = {}): Regional<Cluster> =>
  inRegion(clusterSchema, {
    id: `ocid1.cluster.oc1.iad.${name}`,
    name,
    vcnId: `ocid1.vcn.oc1.iad.${name}`,
    kubernetesVersion: "v1.33.1",
    type: "ENHANCED_CLUSTER",
    endpointConfig: { subnetId: `ocid1.subnet.oc1.iad.${name}endpoint`, nsgIds: [], isPublicIpEnabled: false },
    clusterPodNetworkOptions: [{ cniType: "OCI_VCN_IP_NATIVE" }],
    ...wire,
  });

export const nodePoolFrom = (name: string, clusterId: string | null, wire: Wire = {}): Regional<NodePool> =>
  inRegion(nodePoolSchema, { id: `ocid1.nodepool.oc1.iad.${name}`, name, clusterId, ...wire });

export const loadBalancerFrom = (name: string, wire: Wire = {}): Regional<LoadBalancer> =>
  inRegion(loadBalancerSchema, { id: `ocid1.loadbalancer.oc1.iad.${name}`, displayName: name, ...wire });

export const networkLoadBalancerFrom = (name: string, wire: Wire = {}): Regional<NetworkLoadBalancer> =>
  inRegion(networkLoadBalancerSchema, { id: `ocid1.networkloadbalancer.oc1.iad.${name}`, displayName: name, ...wire });

export const mountTargetFrom = (name: string, wire: Wire = {}): Regional<MountTarget> =>
  inRegion(mountTargetSchema, {
    id: `ocid1.mounttarget.oc1.iad.${name}`,
    displayName: name,
    subnetId: "ocid1.subnet.oc1.iad.mt",
    ...wire,
  });

export const fileSystemFrom = (name: string, wire: Wire = {}): Regional<FileSystem> =>
  inRegion(fileSystemSchema, { id: `ocid1.filesystem.oc1.iad.${name}`, displayName: name, ...wire });

export const subnetFrom = (name: string, vcnId: string): Regional<Subnet> =>
  inRegion(subnetSchema, { id: `ocid1.subnet.oc1.iad.${name}`, displayName: name, vcnId, lifecycleState: "AVAILABLE" });

export const vcnFrom = (name: string, wire: Wire = {}): Regional<Vcn> =>
  inRegion(vcnSchema, { id: `ocid1.vcn.oc1.iad.${name}`, displayName: name, lifecycleState: "AVAILABLE", ...wire });

export const noParts: ProtectedResourceParts = {
  clusters: [],
  nodePools: [],
  loadBalancers: [],
  networkLoadBalancers: [],
  mountTargets: [],
  fileSystems: [],
  vcns: [],
  subnets: [],
  catalog: { namespaces: [], isNamespaceListComplete: false, gaps: [] },
};

/** The wire form of a set: `{"fin.tier": "db"}`. */
export const attributesOf = (values: Readonly<Record<string, string>>) => {
  const map: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [namespace = "", key = ""] = name.split(".");
    map[namespace] = { ...map[namespace], [key]: { value, mode: "enforce" } };
  }
  return map;
};
