import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { acmeSeed } from "@/emulator/seeds/acme/acme";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { getCluster, listAddons, listClusters, updateClusterEndpointConfig } from "@/lib/oci/clusters";
import type { OciRequestError } from "@/lib/oci/errors";
import { listWorkRequests } from "@/lib/oci/list-work-requests";
import { getLoadBalancer, listLoadBalancers, updateLoadBalancer } from "@/lib/oci/load-balancers";
import { getMountTarget, listFileSystems, listMountTargets, updateMountTarget } from "@/lib/oci/mount-targets";
import { getVcn, listDrgAttachments, listLocalPeeringGateways, listSubnets, listVcns } from "@/lib/oci/network";
import {
  getNetworkLoadBalancer,
  listNetworkLoadBalancers,
  updateNetworkLoadBalancer,
} from "@/lib/oci/network-load-balancers";
import {
  getNodePool,
  listNodePools,
  listVirtualNodePools,
  updateNodePoolPrimaryVnic,
  updateNodePoolSecondaryVnics,
} from "@/lib/oci/node-pools";
import { loadPrincipal } from "@/lib/oci/principal";
import {
  getSecurityAttribute,
  listSecurityAttributeNamespaces,
  listSecurityAttributes,
} from "@/lib/oci/security-attributes";
import { getTenancy, listAvailabilityDomains, listCompartments, listRegionSubscriptions } from "@/lib/oci/tenancy";
import { getWorkRequest } from "@/lib/oci/work-requests";
import { addonSchema, clusterSchema } from "@/lib/oke/cluster";
import { loadBalancerSchema, networkLoadBalancerSchema } from "@/lib/oke/load-balancer";
import { fileSystemSchema, mountTargetSchema } from "@/lib/oke/mount-target";
import { drgAttachmentSchema, localPeeringGatewaySchema, subnetSchema, vcnSchema } from "@/lib/oke/network";
import { nodePoolSchema, virtualNodePoolSchema } from "@/lib/oke/node-pool";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

let emulator: RunningEmulator;
let tenancy: EmulatedTenancy;
let context: OciContext;

beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());
beforeEach(async () => {
  setOciHttpOptions({ delay: async () => {}, headersTimeoutMs: 500 });
  tenancy = await emulator.createTenancy("acme");
  context = contextFor(tenancy.profile);
});

const contextFor = (profile: string): OciContext => ({
  principal: loadPrincipal({
    NODE_ENV: "test",
    OCI_CONFIG_FILE: tenancy.configFile,
    OCI_CLI_PROFILE: profile,
    ZPR_EMULATOR_URL: emulator.url,
  }),
});

const seed = acmeSeed();
const regions = seed.regions.map(({ regionName }) => regionName);
const region = "us-ashburn-1";
const home = seed.regions.find(({ regionName }) => regionName === region) ?? never("The seed has no us-ashburn-1.");

function never(message: string): never {
  throw new Error(message);
}
const failureOf = (call: Promise<unknown>): Promise<OciRequestError> =>
  call.then(
    () => never("The call succeeded."),
    (error: OciRequestError) => error,
  );

const byId = <T extends { readonly id: string }>(things: readonly T[]) =>
  things.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Reads a list in every compartment of a region, the root included. */
async function everywhere<T extends { readonly id: string }>(
  list: (context: OciContext, scope: { region: string; compartmentId: string }) => Promise<readonly T[]>,
  inRegion: string,
): Promise<readonly T[]> {
  const place = { region: context.principal.region };
  const compartments = await listCompartments(context, { ...place, tenancy: await getTenancy(context, place) });
  const lists = await Promise.all(compartments.map(({ id }) => list(context, { region: inRegion, compartmentId: id })));
  return byId(lists.flat());
}

/** The SDK turns nested members that are null into absent ones, in both directions. */
const withoutNulls = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, member: unknown) => (member === null ? undefined : member));

/** Lists are compared without regard to order. */
const sorted = <T>(values: readonly T[]): readonly T[] =>
  values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const attribute = (namespace: string, key: string, value: string): SecurityAttribute => ({
  namespace,
  key,
  value,
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
});

describe("the tenancy", () => {
  test("its name, regions and compartments are read, the root first", async () => {
    const read = await getTenancy(context, { region });
    expect(read).toMatchObject({ id: context.principal.tenancyId, name: seed.tenancy.name });
    const subscriptions = await listRegionSubscriptions(context, { region });
    expect(subscriptions.map(({ regionName }) => regionName).toSorted()).toEqual(regions.toSorted());
    const compartments = await listCompartments(context, { region, tenancy: read });
    expect(compartments[0]).toMatchObject({ id: read.id, compartmentId: null });
    const active = seed.compartments.filter(({ lifecycleState }) => lifecycleState === "ACTIVE");
    expect(
      compartments
        .slice(1)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(active.map(({ name }) => name).toSorted());
  });

  test.each(regions)("the availability domains of %s are read", async (regionName) => {
    const domains = await listAvailabilityDomains(context, { region: regionName });
    const seeded = seed.regions.find((one) => one.regionName === regionName)?.availabilityDomains ?? [];
    expect(domains.map(({ name }) => name)).toEqual(seeded);
  });
});

describe.each(seed.regions.map((one) => [one.regionName, one] as const))("the lists of %s", (regionName, seeded) => {
  const parsed = <S extends v.GenericSchema<unknown, { readonly id: string }>>(schema: S, things: readonly unknown[]) =>
    byId(things.map((thing) => v.parse(schema, thing)));

  test("clusters", async () => {
    // Oracle's list leaves a few members of the full cluster out; their attributes are in both.
    const read = await everywhere(listClusters, regionName);
    const wanted = parsed(clusterSchema, seeded.clusters);
    expect(read.map(({ id, endpointConfig }) => [id, endpointConfig])).toEqual(
      wanted.map(({ id, endpointConfig }) => [id, endpointConfig]),
    );
  });

  test("node pools, with their VNICs' attributes and without their nodes", async () => {
    const read = await everywhere(listNodePools, regionName);
    const wanted = parsed(nodePoolSchema, seeded.nodePools);
    const part = wanted.map(({ id, primaryVnic, secondaryVnics }) => ({ id, primaryVnic, secondaryVnics }));
    expect(withoutNulls(read)).toMatchObject(Object(withoutNulls(part)));
    expect(read.every(({ nodes }) => nodes === null)).toBe(true);
  });

  test("virtual node pools", async () => {
    expect(await everywhere(listVirtualNodePools, regionName)).toEqual(
      parsed(virtualNodePoolSchema, seeded.virtualNodePools),
    );
  });

  test("load balancers", async () => {
    expect(await everywhere(listLoadBalancers, regionName)).toEqual(parsed(loadBalancerSchema, seeded.loadBalancers));
  });

  test("network load balancers", async () => {
    expect(await everywhere(listNetworkLoadBalancers, regionName)).toEqual(
      parsed(networkLoadBalancerSchema, seeded.networkLoadBalancers),
    );
  });

  test("VCNs and subnets", async () => {
    expect(await everywhere(listVcns, regionName)).toEqual(parsed(vcnSchema, seeded.vcns));
    expect(await everywhere(listSubnets, regionName)).toEqual(parsed(subnetSchema, seeded.subnets));
  });

  test("local peering gateways and the attachments of VCNs to DRGs", async () => {
    const gateways = parsed(localPeeringGatewaySchema, seeded.localPeeringGateways);
    expect(await everywhere(listLocalPeeringGateways, regionName)).toEqual(gateways);
    const attachments = parsed(drgAttachmentSchema, seeded.drgAttachments);
    expect(await everywhere(listDrgAttachments, regionName)).toEqual(attachments);
  });

  test("mount targets and file systems, over all availability domains", async () => {
    const domains = await listAvailabilityDomains(context, { region: regionName });
    const inDomains =
      <T extends { readonly id: string }>(
        list: (
          context: OciContext,
          scope: { region: string; compartmentId: string; availabilityDomain: string },
        ) => Promise<readonly T[]>,
      ) =>
      async (caller: OciContext, scope: { region: string; compartmentId: string }) =>
        (await Promise.all(domains.map(({ name }) => list(caller, { ...scope, availabilityDomain: name })))).flat();
    expect(await everywhere(inDomains(listMountTargets), regionName)).toEqual(
      parsed(mountTargetSchema, seeded.mountTargets),
    );
    expect(await everywhere(inDomains(listFileSystems), regionName)).toEqual(
      parsed(fileSystemSchema, seeded.fileSystems),
    );
  });

  test("add-ons of each cluster", async () => {
    for (const { id } of seeded.clusters) {
      const wanted = seeded.addons.filter(({ clusterId }) => clusterId === id).map(({ addon }) => addon);
      const read = await listAddons(context, { region: regionName, clusterId: id ?? "" });
      expect(read.map(({ name }) => name).toSorted()).toEqual(
        wanted.map((one) => v.parse(addonSchema, one).name).toSorted(),
      );
    }
  });
});

test("the lists really come in pages", async () => {
  await everywhere(listSubnets, region);
  const targets = (await tenancy.requests("listSubnets")).map(({ target }) => target);
  expect(targets.some((target) => target.includes("page="))).toBe(true);
});

describe("security attribute definitions", () => {
  test("every namespace of every compartment and all its keys are read", async () => {
    const namespaces = await listSecurityAttributeNamespaces(context, { region });
    expect(sorted(namespaces.map(({ id, lifecycleState, isRetired }) => [id, lifecycleState, isRetired]))).toEqual(
      sorted(seed.securityAttributeNamespaces.map((one) => [one.id, one.lifecycleState, one.isRetired])),
    );
    const lists = await Promise.all(
      namespaces.map(({ id }) => listSecurityAttributes(context, { region, securityAttributeNamespaceId: id })),
    );
    expect(
      lists
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(seed.securityAttributes.map(({ id }) => id).toSorted());
    expect(lists.flat().every(({ allowedValues }) => allowedValues === "unread")).toBe(true);
  });

  test("a key's own read gives its allowed values, or null where any text is allowed", async () => {
    for (const { securityAttributeNamespaceId, name, validator } of seed.securityAttributes) {
      const scope = { region, securityAttributeNamespaceId, securityAttributeName: name };
      const { allowedValues } = await getSecurityAttribute(context, scope);
      expect(allowedValues).toEqual(
        validator !== null && validator !== undefined && "values" in validator ? validator.values : null,
      );
    }
    const kinds = seed.securityAttributes.map(({ validator }) => validator?.validatorType ?? null);
    expect(kinds).toContain("ENUM");
    expect(kinds).toContain(null);
  });
});

/** A value that the seed's definitions allow. */
function usableAttribute(): SecurityAttribute {
  for (const { name, validator, lifecycleState, securityAttributeNamespaceId } of seed.securityAttributes) {
    const namespace = seed.securityAttributeNamespaces.find(({ id }) => id === securityAttributeNamespaceId);
    if (lifecycleState === "ACTIVE" && !validator && namespace?.lifecycleState === "ACTIVE") {
      return attribute(namespace.name, name, "contract-test");
    }
  }
  return never("The seed has no usable attribute without a validator.");
}

const finish = () => tenancy.advance(60_000);
const workRequestOf = (accepted: { readonly workRequestId: string | null }) =>
  accepted.workRequestId ?? never("There is no work request.");

describe("writes", () => {
  const wanted = usableAttribute();
  const eligibleClusterId =
    home.clusters.find(({ name, lifecycleState }) => lifecycleState === "ACTIVE" && name === "payments-prod")?.id ??
    home.clusters.find(({ lifecycleState }) => lifecycleState === "ACTIVE")?.id ??
    never("The seed has no active cluster.");

  test("a cluster endpoint gets its attributes by work request, keeps its other settings, and loses all again", async () => {
    const { cluster, etag } = await getCluster(context, { region, clusterId: eligibleClusterId });
    const update = { region, cluster, etag: etag ?? "", securityAttributes: [wanted] };
    const accepted = await updateClusterEndpointConfig(context, update);
    const request = {
      service: "containerengine",
      region,
      workRequestId: workRequestOf(accepted),
      compartmentId: cluster.compartmentId,
    } as const;
    expect((await getWorkRequest(context, request)).status).toMatch(/^(ACCEPTED|IN_PROGRESS)$/);
    await finish();
    const done = await getWorkRequest(context, request);
    expect(done).toMatchObject({ status: "SUCCEEDED", service: "containerengine", percentComplete: null, errors: [] });
    expect(done.logs.length).toBeGreaterThan(0);
    const after = await getCluster(context, { region, clusterId: cluster.id });
    expect(after.cluster.endpointConfig).toEqual({ ...cluster.endpointConfig, securityAttributes: [wanted] });
    expect(after.etag).not.toBe(etag);

    await updateClusterEndpointConfig(context, {
      region,
      cluster: after.cluster,
      etag: after.etag ?? "",
      securityAttributes: [],
    });
    await finish();
    const emptied = await getCluster(context, { region, clusterId: cluster.id });
    expect(emptied.cluster.endpointConfig?.securityAttributes).toEqual([]);
  });

  test("a stale etag is NoEtagMatch, nothing changes, and no second attempt is made", async () => {
    const { cluster } = await getCluster(context, { region, clusterId: eligibleClusterId });
    const update = { region, cluster, etag: "stale", securityAttributes: [wanted] };
    const error = await failureOf(updateClusterEndpointConfig(context, update));
    expect(error).toMatchObject({ code: "NoEtagMatch", status: 412, isAmbiguous: false });
    expect(await tenancy.requests("updateClusterEndpointConfig")).toHaveLength(1);
    expect((await getCluster(context, { region, clusterId: cluster.id })).cluster).toEqual(cluster);
  });

  test("a second write while the first is under way is refused with 409", async () => {
    const { cluster, etag } = await getCluster(context, { region, clusterId: eligibleClusterId });
    const update = { region, cluster, etag: etag ?? "", securityAttributes: [wanted] };
    await updateClusterEndpointConfig(context, update);
    const present = await getCluster(context, { region, clusterId: eligibleClusterId });
    const error = await failureOf(updateClusterEndpointConfig(context, { ...update, etag: present.etag ?? "" }));
    expect(error).toMatchObject({ status: 409, isAmbiguous: false });
  });

  test("an attribute that does not exist is InvalidParameter in Oracle's words", async () => {
    const { cluster, etag } = await getCluster(context, { region, clusterId: eligibleClusterId });
    const securityAttributes = [attribute("no-such-namespace", "k", "v")];
    const error = await failureOf(
      updateClusterEndpointConfig(context, { region, cluster, etag: etag ?? "", securityAttributes }),
    );
    expect(error).toMatchObject({ code: "InvalidParameter", status: 400 });
    expect(error.message).toMatch(/Invalid tags/);
    expect(error.opcRequestId).toMatch(/\//);
  });

  const activePools = home.nodePools.filter(({ lifecycleState }) => lifecycleState === "ACTIVE");

  test("a node pool's primary VNIC alone is written", async () => {
    const pool = activePools.find(({ primaryVnic }) => Object.keys(primaryVnic?.securityAttributes ?? {}).length > 0);
    const nodePoolId = pool?.id ?? never("The seed has no protected pool.");
    const before = await getNodePool(context, { region, nodePoolId });
    const accepted = await updateNodePoolPrimaryVnic(context, {
      region,
      nodePoolId,
      etag: before.etag ?? "",
      securityAttributes: [wanted],
    });
    expect(accepted.workRequestId).not.toBeNull();
    await finish();
    const { nodePool } = await getNodePool(context, { region, nodePoolId });
    expect(nodePool.primaryVnic?.securityAttributes).toEqual([wanted]);
    expect(nodePool.secondaryVnics).toEqual(before.nodePool.secondaryVnics);
    expect(nodePool.nodes?.length).toBeGreaterThan(0);
    const [sent] = await tenancy.requests("updateNodePool");
    expect(sent?.requestBody).toEqual({
      primaryVnic: {
        securityAttributes: { [wanted.namespace]: { [wanted.key]: { value: wanted.value, mode: "enforce" } } },
      },
    });
  });

  test("secondary VNICs are sent back whole, every member as it was but the attributes", async () => {
    const pool = activePools.find(({ secondaryVnics }) => (secondaryVnics?.length ?? 0) > 1);
    const nodePoolId = pool?.id ?? never("The seed has no pool with two secondary VNICs.");
    const { etag } = await getNodePool(context, { region, nodePoolId });
    const update = { region, nodePoolId, etag: etag ?? "", securityAttributes: [wanted] };
    await updateNodePoolSecondaryVnics(context, update);
    const [sent] = await tenancy.requests("updateNodePool");
    const map = { [wanted.namespace]: { [wanted.key]: { value: wanted.value, mode: "enforce" } } };
    const secondaryVnics = pool?.secondaryVnics?.map((vnic) => ({
      ...vnic,
      createVnicDetails: { ...vnic.createVnicDetails, securityAttributes: map },
    }));
    expect(sent?.requestBody).toEqual(withoutNulls({ secondaryVnics }));
    await finish();
    const { nodePool } = await getNodePool(context, { region, nodePoolId });
    expect(nodePool.secondaryVnics.map((vnic) => vnic.createVnicDetails.securityAttributes)).toEqual(
      nodePool.secondaryVnics.map(() => [wanted]),
    );
  });

  test("secondary VNICs of a pool that has changed since, or has none, are not written", async () => {
    const [withSome, without] = [true, false].map((has) =>
      activePools.find(({ secondaryVnics }) => (secondaryVnics?.length ?? 0) > 0 === has),
    );
    const changed = { region, nodePoolId: withSome?.id ?? "", etag: "stale", securityAttributes: [wanted] };
    expect((await failureOf(updateNodePoolSecondaryVnics(context, changed))).code).toBe("NoEtagMatch");
    const { etag } = await getNodePool(context, { region, nodePoolId: without?.id ?? "" });
    const none = { region, nodePoolId: without?.id ?? "", etag: etag ?? "", securityAttributes: [wanted] };
    expect((await failureOf(updateNodePoolSecondaryVnics(context, none))).code).toBe("InvalidParameter");
    expect(await tenancy.requests("updateNodePool")).toHaveLength(0);
  });

  test("a load balancer is written with its etag, and its work request is told in OKE's words", async () => {
    const lb = home.loadBalancers.find(({ lifecycleState }) => lifecycleState === "ACTIVE");
    const loadBalancerId = lb?.id ?? never("The seed has no load balancer.");
    const { etag, loadBalancer } = await getLoadBalancer(context, { region, loadBalancerId });
    const update = { region, loadBalancerId, etag: etag ?? "", securityAttributes: [wanted] };
    const accepted = await updateLoadBalancer(context, update);
    await finish();
    const { compartmentId } = loadBalancer;
    const workRequestId = workRequestOf(accepted);
    expect(
      await getWorkRequest(context, { service: "loadbalancer", region, workRequestId, compartmentId }),
    ).toMatchObject({
      id: workRequestId,
      service: "loadbalancer",
      status: "SUCCEEDED",
      timeFinished: expect.any(String),
    });
    const after = await getLoadBalancer(context, { region, loadBalancerId });
    expect(after.loadBalancer).toEqual({ ...loadBalancer, securityAttributes: after.loadBalancer.securityAttributes });
    expect(after.loadBalancer.securityAttributes).toMatchObject([{ value: wanted.value, key: wanted.key }]);
  });

  test("the work requests of one load balancer are listed, newest first, with what became of each", async () => {
    const [lb, other] = home.loadBalancers.filter(({ lifecycleState }) => lifecycleState === "ACTIVE");
    const loadBalancerId = lb?.id ?? never("The seed has no load balancer.");
    const { loadBalancer } = await getLoadBalancer(context, { region, loadBalancerId });
    const { compartmentId } = loadBalancer;
    const write = async (id: string, securityAttributes: readonly SecurityAttribute[]) => {
      const { etag } = await getLoadBalancer(context, { region, loadBalancerId: id });
      const update = { region, loadBalancerId: id, etag: etag ?? "", securityAttributes };
      return workRequestOf(await updateLoadBalancer(context, update));
    };
    const first = await write(loadBalancerId, [wanted]);
    await finish();
    await write(other?.id ?? never("The seed has one load balancer."), [wanted]);
    await tenancy.addFault({
      operation: "updateLoadBalancer",
      effect: { kind: "work-request-fails", message: "The shape\nis \u202egone." },
    });
    const second = await write(loadBalancerId, []);
    const list = () =>
      listWorkRequests(context, { service: "loadbalancer", region, resourceId: loadBalancerId, compartmentId });
    expect((await list()).map(({ id, status }) => [id, status])).toEqual([
      [second, "ACCEPTED"],
      [first, "SUCCEEDED"],
    ]);
    await finish();
    expect((await list())[0]).toMatchObject({ status: "FAILED", errors: [{ message: "The shape is gone." }] });
  });

  test("the work requests of one cluster or node pool are listed, newest first", async () => {
    const { cluster, etag } = await getCluster(context, { region, clusterId: eligibleClusterId });
    const update = { region, cluster, etag: etag ?? "", securityAttributes: [wanted] };
    const workRequestId = workRequestOf(await updateClusterEndpointConfig(context, update));
    const { compartmentId, id: resourceId } = cluster;
    const one = { service: "containerengine", region, resourceId, compartmentId } as const;
    expect((await listWorkRequests(context, one))[0]).toMatchObject({ id: workRequestId, status: "ACCEPTED" });
    await finish();
    const [newest] = await listWorkRequests(context, one);
    expect(newest).toMatchObject({ id: workRequestId, status: "SUCCEEDED", service: "containerengine" });
    expect(await listWorkRequests(context, { ...one, resourceId: `${resourceId}x` })).toEqual([]);
  });

  test("a network load balancer is written, and its work request says how far it is", async () => {
    const nlb = home.networkLoadBalancers.find(({ lifecycleState }) => lifecycleState === "ACTIVE");
    const networkLoadBalancerId = nlb?.id ?? never("The seed has no network load balancer.");
    const { etag, networkLoadBalancer } = await getNetworkLoadBalancer(context, { region, networkLoadBalancerId });
    const update = { region, networkLoadBalancerId, etag: etag ?? "", securityAttributes: [wanted] };
    const accepted = await updateNetworkLoadBalancer(context, update);
    await finish();
    const { compartmentId } = networkLoadBalancer;
    const workRequestId = workRequestOf(accepted);
    const request = { service: "networkloadbalancer", region, workRequestId, compartmentId } as const;
    expect(await getWorkRequest(context, request)).toMatchObject({ status: "SUCCEEDED", percentComplete: 100 });
    const after = await getNetworkLoadBalancer(context, { region, networkLoadBalancerId });
    expect(after.networkLoadBalancer.securityAttributes).toEqual([wanted]);
  });

  test("a mount target is written at once, without a work request", async () => {
    const mountTargetId =
      home.mountTargets.find(({ lifecycleState }) => lifecycleState === "ACTIVE")?.id ?? never("No mount target.");
    const { etag } = await getMountTarget(context, { region, mountTargetId });
    const update = { region, mountTargetId, etag: etag ?? "", securityAttributes: [wanted] };
    expect((await updateMountTarget(context, update)).workRequestId).toBeNull();
    await finish();
    expect((await getMountTarget(context, { region, mountTargetId })).mountTarget.securityAttributes).toEqual([wanted]);
  });

  test("a VCN is read with its etag", async () => {
    const vcnId = home.vcns[0]?.id ?? never("The seed has no VCN.");
    const { vcn, etag } = await getVcn(context, { region, vcnId });
    expect(vcn).toEqual(v.parse(vcnSchema, home.vcns[0]));
    expect(etag).toEqual(expect.any(String));
  });

  test("a failed work request says why, in Oracle's words", async () => {
    await tenancy.addFault({
      operation: "updateClusterEndpointConfig",
      effect: { kind: "work-request-fails", code: "LimitExceeded", message: "No more room." },
    });
    const { cluster, etag } = await getCluster(context, { region, clusterId: eligibleClusterId });
    const update = { region, cluster, etag: etag ?? "", securityAttributes: [wanted] };
    const accepted = await updateClusterEndpointConfig(context, update);
    await finish();
    const { compartmentId } = cluster;
    const workRequestId = workRequestOf(accepted);
    const failed = await getWorkRequest(context, { service: "containerengine", region, workRequestId, compartmentId });
    expect(failed.status).toBe("FAILED");
    expect(failed.errors).toMatchObject([{ code: "LimitExceeded", message: "No more room." }]);
  });

  test("a work request whose log may not be read still gives its state, and the log says what is missing", async () => {
    await tenancy.addFault({
      operation: "listWorkRequestLogs",
      effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "Not for you." },
    });
    const { cluster, etag } = await getCluster(context, { region, clusterId: eligibleClusterId });
    const update = { region, cluster, etag: etag ?? "", securityAttributes: [wanted] };
    const accepted = await updateClusterEndpointConfig(context, update);
    const { compartmentId } = cluster;
    const workRequestId = workRequestOf(accepted);
    const read = await getWorkRequest(context, { service: "containerengine", region, workRequestId, compartmentId });
    expect(read.logs).toEqual([{ message: "listWorkRequestLogs could not be read: Not for you.", timestamp: null }]);
  });

  test("a write whose answer is lost after it took effect is ambiguous, sent once, and visible by reading", async () => {
    await tenancy.addFault({ operation: "updateMountTarget", effect: { kind: "reset", when: "after" } });
    const mountTargetId =
      home.mountTargets.find(({ lifecycleState }) => lifecycleState === "ACTIVE")?.id ?? never("No mount target.");
    const { etag } = await getMountTarget(context, { region, mountTargetId });
    const update = { region, mountTargetId, etag: etag ?? "", securityAttributes: [wanted] };
    expect(await failureOf(updateMountTarget(context, update))).toMatchObject({
      code: "Unreachable",
      isAmbiguous: true,
    });
    expect(await tenancy.requests("updateMountTarget")).toHaveLength(1);
    await finish();
    const after = await getMountTarget(context, { region, mountTargetId });
    expect(after.mountTarget.securityAttributes).toEqual([wanted]);
    expect(after.etag).not.toBe(etag);
  });
});

describe("what goes wrong", () => {
  const read = () => listClusters(context, { region, compartmentId: context.principal.tenancyId });
  const strike = (effect: Parameters<EmulatedTenancy["addFault"]>[0]["effect"], count?: number) =>
    tenancy.addFault({ operation: "listClusters", effect, ...(count !== undefined && { count }) });

  test("one bad answer is got over by asking again, each time correctly signed", async () => {
    await strike({ kind: "error", status: 429, code: "TooManyRequests", retryAfterSeconds: 1 }, 1);
    await strike({ kind: "truncated-json" }, 1);
    await strike({ kind: "reset" }, 1);
    await expect(read()).resolves.toBeInstanceOf(Array);
    expect((await tenancy.requests("listClusters")).map(({ status }) => status)).not.toContain(401);
  });

  const rows: [name: string, effect: Parameters<typeof strike>[0], code: string][] = [
    ["refused", { kind: "error", status: 404, code: "NotAuthorizedOrNotFound" }, "NotAuthorizedOrNotFound"],
    ["throttled for good", { kind: "error", status: 429, code: "TooManyRequests" }, "TooManyRequests"],
    ["InternalError in another spelling", { kind: "error", status: 500, code: "InternalError" }, "InternalServerError"],
    ["503", { kind: "error", status: 503, code: "ServiceUnavailable" }, "ServiceUnavailable"],
    ["a code nobody knows", { kind: "error", status: 418, code: "Teapot" }, "UnknownError"],
    ["HTML", { kind: "html" }, "UnexpectedResponse"],
    ["empty", { kind: "empty" }, "UnexpectedResponse"],
    ["not JSON", { kind: "invalid-json" }, "UnexpectedResponse"],
    ["cut", { kind: "truncated-json" }, "UnexpectedResponse"],
    ["a closed connection", { kind: "reset" }, "Unreachable"],
    ["silence", { kind: "hang" }, "TimedOut"],
    ["a redirect", { kind: "redirect", location: "http://127.0.0.1:9/" }, "UnexpectedResponse"],
    ["the same page for ever", { kind: "repeating-page" }, "UnexpectedResponse"],
  ];
  test.each(rows)("%s becomes its own code", async (_, effect, code) => {
    await strike(effect);
    expect((await failureOf(read())).code).toBe(code);
  });

  test("a list that never ends is given up", { timeout: 60_000 }, async () => {
    await strike({ kind: "endless-pages" });
    expect((await failureOf(read())).code).toBe("UnexpectedResponse");
  });

  test("a signature that the service thinks too old is NotAuthenticated and not tried again", async () => {
    const later = await startEmulator({ now: () => Date.now() + 900_000 });
    const { configFile, profile } = await later.createTenancy("empty");
    const env = { OCI_CONFIG_FILE: configFile, OCI_CLI_PROFILE: profile, ZPR_EMULATOR_URL: later.url };
    const delays: number[] = [];
    setOciHttpOptions({ delay: async (ms) => void delays.push(ms) });
    const principal = loadPrincipal({ NODE_ENV: "test", ...env });
    const error = await failureOf(getTenancy({ principal }, { region: principal.region }));
    expect(error).toMatchObject({ code: "NotAuthenticated", status: 401 });
    expect(delays).toEqual([]);
    await later.close();
  });

  test("an unknown resource is NotAuthorizedOrNotFound", async () => {
    const error = await failureOf(getCluster(context, { region, clusterId: "ocid1.cluster.oc1.iad.nothing" }));
    expect(error).toMatchObject({ code: "NotAuthorizedOrNotFound", status: 404, operation: "getCluster" });
  });
});

test("a session-token profile of the emulator works as an API key does", async () => {
  const sessionProfile = tenancy.users[0]?.sessionProfile ?? never("There is no user.");
  const session = contextFor(sessionProfile);
  expect(session.principal).toMatchObject({ authentication: "session-token", userId: null });
  expect((await getTenancy(session, { region })).id).toBe(context.principal.tenancyId);
});

test("the hostile tenancy's names and attributes come through as they are", async () => {
  tenancy = await emulator.createTenancy("hostile");
  context = contextFor(tenancy.profile);
  const clusters = await everywhere(listClusters, context.principal.region);
  expect(clusters.length).toBeGreaterThan(0);
  const { hostileSeed } = await import("@/emulator/seeds/hostile");
  const seeded = hostileSeed().regions.flatMap((one) => one.clusters);
  expect(sorted(clusters.map(({ name, endpointConfig }) => [name, endpointConfig?.securityAttributes]))).toEqual(
    sorted(
      seeded
        .map((one) => v.parse(clusterSchema, one))
        .map(({ name, endpointConfig }) => [name, endpointConfig?.securityAttributes]),
    ),
  );
});

const recorded = process.env.RECORDED_RESPONSES;

test.skipIf(recorded === undefined)("the recorded tenancy is listed as it was recorded", async () => {
  tenancy = await emulator.createTenancy(`recorded:${recorded}`);
  context = contextFor(tenancy.profile);
  const { recordedSeed } = await import("@/emulator/seeds/recorded/recorded");
  const [seeded] = recordedSeed(recorded ?? "").regions;
  const inRegion = seeded?.regionName ?? "";
  expect(await everywhere(listClusters, inRegion)).toHaveLength(seeded?.clusters.length ?? -1);
  expect(await everywhere(listNodePools, inRegion)).toHaveLength(seeded?.nodePools.length ?? -1);
  expect(await everywhere(listLoadBalancers, inRegion)).toEqual(
    byId((seeded?.loadBalancers ?? []).map((one) => v.parse(loadBalancerSchema, one))),
  );
  expect(await everywhere(listNetworkLoadBalancers, inRegion)).toEqual(
    byId((seeded?.networkLoadBalancers ?? []).map((one) => v.parse(networkLoadBalancerSchema, one))),
  );
  const { nodePool } = await getNodePool(context, { region: inRegion, nodePoolId: seeded?.nodePools[0]?.id ?? "" });
  expect(nodePool.nodes).toHaveLength(seeded?.nodePools[0]?.nodes?.length ?? -1);
});
