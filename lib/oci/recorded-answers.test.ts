import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setOciHttpOptions } from "@/lib/oci/clients";
import { listClusters } from "@/lib/oci/clusters";
import { loadPrincipal } from "@/lib/oci/principal";
import { json, startLoopbackServer } from "@/lib/oci/testing/loopback-server";
import { makeTestProfile } from "@/lib/oci/testing/test-profile";
import { clusterSchema } from "@/lib/oke/cluster";
import { loadBalancerSchema, networkLoadBalancerSchema } from "@/lib/oke/load-balancer";
import { fileSystemSchema } from "@/lib/oke/mount-target";
import { subnetSchema, vcnSchema } from "@/lib/oke/network";
import { nodePoolSchema } from "@/lib/oke/node-pool";
import { availabilityDomainSchema } from "@/lib/oke/tenancy";

const folder = process.env.RECORDED_RESPONSES;
type Members = { readonly [name: string]: unknown };

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const read = (...path: string[]): Members => {
  const value: unknown = JSON.parse(readFileSync(join(folder ?? "", ...path), "utf8"));
  return isMembers(value) ? value : {};
};

/** Maps whose names are free text: the CLI leaves those as they are, and we make lists of them. */
const tagMaps = ["definedTags", "freeformTags", "systemTags", "securityAttributes"];
const namedMaps = ["backendSets", "listeners"];

const camelCase = (name: string): string =>
  name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The CLI's kebab-case names back to the wire's. */
function wireFrom(value: unknown, parent = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => wireFrom(item));
  if (!isMembers(value) || tagMaps.includes(parent) || parent === "nodeMetadata") return value;
  const rename = namedMaps.includes(parent) ? (name: string) => name : camelCase;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [rename(name), wireFrom(member, rename(name))]),
  );
}

/** The single thing or the things of a recorded file. */
function thingsOf(file: string): readonly unknown[] {
  const { data } = read("stdout", file);
  const things = isMembers(data) && Array.isArray(data.items) ? data.items : data;
  return (Array.isArray(things) ? things : [things]).map((thing) => wireFrom(thing));
}

const leafCount = (value: unknown): number =>
  isMembers(value) ? Object.values(value).reduce((sum: number, member) => sum + leafCount(member), 0) : 1;

/** The paths of what is on the wire and not, or not the same, in what the schema gave. */
function lostPaths(wire: unknown, parsed: unknown, path: string): readonly string[] {
  if (wire === null) return parsed === null || (Array.isArray(parsed) && parsed.length === 0) ? [] : [path];
  if (tagMaps.includes(path.split(".").at(-1) ?? "")) {
    return Array.isArray(parsed) && parsed.length === leafCount(wire) ? [] : [path];
  }
  if (Array.isArray(wire)) {
    return Array.isArray(parsed) ? wire.flatMap((item, index) => lostPaths(item, parsed[index], path)) : [path];
  }
  if (!isMembers(wire)) return wire === parsed ? [] : [path];
  if (Array.isArray(parsed)) {
    return Object.entries(wire).flatMap(([name, member]) =>
      lostPaths(member, parsed.find((entry) => entry.name === name)?.value, path),
    );
  }
  if (!isMembers(parsed)) return [path];
  return Object.entries(wire).flatMap(([name, member]) => {
    const memberPath = path === "" ? name : `${path}.${name}`;
    return Object.hasOwn(parsed, name) ? lostPaths(member, parsed[name], memberPath) : [memberPath];
  });
}

/** What the CLI printed after "ServiceError:". */
function serviceErrorOf(stderr: string): Members {
  const printed: unknown = JSON.parse(stderr.slice(stderr.indexOf("ServiceError:") + "ServiceError:".length));
  return isMembers(printed) ? printed : {};
}

type Row = { readonly schema: v.GenericSchema; readonly files: readonly string[]; readonly ignored: readonly string[] };

/** Each schema with the recorded answers that it must read, and the properties that it knowingly leaves behind. */
const rows: { readonly [noun: string]: Row } = {
  cluster: {
    schema: clusterSchema,
    files: ["02-ce-cluster-get.json"],
    ignored: [
      "endpoints.ipv6Endpoint",
      "imagePolicyConfig",
      "kmsKeyId",
      "metadata.createdByUserId",
      "metadata.createdByWorkRequestId",
      "metadata.deletedByUserId",
      "metadata.deletedByWorkRequestId",
      "metadata.timeCredentialExpiration",
      "metadata.timeDeleted",
      "metadata.updatedByUserId",
      "metadata.updatedByWorkRequestId",
      "openIdConnectDiscoveryEndpoint",
      "openIdConnectDiscoveryKey",
      "options.addOns",
      "options.admissionControllerOptions",
      "options.ipFamilies",
      "options.kubernetesNetworkConfig",
      "options.openIdConnectDiscovery",
      "options.openIdConnectTokenAuthenticationConfig",
      "options.persistentVolumeConfig",
      "options.serviceLbConfig",
    ],
  },
  "node pool": {
    schema: nodePoolSchema,
    files: ["01b-ce-node-pool-get.json", "09-ce-node-pool-list.json"],
    ignored: [
      "networkLaunchType",
      "nodeConfigDetails.computeClusterId",
      "nodeConfigDetails.definedTags",
      "nodeConfigDetails.freeformTags",
      "nodeConfigDetails.isPvEncryptionInTransitEnabled",
      "nodeConfigDetails.kmsKeyId",
      "nodeConfigDetails.nsgIds",
      "nodeConfigDetails.placementConfigs.capacityReservationId",
      "nodeConfigDetails.placementConfigs.faultDomains",
      "nodeConfigDetails.placementConfigs.hostGroupId",
      "nodeConfigDetails.placementConfigs.preemptibleNodeConfig",
      "nodeEvictionNodePoolSettings.isForceActionAfterGraceDuration",
      "nodeImageId",
      "nodeImageName",
      "nodeMetadata",
      "nodePoolCyclingDetails",
      "nodeShapeConfig",
      "nodeSource",
      "nodeSourceDetails",
      "nodes.definedTags",
      "nodes.freeformTags",
      "nodes.nodeError",
      "nodes.systemTags",
      "quantityPerSubnet",
      "sshPublicKey",
      "subnetIds",
    ],
  },
  "load balancer": {
    schema: loadBalancerSchema,
    files: ["06-lb-load-balancer-list.json"],
    ignored: [
      "backendSets.backendMaxConnections",
      "backendSets.backends.backup",
      "backendSets.backends.drain",
      "backendSets.backends.maxConnections",
      "backendSets.backends.name",
      "backendSets.backends.offline",
      "backendSets.backends.weight",
      "backendSets.healthChecker",
      "backendSets.lbCookieSessionPersistenceConfiguration",
      "backendSets.name",
      "backendSets.policy",
      "backendSets.sessionPersistenceConfiguration",
      "backendSets.sslConfiguration",
      "certificates",
      "hostnames",
      "ipAddresses.reservedIp",
      "ipMode",
      "isDeleteProtectionEnabled",
      "isRequestIdEnabled",
      "listeners.connectionConfiguration",
      "listeners.hostnameNames",
      "listeners.name",
      "listeners.pathRouteSetName",
      "listeners.routingPolicyName",
      "listeners.ruleSetNames",
      "listeners.sslConfiguration",
      "networkSecurityGroupIds",
      "pathRouteSets",
      "requestIdHeader",
      "routingPolicies",
      "ruleSets",
      "shapeDetails",
      "sslCipherSuites",
    ],
  },
  "network load balancer": {
    schema: networkLoadBalancerSchema,
    files: ["05-nlb-network-load-balancer-list.json"],
    ignored: [
      "backendSets.areOperationallyActiveBackendsPreferred",
      "backendSets.backends.isBackup",
      "backendSets.backends.isDrain",
      "backendSets.backends.isOffline",
      "backendSets.backends.name",
      "backendSets.backends.weight",
      "backendSets.healthChecker",
      "backendSets.ipVersion",
      "backendSets.isFailOpen",
      "backendSets.isInstantFailoverEnabled",
      "backendSets.isInstantFailoverTcpResetEnabled",
      "backendSets.isPreserveSource",
      "backendSets.name",
      "backendSets.policy",
      "ipAddresses.ipVersion",
      "ipAddresses.reservedIp",
      "isPreserveSourceDestination",
      "isSymmetricHashEnabled",
      "lifecycleDetails",
      "listeners.ipVersion",
      "listeners.isPpv2Enabled",
      "listeners.l3IpIdleTimeout",
      "listeners.name",
      "listeners.tcpIdleTimeout",
      "listeners.udpIdleTimeout",
      "networkSecurityGroupIds",
      "nlbIpVersion",
      "timeUpdated",
    ],
  },
  "file system": {
    schema: fileSystemSchema,
    files: ["08-fs-file-system-get.json"],
    ignored: [
      "areQuotaRulesEnabled",
      "cloneAttachStatus",
      "cloneCount",
      "compartmentQuotaEnforcementState",
      "filesystemSnapshotPolicyId",
      "isCloneParent",
      "isHydrated",
      "isTargetable",
      "kmsKeyId",
      "lifecycleDetails",
      "locks",
      "meteredBytes",
      "quotaEnforcementState",
      "replicationSourceCount",
      "replicationTargetId",
      "sourceDetails",
      "timeCreated",
    ],
  },
  VCN: {
    schema: vcnSchema,
    files: ["29-network-vcn-get.json"],
    ignored: [
      "byoipv6CidrBlocks",
      "cidrBlock",
      "defaultDhcpOptionsId",
      "defaultRouteTableId",
      "defaultSecurityListId",
      "dnsLabel",
      "ipv6CidrBlocks",
      "ipv6PrivateCidrBlocks",
      "systemTags",
      "timeCreated",
      "vcnDomainName",
    ],
  },
  subnet: {
    schema: subnetSchema,
    files: ["11-network-subnet-get.json", "21-network-subnet-list.json"],
    ignored: [
      "availabilityDomain",
      "definedTags",
      "dhcpOptionsId",
      "dnsLabel",
      "freeformTags",
      "ipv4CidrBlocks",
      "ipv6CidrBlock",
      "ipv6CidrBlocks",
      "ipv6VirtualRouterIp",
      "prohibitInternetIngress",
      "prohibitPublicIpOnVnic",
      "routeTableId",
      "securityListIds",
      "timeCreated",
      "virtualRouterIp",
      "virtualRouterMac",
    ],
  },
  "availability domain": {
    schema: availabilityDomainSchema,
    files: ["26-iam-availability-domain-list.json"],
    ignored: ["compartmentId"],
  },
};

describe.skipIf(folder === undefined)("recorded answers of a real tenancy", () => {
  test.each(Object.entries(rows))(
    "every property survives or is knowingly ignored: %s",
    (_, { schema, files, ignored }) => {
      const things = files.flatMap(thingsOf);
      expect(things.length).toBeGreaterThan(0);
      const lost = things.flatMap((thing) => lostPaths(thing, v.parse(schema, thing), ""));
      expect([...new Set(lost)].toSorted()).toEqual([...ignored].toSorted());
    },
  );

  const outcomes = folder === undefined ? [] : readdirSync(join(folder, "outcome"));
  let profile: ReturnType<typeof makeTestProfile>;
  beforeAll(() => void (profile = makeTestProfile()));
  afterAll(() => profile.remove());
  test.each(outcomes)("the refusal %s becomes an error with Oracle's code, message and request id", async (file) => {
    const { status, code, message, ...rest } = serviceErrorOf(String(read("outcome", file).stderr));
    const opcRequestId = rest["opc-request-id"];
    const server = await startLoopbackServer((response) =>
      json(response, { code, message }, Number(status), { "opc-request-id": String(opcRequestId) }),
    );
    setOciHttpOptions({});
    const principal = loadPrincipal({
      NODE_ENV: "test",
      OCI_CONFIG_FILE: profile.configFile,
      ZPR_EMULATOR_URL: server.url,
    });
    const call = listClusters({ principal }, { region: "ap-tokyo-1", compartmentId: "c" });
    await expect(call).rejects.toMatchObject({ status, code, serviceCode: code, message, opcRequestId });
    await server.close();
  });
});
