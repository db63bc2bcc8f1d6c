/** What the small seed is made of. Ids are short: only their kind matters. */

export const timeCreated = "2026-05-04T08:00:00.000Z";
export const tenancyOcid = "ocid1.tenancy.oc1..small";
export const appsCompartment = "ocid1.compartment.oc1..apps";
export const secretCompartment = "ocid1.compartment.oc1..secret";
export const availabilityDomain = "Xxxx:US-ASHBURN-AD-1";

export const smallOcid = (type: string, name: string) => `ocid1.${type}.oc1.iad.${name}`;

export const ids = {
  cluster: smallOcid("cluster", "payments"),
  flannelCluster: smallOcid("cluster", "flannel"),
  oldCluster: smallOcid("cluster", "old"),
  publicCluster: smallOcid("cluster", "public"),
  secretCluster: smallOcid("cluster", "secret"),
  nodePool: smallOcid("nodepool", "workers"),
  legacyPool: smallOcid("nodepool", "legacy"),
  flannelPool: smallOcid("nodepool", "flannel"),
  virtualNodePool: smallOcid("virtualnodepool", "serverless"),
  node: smallOcid("instance", "node-0"),
  otherNode: smallOcid("instance", "node-1"),
  primaryVnic: smallOcid("vnic", "node-0-primary"),
  vnicAttachment: smallOcid("vnicattachment", "node-0-primary"),
  privateIp: smallOcid("privateip", "node-0-primary"),
  vcn: smallOcid("vcn", "main"),
  nodeSubnet: smallOcid("subnet", "nodes"),
  podSubnet: smallOcid("subnet", "pods"),
  localPeeringGateway: smallOcid("localpeeringgateway", "main"),
  drgAttachment: smallOcid("drgattachment", "main"),
  tunnelAttachment: smallOcid("drgattachment", "tunnel"),
  drg: smallOcid("drg", "hub"),
  loadBalancer: smallOcid("loadbalancer", "shop"),
  networkLoadBalancer: smallOcid("networkloadbalancer", "ledger"),
  mountTarget: smallOcid("mounttarget", "shared"),
  fileSystem: smallOcid("filesystem", "shared"),
  appNamespace: "ocid1.securityattributenamespace.oc1..app",
  hrNamespace: "ocid1.securityattributenamespace.oc1..hr",
  iamPolicy: "ocid1.policy.oc1..readers",
  zprPolicy: "ocid1.zprpolicy.oc1..payments",
};

export const attribute = (value = "web") => ({ app: { tier: { value, mode: "enforce" } } });
