import { models } from "oci-containerengine";
import { describe, expect, test } from "vitest";
import { finishWork, useEmulator } from "@/emulator/testing/emulator";
import { refusal, type Sdk } from "@/emulator/testing/sdk";
import { appsCompartment, attribute, ids } from "@/emulator/testing/small-ids";
import { smallSeed } from "@/emulator/testing/small-seed";

const { Endpoint } = models.CreateClusterKubeconfigContentDetails;
const emulator = useEmulator();
const clusterId = ids.cluster;
const nodePoolId = ids.nodePool;

const setEndpoint = (sdk: Sdk, securityAttributes: object, ifMatch?: string, id = clusterId) =>
  sdk.containerEngine.updateClusterEndpointConfig({
    clusterId: id,
    updateClusterEndpointConfigDetails: { securityAttributes: { ...securityAttributes } },
    ...(ifMatch !== undefined && { ifMatch }),
  });
const endpointOf = async (sdk: Sdk) => {
  const { cluster, etag } = await sdk.containerEngine.getCluster({ clusterId });
  return { attributes: cluster.endpointConfig?.securityAttributes, state: cluster.lifecycleState, etag };
};
const setPrimary = (sdk: Sdk, securityAttributes: object, id = nodePoolId) =>
  sdk.containerEngine.updateNodePool({
    nodePoolId: id,
    updateNodePoolDetails: { primaryVnic: { securityAttributes: { ...securityAttributes } } },
  });
const setSecondary = (sdk: Sdk, sets: readonly object[], id = nodePoolId) =>
  sdk.containerEngine.updateNodePool({
    nodePoolId: id,
    updateNodePoolDetails: {
      secondaryVnics: sets.map((securityAttributes, index) => ({
        displayName: `pods-${index}`,
        createVnicDetails: { subnetId: ids.podSubnet, securityAttributes: { ...securityAttributes } },
      })),
    },
  });
const invalid = (message: RegExp) => ({
  status: 400,
  code: "InvalidParameter",
  message: expect.stringMatching(message),
});

describe("an update of the cluster endpoint", () => {
  test("walks ACCEPTED, IN_PROGRESS, SUCCEEDED on the tenancy's clock, and takes effect only at the end", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    const { opcWorkRequestId } = await setEndpoint(sdk, attribute());
    const status = async () => {
      const { workRequest } = await sdk.containerEngine.getWorkRequest({ workRequestId: opcWorkRequestId });
      return workRequest;
    };
    expect(await status()).toMatchObject({ status: "ACCEPTED", operationType: "CLUSTER_UPDATE" });
    expect(await endpointOf(sdk)).toMatchObject({ attributes: {}, state: "UPDATING" });
    await tenancy.advance(300);
    expect(await status()).toMatchObject({
      status: "IN_PROGRESS",
      resources: [{ identifier: clusterId, actionType: "IN_PROGRESS" }],
    });
    expect(await endpointOf(sdk)).toMatchObject({ attributes: {} });
    await tenancy.advance(1200);
    expect(await status()).toMatchObject({
      status: "SUCCEEDED",
      resources: [{ actionType: "UPDATED" }],
      timeFinished: expect.any(String),
    });
    expect(await endpointOf(sdk)).toMatchObject({ attributes: attribute(), state: "ACTIVE" });
  });

  test("with the etag of an older state is 412, and leaves everything as it was", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    const { etag } = await endpointOf(sdk);
    await setEndpoint(sdk, attribute(), etag);
    await finishWork(tenancy);
    expect((await endpointOf(sdk)).etag).not.toBe(etag);
    expect(await refusal(setEndpoint(sdk, {}, etag))).toMatchObject({ status: 412, code: "NoEtagMatch" });
    expect(await endpointOf(sdk)).toMatchObject({ attributes: attribute() });
  });

  test("while another one runs is 409 Conflict", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    await setEndpoint(sdk, attribute());
    expect(await refusal(setEndpoint(sdk, {}))).toMatchObject({ status: 409, code: "Conflict" });
    await finishWork(tenancy);
    await setEndpoint(sdk, {});
    await finishWork(tenancy);
    expect(await endpointOf(sdk)).toMatchObject({ attributes: {} });
  });

  test("leaves alone what it does not name", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    await setEndpoint(sdk, attribute());
    await finishWork(tenancy);
    const updateClusterEndpointConfigDetails = { nsgIds: ["ocid1.networksecuritygroup.oc1.iad.a"] };
    await sdk.containerEngine.updateClusterEndpointConfig({ clusterId, updateClusterEndpointConfigDetails });
    await finishWork(tenancy);
    const { cluster } = await sdk.containerEngine.getCluster({ clusterId });
    expect(cluster.endpointConfig).toMatchObject({
      subnetId: ids.nodeSubnet,
      isPublicIpEnabled: false,
      securityAttributes: attribute(),
      ...updateClusterEndpointConfigDetails,
    });
  });

  test.each([
    ["flannel", ids.flannelCluster, /VCN-Native Pod Networking/],
    ["Kubernetes below 1.32", ids.oldCluster, /Kubernetes version 1\.32/],
    ["an endpoint outside a VCN", ids.publicCluster, /VCN-native/],
  ])("is refused for a cluster with %s", async (_name, id, message) => {
    const { sdk } = await emulator.tenancy();
    expect(await refusal(setEndpoint(sdk, attribute(), undefined, id))).toEqual(invalid(message));
  });
});

describe("an update of a node pool", () => {
  test("while another one runs is 409 Conflict, and another pool of the cluster can be updated meanwhile", async () => {
    const { sdk } = await emulator.tenancy();
    await setPrimary(sdk, {});
    expect(await refusal(setPrimary(sdk, attribute()))).toMatchObject({ status: 409, code: "Conflict" });
    const deletion = sdk.containerEngine.deleteNode({ nodePoolId, nodeId: ids.node });
    expect(await refusal(deletion)).toMatchObject({ status: 409, code: "Conflict" });
    await setPrimary(sdk, attribute(), ids.legacyPool);
  });

  test("changes the pool and not the nodes that run; a replacement has the present settings", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    await setPrimary(sdk, attribute("db"));
    await finishWork(tenancy);
    const { vnic } = await sdk.virtualNetwork.getVnic({ vnicId: ids.primaryVnic });
    expect(vnic.securityAttributes).toEqual(attribute("web"));

    await sdk.containerEngine.deleteNode({ nodePoolId, nodeId: ids.node, isDecrementSize: false });
    await finishWork(tenancy);
    const { nodePool } = await sdk.containerEngine.getNodePool({ nodePoolId });
    expect(nodePool.nodes).toHaveLength(2);
    const fresh = nodePool.nodes?.find(({ id }) => id !== ids.otherNode);
    expect(fresh?.id).not.toBe(ids.node);
    const attachments = await sdk.compute.listVnicAttachments({
      compartmentId: appsCompartment,
      instanceId: fresh?.id ?? "",
      limit: 100,
    });
    const vnics = await Promise.all(
      attachments.items.map(async ({ vnicId }) => (await sdk.virtualNetwork.getVnic({ vnicId: vnicId ?? "" })).vnic),
    );
    expect(vnics.map(({ isPrimary, securityAttributes }) => ({ isPrimary, securityAttributes }))).toEqual([
      { isPrimary: true, securityAttributes: attribute("db") },
      { isPrimary: false, securityAttributes: {} },
      { isPrimary: false, securityAttributes: {} },
    ]);
    expect(fresh?.privateIp).toBe(vnics[0]?.privateIp);
    const gone = sdk.virtualNetwork.getVnic({ vnicId: ids.primaryVnic });
    expect(await refusal(gone)).toMatchObject({ status: 404 });
  });

  test("shrinks the pool when a node is deleted with the size", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    await sdk.containerEngine.deleteNode({ nodePoolId, nodeId: ids.node, isDecrementSize: true });
    await finishWork(tenancy);
    const { nodePool } = await sdk.containerEngine.getNodePool({ nodePoolId });
    expect(nodePool.nodes?.map(({ id }) => id)).toEqual([ids.otherNode]);
  });

  test("replaces the whole list of secondary VNICs", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    await setSecondary(sdk, [attribute()]);
    await finishWork(tenancy);
    const { nodePool } = await sdk.containerEngine.getNodePool({ nodePoolId });
    expect(nodePool.secondaryVnics).toEqual([
      { displayName: "pods-0", createVnicDetails: { subnetId: ids.podSubnet, securityAttributes: attribute() } },
    ]);
    expect(nodePool.primaryVnic?.securityAttributes).toEqual(attribute());
  });

  test("is refused when the secondary VNICs differ", async () => {
    const { sdk } = await emulator.tenancy();
    expect(await refusal(setSecondary(sdk, [attribute("a"), attribute("b")]))).toEqual(
      invalid(/same security attributes/),
    );
    await setSecondary(sdk, [attribute("a"), attribute("a")]);
  });

  test("reports success on a legacy pool's secondary VNICs and stores nothing", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    const { opcWorkRequestId } = await setSecondary(sdk, [attribute()], ids.legacyPool);
    await finishWork(tenancy);
    const { workRequest } = await sdk.containerEngine.getWorkRequest({ workRequestId: opcWorkRequestId });
    expect(workRequest.status).toBe("SUCCEEDED");
    const { nodePool } = await sdk.containerEngine.getNodePool({ nodePoolId: ids.legacyPool });
    expect(nodePool.secondaryVnics ?? []).toEqual([]);
    await setPrimary(sdk, attribute(), ids.legacyPool);
    await finishWork(tenancy);
    const after = await sdk.containerEngine.getNodePool({ nodePoolId: ids.legacyPool });
    expect(after.nodePool.primaryVnic?.securityAttributes).toEqual(attribute());
  });

  test("is refused where the cluster is not eligible", async () => {
    const { sdk } = await emulator.tenancy();
    expect(await refusal(setPrimary(sdk, attribute(), ids.flannelPool))).toEqual(invalid(/VCN-Native/));
  });

  test("cannot launch a node with an attribute that was deleted meanwhile", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    const key = { securityAttributeNamespaceId: ids.appNamespace, securityAttributeName: "tier" };
    await sdk.securityAttribute.updateSecurityAttribute({
      ...key,
      updateSecurityAttributeDetails: { isRetired: true },
    });
    await sdk.securityAttribute.deleteSecurityAttribute(key);
    await finishWork(tenancy);
    const deleted = await sdk.containerEngine.deleteNode({ nodePoolId, nodeId: ids.node, isDecrementSize: false });
    await finishWork(tenancy);
    const workRequestId = deleted.opcWorkRequestId;
    const { items } = await sdk.containerEngine.listWorkRequestErrors({
      workRequestId,
      compartmentId: appsCompartment,
    });
    expect(items).toMatchObject([
      { code: "InvalidParameter", message: expect.stringContaining("Invalid tags: app.tier") },
    ]);
    const { nodePool } = await sdk.containerEngine.getNodePool({ nodePoolId });
    expect(nodePool.lifecycleState).toBe("NEEDS_ATTENTION");
    expect(nodePool.nodes?.map(({ lifecycleState }) => lifecycleState)).toEqual(["ACTIVE", "FAILING"]);
  });
});

describe("security attributes in a write", () => {
  const one = (key: string, value = "x", mode: string | undefined = "enforce") => ({ app: { [key]: { value, mode } } });

  test.each([
    ["of an unknown key", one("nothing"), /Invalid tags/],
    ["of an unknown namespace", { nothing: one("tier").app }, /Invalid tags/],
    ["that were deleted", one("gone"), /Invalid tags/],
    ["that are retired", one("old"), /Invalid tags/],
    ["with a value that the list does not allow", one("env", "staging"), /Invalid tags/],
    ["without a mode", { app: { tier: { value: "web" } } }, /missing a required key \(Optional\[mode\]\)/],
    ["without a value", { app: { tier: { mode: "enforce" } } }, /missing a required key \(Optional\[value\]\)/],
    ["in audit mode", one("tier", "web", "audit"), /'enforce' mode/],
    ["that are not a map", { app: "web" }, /map/],
  ])("%s are refused", async (_name, securityAttributes, message) => {
    const { sdk } = await emulator.tenancy();
    expect(await refusal(setEndpoint(sdk, securityAttributes))).toEqual(invalid(message));
  });

  test("may be five on an endpoint and not six, whatever the case of their names", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    const value = { value: "x", mode: "enforce" };
    const five = { k1: value, k2: value, k3: value, k4: value, K5: value };
    expect(await refusal(setEndpoint(sdk, { app: { ...five, tier: value } }))).toEqual(invalid(/maximum of 5/));
    await setEndpoint(sdk, { APP: five });
    await finishWork(tenancy);
    expect(await endpointOf(sdk)).toMatchObject({ attributes: { APP: five } });
  });

  test("are refused where ZPR was never enabled, and taking none is not", async () => {
    const { sdk } = await emulator.tenancy(smallSeed({ zprConfiguration: null }));
    expect(await refusal(setEndpoint(sdk, attribute()))).toEqual(invalid(/not enabled/));
    await setEndpoint(sdk, {});
  });
});

test("a kubeconfig leads to the cluster's API on this machine, and has Oracle's exec plugin for the token", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const createClusterKubeconfigContentDetails = { tokenVersion: "2.0.0", endpoint: Endpoint.PrivateEndpoint };
  const { value } = await sdk.containerEngine.createKubeconfig({ clusterId, createClusterKubeconfigContentDetails });
  const chunks: Buffer[] = [];
  for await (const chunk of value as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  expect(text).toMatch(new RegExp(`server: https://127\\.0\\.0\\.1:\\d+/${tenancy.tenancyId}/${clusterId}\n`));
  const [, certificate = ""] = /certificate-authority-data: (\S+)/.exec(text) ?? [];
  expect(Buffer.from(certificate, "base64").toString()).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
  expect(text).toMatch(/command: oci\n\s+args:\n\s+- ce\n\s+- cluster\n\s+- generate-token\n/);
});

test("a kubeconfig for an endpoint that the cluster does not have is refused", async () => {
  const { sdk } = await emulator.tenancy();
  const createClusterKubeconfigContentDetails = { tokenVersion: "2.0.0", endpoint: Endpoint.PublicEndpoint };
  const call = sdk.containerEngine.createKubeconfig({ clusterId, createClusterKubeconfigContentDetails });
  expect(await refusal(call)).toMatchObject({ status: 400, code: "InvalidParameter" });
});
