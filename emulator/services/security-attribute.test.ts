import { expect, test } from "vitest";
import { finishWork, useEmulator } from "@/emulator/testing/emulator";
import { refusal, type Sdk } from "@/emulator/testing/sdk";
import { attribute, ids } from "@/emulator/testing/small-ids";
import { smallSeed } from "@/emulator/testing/small-seed";

const emulator = useEmulator();
const tier = { securityAttributeNamespaceId: ids.appNamespace, securityAttributeName: "tier" };
const namespaceId = { securityAttributeNamespaceId: ids.appNamespace };

const retire = (sdk: Sdk, key = tier) =>
  sdk.securityAttribute.updateSecurityAttribute({ ...key, updateSecurityAttributeDetails: { isRetired: true } });
const stateOf = async (sdk: Sdk, key = tier) =>
  (await sdk.securityAttribute.getSecurityAttribute(key)).securityAttribute.lifecycleState;

test("a deletion takes the attribute off live resources after a delay, and leaves clusters and node pools with it", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const clusterId = ids.cluster;
  const updateClusterEndpointConfigDetails = { securityAttributes: attribute() };
  await sdk.containerEngine.updateClusterEndpointConfig({ clusterId, updateClusterEndpointConfigDetails });
  await finishWork(tenancy);
  await retire(sdk);
  const { opcWorkRequestId: workRequestId } = await sdk.securityAttribute.deleteSecurityAttribute(tier);
  await tenancy.advance(1000);
  const vnic = async () => (await sdk.virtualNetwork.getVnic({ vnicId: ids.primaryVnic })).vnic.securityAttributes;
  expect(await stateOf(sdk)).toBe("DELETING");
  expect(await vnic()).toEqual(attribute());

  await finishWork(tenancy);
  const { securityAttributeWorkRequest } = await sdk.securityAttribute.getSecurityAttributeWorkRequest({
    workRequestId,
  });
  expect(securityAttributeWorkRequest).toMatchObject({ status: "SUCCEEDED", percentComplete: 100 });
  expect(await stateOf(sdk)).toBe("DELETED");
  expect(await vnic()).toEqual({});
  const { loadBalancer } = await sdk.loadBalancer.getLoadBalancer({ loadBalancerId: ids.loadBalancer });
  expect(loadBalancer.securityAttributes).toEqual({});
  const { cluster } = await sdk.containerEngine.getCluster({ clusterId });
  expect(cluster.endpointConfig?.securityAttributes).toEqual(attribute());
  const { nodePool } = await sdk.containerEngine.getNodePool({ nodePoolId: ids.nodePool });
  expect(nodePool.primaryVnic?.securityAttributes).toEqual(attribute());
});

test("an attribute must be retired before it is deleted, and only one deletion runs at a time", async () => {
  const { sdk } = await emulator.tenancy();
  const early = sdk.securityAttribute.deleteSecurityAttribute(tier);
  expect(await refusal(early)).toMatchObject({ status: 409, code: "IncorrectState" });
  const other = { ...tier, securityAttributeName: "old" };
  await retire(sdk);
  await sdk.securityAttribute.deleteSecurityAttribute(tier);
  const second = sdk.securityAttribute.deleteSecurityAttribute(other);
  expect(await refusal(second)).toMatchObject({ status: 409, code: "Conflict" });
});

test("retiring a namespace retires its keys, and bringing it back does not bring them back", async () => {
  const { sdk } = await emulator.tenancy();
  const update = (isRetired: boolean) =>
    sdk.securityAttribute.updateSecurityAttributeNamespace({
      ...namespaceId,
      updateSecurityAttributeNamespaceDetails: { isRetired },
    });
  expect((await update(true)).securityAttributeNamespace.lifecycleState).toBe("INACTIVE");
  expect(await stateOf(sdk)).toBe("INACTIVE");
  expect((await update(false)).securityAttributeNamespace.lifecycleState).toBe("ACTIVE");
  expect(await stateOf(sdk)).toBe("INACTIVE");
});

test("a namespace with keys is deleted only as a cascade", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  await sdk.securityAttribute.updateSecurityAttributeNamespace({
    ...namespaceId,
    updateSecurityAttributeNamespaceDetails: { isRetired: true },
  });
  const alone = sdk.securityAttribute.deleteSecurityAttributeNamespace(namespaceId);
  expect(await refusal(alone)).toMatchObject({ status: 409, code: "Conflict" });
  await sdk.securityAttribute.cascadingDeleteSecurityAttributeNamespace(namespaceId);
  await finishWork(tenancy);
  const { securityAttributeNamespace } = await sdk.securityAttribute.getSecurityAttributeNamespace(namespaceId);
  expect(securityAttributeNamespace.lifecycleState).toBe("DELETED");
  expect(await stateOf(sdk)).toBe("DELETED");
});

test("what a resource already has may stay when it is retired or no longer allowed, and not when it is deleted", async () => {
  const seed = smallSeed();
  const entry = (value: string) => ({ value, mode: "enforce" });
  const withOld = { app: { old: entry("x"), env: entry("staging") } };
  const withGone = { app: { gone: entry("x") } };
  const labelled = (securityAttributes: typeof withOld | typeof withGone) => ({
    ...seed,
    regions: seed.regions.map((region) => ({
      ...region,
      loadBalancers: region.loadBalancers.map((loadBalancer) => ({ ...loadBalancer, securityAttributes })),
    })),
  });
  const add = async (present: typeof withOld | typeof withGone) => {
    const { sdk } = await emulator.tenancy(labelled(present));
    const updateLoadBalancerDetails = { securityAttributes: { app: { ...present.app, tier: entry("web") } } };
    return sdk.loadBalancer.updateLoadBalancer({ loadBalancerId: ids.loadBalancer, updateLoadBalancerDetails });
  };
  await add(withOld);
  expect(await refusal(add(withGone))).toMatchObject({ status: 400, code: "InvalidParameter" });
});

test("lists have no validators; a get of each has, and DEFAULT takes it away", async () => {
  const { sdk } = await emulator.tenancy();
  const { items } = await sdk.securityAttribute.listSecurityAttributes(namespaceId);
  expect(items.some((item) => "validator" in item)).toBe(false);
  const env = { ...namespaceId, securityAttributeName: "env" };
  const { securityAttribute } = await sdk.securityAttribute.getSecurityAttribute(env);
  expect(securityAttribute.validator).toMatchObject({ validatorType: "ENUM", values: ["prod", "test"] });
  const updateSecurityAttributeDetails = { validator: { validatorType: "DEFAULT" } };
  const cleared = await sdk.securityAttribute.updateSecurityAttribute({ ...env, updateSecurityAttributeDetails });
  expect(cleared.securityAttribute.validator ?? null).toBeNull();
});

test("names clash whatever their case, and a proper one may even be __proto__", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const create = (name: string) =>
    sdk.securityAttribute.createSecurityAttributeNamespace({
      createSecurityAttributeNamespaceDetails: { compartmentId: tenancy.tenancyId, name, description: name },
    });
  expect(await refusal(create("APP"))).toMatchObject({ status: 409, code: "Conflict" });
  expect(await refusal(create("no spaces"))).toMatchObject({ status: 400, code: "InvalidParameter" });
  const { securityAttributeNamespace } = await create("__proto__");
  await sdk.securityAttribute.createSecurityAttribute({
    securityAttributeNamespaceId: securityAttributeNamespace.id,
    createSecurityAttributeDetails: { name: "constructor", description: "hostile" },
  });
  const securityAttributes = JSON.parse('{"__proto__":{"constructor":{"value":"x","mode":"enforce"}}}');
  await sdk.virtualNetwork.updateVnic({ vnicId: ids.primaryVnic, updateVnicDetails: { securityAttributes } });
  const { vnic } = await sdk.virtualNetwork.getVnic({ vnicId: ids.primaryVnic });
  expect(JSON.stringify(vnic.securityAttributes)).toBe(JSON.stringify(securityAttributes));
});

test("writes go to the home region only, reads anywhere", async () => {
  const { tenancy, sdkAs } = await emulator.tenancy();
  const { securityAttribute } = sdkAs({ region: "eu-frankfurt-1" });
  const createSecurityAttributeNamespaceDetails = { compartmentId: tenancy.tenancyId, name: "n", description: "n" };
  const write = securityAttribute.createSecurityAttributeNamespace({ createSecurityAttributeNamespaceDetails });
  expect(await refusal(write)).toMatchObject({ status: 403, code: "NotAllowed" });
  expect((await securityAttribute.getSecurityAttribute(tier)).securityAttribute.name).toBe("tier");
});

test("a create repeated with its retry token makes one thing, and with another body is refused", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const create = (name: string) =>
    sdk.securityAttribute.createSecurityAttributeNamespace({
      opcRetryToken: "same",
      createSecurityAttributeNamespaceDetails: { compartmentId: tenancy.tenancyId, name, description: "once" },
    });
  const first = await create("once");
  const second = await create("once");
  expect(second.securityAttributeNamespace.id).toBe(first.securityAttributeNamespace.id);
  expect(await refusal(create("twice"))).toMatchObject({ status: 409, code: "InvalidatedRetryToken" });
  const all = await sdk.securityAttribute.listSecurityAttributeNamespaces({ limit: 100 });
  expect(all.items.filter(({ name }) => name === "once")).toHaveLength(1);
});
