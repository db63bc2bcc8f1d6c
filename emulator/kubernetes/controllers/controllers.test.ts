import { expect, test } from "vitest";
import type { KubernetesObject } from "@/emulator/seed";
import { acmeSeed } from "@/emulator/seeds/acme/acme";
import { ocidOf } from "@/emulator/seeds/builders/ocid";
import { enforced } from "@/emulator/seeds/builders/security-attributes";
import { useEmulator } from "@/emulator/testing/emulator";
import { bearerToken, callKubernetes, clusterAddress } from "@/emulator/testing/kubernetes";

const emulator = useEmulator();
const serviceKey = "oci.oraclecloud.com/security-attributes";
const ingressKey = "oci-native-ingress.oraclecloud.com/security-attributes";
const web = { app: { tier: { value: "web", mode: "enforce" } } };
const api = { app: { tier: { value: "api", mode: "enforce" } } };

const tooMany = enforced("app.tier:web", "app.name:ledger", "oke.role:ingress", "pci.scope:cde");

async function cluster(name: string) {
  const { tenancy, sdk } = await emulator.tenancy(acmeSeed());
  const clusterId = ocidOf("cluster", `acme/${name}`, "iad");
  const address = await clusterAddress(emulator.url(), tenancy, clusterId);
  const token = await bearerToken(tenancy, { clusterId });
  const read = async (path: string) => (await callKubernetes(address, { token, path })).body;
  const annotate = async (path: string, annotations: { readonly [name: string]: string | null }) => {
    const contentType = "application/merge-patch+json";
    const body = { metadata: { annotations } };
    const reply = await callKubernetes(address, { token, method: "PATCH", path, contentType, body });
    expect(reply.status).toBe(200);
  };
  const events = async (objectName: string) => {
    const list = await read(`/api/v1/events?fieldSelector=involvedObject.name%3D${objectName}`);
    return (list["items"] as readonly KubernetesObject[]).map(({ type, reason, message, count }) => ({
      type,
      reason,
      message,
      count,
    }));
  };
  return { tenancy, sdk, clusterId, read, annotate, events };
}

async function paymentsWithLedger() {
  const made = await cluster("payments-prod");
  const path = "/api/v1/namespaces/ledger/services/ledger-grpc";
  const { metadata } = (await made.read(path)) as unknown as KubernetesObject;
  const networkLoadBalancerId = ocidOf("networkloadbalancer", `acme/ledger/ledger-grpc/${metadata.uid}`, "iad");
  const stored = async () =>
    (await made.sdk.networkLoadBalancer.getNetworkLoadBalancer({ networkLoadBalancerId })).networkLoadBalancer
      .securityAttributes;
  const edit = (securityAttributes: typeof web) =>
    made.sdk.networkLoadBalancer.updateNetworkLoadBalancer({
      networkLoadBalancerId,
      updateNetworkLoadBalancerDetails: { securityAttributes },
    });
  return { ...made, path, stored, edit };
}

async function storefrontWithPublicIngress() {
  const made = await cluster("storefront-prod");
  const path = "/apis/networking.k8s.io/v1/ingressclasses/public";
  const loadBalancerId = ocidOf("loadbalancer", "acme/storefront-prod/k8s-public", "iad");
  const stored = async () =>
    (await made.sdk.loadBalancer.getLoadBalancer({ loadBalancerId })).loadBalancer.securityAttributes;
  const edit = (securityAttributes: typeof web) =>
    made.sdk.loadBalancer.updateLoadBalancer({ loadBalancerId, updateLoadBalancerDetails: { securityAttributes } });
  return { ...made, path, stored, edit };
}

test("a changed Service is carried out after a while, and two events say so", async () => {
  const { tenancy, path, stored, annotate, events } = await paymentsWithLedger();
  const before = await stored();
  await annotate(path, { [serviceKey]: JSON.stringify(web) });
  await tenancy.advance(999);
  expect(await stored()).toEqual(before);
  await tenancy.advance(3000);
  expect(await stored()).toEqual(web);
  const said = await events("ledger-grpc");
  expect(said).toHaveLength(2);
  expect(said).toEqual(
    expect.arrayContaining([
      { type: "Normal", reason: "EnsuringLoadBalancer", message: "Ensuring load balancer", count: 1 },
      { type: "Normal", reason: "EnsuredLoadBalancer", message: "Ensured load balancer", count: 1 },
    ]),
  );
});

test.each([
  ["malformed JSON", '{"app":', /failed to parse oci.oraclecloud.com\/security-attributes: /],
  ["something that is no map", '["app"]', /is not a JSON object$/],
  ["a deleted key", JSON.stringify({ app: { squad: { value: "x", mode: "enforce" } } }), /400.*Invalid tags$/],
  ["more than the cap", JSON.stringify(tooMany), /exceeds the maximum of 3/],
])("%s leaves the load balancer as it is, and the warning is counted at each retry", async (_what, text, reason) => {
  const { tenancy, path, stored, annotate, events } = await paymentsWithLedger();
  const before = await stored();
  await annotate(path, { [serviceKey]: text });
  const failures = async () => (await events("ledger-grpc")).filter(({ type }) => type === "Warning");
  await tenancy.advance(1500);
  expect(await failures()).toEqual([
    { type: "Warning", reason: "SyncLoadBalancerFailed", message: expect.stringMatching(reason), count: 1 },
  ]);
  await tenancy.advance(4000);
  expect((await failures())[0]?.count).toBe(1);
  await tenancy.advance(1000);
  expect((await failures())[0]?.count).toBe(2);
  await tenancy.advance(10_000);
  expect((await failures())[0]?.count).toBe(3);
  expect(await stored()).toEqual(before);
  await annotate(path, { [serviceKey]: JSON.stringify(web) });
  await tenancy.advance(60_000);
  expect(await stored()).toEqual(web);
  expect((await failures())[0]?.count).toBe(3);
});

test("the cloud controller waits while the load balancer has a work request, and does not undo direct edits", async () => {
  const { tenancy, path, stored, annotate, edit } = await paymentsWithLedger();
  await tenancy.setSettings({ inProgressMs: 20_000 });
  await edit(api);
  await annotate(path, { [serviceKey]: JSON.stringify(web) });
  await tenancy.advance(20_300);
  expect(await stored()).toEqual(api);
  await tenancy.advance(60_000);
  expect(await stored()).toEqual(web);
  await edit(api);
  await tenancy.advance(24 * 3_600_000);
  expect(await stored()).toEqual(api);
});

test("{} clears; without the annotation the attributes stay, unless the setting says that they go", async () => {
  const { tenancy, path, stored, annotate } = await paymentsWithLedger();
  const before = await stored();
  await annotate(path, { [serviceKey]: null });
  await tenancy.advance(60_000);
  expect(await stored()).toEqual(before);
  await annotate(path, { [serviceKey]: "{}" });
  await tenancy.advance(60_000);
  expect(await stored()).toEqual({});
  await annotate(path, { [serviceKey]: JSON.stringify(web) });
  await tenancy.advance(60_000);
  await tenancy.setSettings({ annotationRemoval: "clear" });
  await annotate(path, { [serviceKey]: null });
  await tenancy.advance(60_000);
  expect(await stored()).toEqual({});
});

test("a cloud controller that is off does nothing, and makes up for it when it is on again", async () => {
  const { tenancy, path, stored, annotate, events } = await paymentsWithLedger();
  await tenancy.setSettings({ hasCloudController: false });
  await annotate(path, { [serviceKey]: JSON.stringify(web) });
  await tenancy.advance(10 * 60_000);
  expect(await stored()).not.toEqual(web);
  expect(await events("ledger-grpc")).toEqual([]);
  await tenancy.setSettings({ hasCloudController: true });
  await tenancy.advance(60_000);
  expect(await stored()).toEqual(web);
});

test("the ingress controller undoes a direct edit within a minute, and one that is off does not", async () => {
  const { tenancy, stored, edit } = await storefrontWithPublicIngress();
  const before = await stored();
  await edit(web);
  await tenancy.advance(10_000);
  expect(await stored()).toEqual(web);
  await tenancy.advance(50_000);
  await tenancy.advance(5000);
  expect(await stored()).toEqual(before);
  await tenancy.setSettings({ hasIngressController: false });
  await edit(web);
  await tenancy.advance(10 * 60_000);
  expect(await stored()).toEqual(web);
});

test("a changed IngressClass is carried out; a malformed one leaves the load balancer and counts its event each minute", async () => {
  const { tenancy, path, stored, annotate, events } = await storefrontWithPublicIngress();
  await annotate(path, { [ingressKey]: JSON.stringify(web) });
  await tenancy.advance(5000);
  expect(await stored()).toEqual(web);
  await annotate(path, { [ingressKey]: "{" });
  await tenancy.advance(175_000);
  expect(await stored()).toEqual(web);
  const [failure] = await events("public");
  expect(failure).toMatchObject({ type: "Warning", reason: "IngressClassReconcileFailed", count: 4 });
});

test("a clock that is moved by years does not keep the controllers busy for years", async () => {
  const { tenancy, stored, edit } = await storefrontWithPublicIngress();
  const before = await stored();
  await edit(web);
  await tenancy.setClock({ mode: "manual", now: "2046-01-01T00:00:00.000Z" });
  await tenancy.advance(60_000);
  expect(await stored()).toEqual(before);
});

test("a StorageClass counts when a volume is made, and never again", async () => {
  const { tenancy, sdk, clusterId, read } = await cluster("payments-prod");
  const made = await tenancy.createVolume({
    clusterId,
    storageClass: "fss-journal",
    namespace: "ledger",
    claim: "more",
  });
  const { mountTarget } = await sdk.fileStorage.getMountTarget({ mountTargetId: made.mountTargetId ?? "" });
  expect(Object.keys(mountTarget.securityAttributes ?? {})).toEqual(["oke", "data-class"]);
  const volume = (await read(`/api/v1/persistentvolumes/${made.persistentVolume}`)) as unknown as {
    readonly spec: { readonly csi: { readonly volumeHandle: string } };
  };
  const [fileSystemId = "", address] = volume.spec.csi.volumeHandle.split(":");
  const { fileSystem } = await sdk.fileStorage.getFileSystem({ fileSystemId });
  expect(fileSystem.freeformTags).toMatchObject({ mountTargetOCID: mountTarget.id, isDeleteMountTarget: "true" });
  const { privateIp } = await sdk.virtualNetwork.getPrivateIp({ privateIpId: mountTarget.privateIpIds[0] ?? "" });
  expect(privateIp.ipAddress).toBe(address);
});

test("a volume that cannot be made stays a pending claim with an event", async () => {
  const { tenancy, clusterId, read, events } = await cluster("observability");
  await tenancy.setSettings({ hasStorageController: false });
  const request = { clusterId, storageClass: "fss-blocks", claim: "waiting" };
  expect(await tenancy.createVolume(request)).toEqual({ mountTargetId: null, persistentVolume: null });
  expect(await read("/api/v1/namespaces/default/persistentvolumeclaims/waiting")).toMatchObject({
    status: { phase: "Pending" },
  });
  await tenancy.setSettings({ hasStorageController: true, otherCap: 0 });
  expect(await tenancy.createVolume({ ...request, claim: "refused" })).toMatchObject({ mountTargetId: null });
  expect(await events("refused")).toMatchObject([{ type: "Warning", reason: "ProvisioningFailed" }]);
  await expect(tenancy.createVolume({ clusterId, storageClass: "nothing" })).rejects.toThrow(/400.*no StorageClass/);
});
