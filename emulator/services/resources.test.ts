import { requests } from "oci-core";
import { describe, expect, test } from "vitest";
import { finishWork, useEmulator } from "@/emulator/testing/emulator";
import { refusal } from "@/emulator/testing/sdk";
import { appsCompartment, attribute, ids } from "@/emulator/testing/small-ids";
import { smallSeed } from "@/emulator/testing/small-seed";

const emulator = useEmulator();
const loadBalancerId = ids.loadBalancer;
const networkLoadBalancerId = ids.networkLoadBalancer;
const mountTargetId = ids.mountTarget;
const vnicId = ids.primaryVnic;

describe("a load balancer", () => {
  test("shows that it is busy only in its work requests, and refuses a second update with 409", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    const update = () =>
      sdk.loadBalancer.updateLoadBalancer({ loadBalancerId, updateLoadBalancerDetails: { securityAttributes: {} } });
    const { opcWorkRequestId: workRequestId } = await update();
    const { loadBalancer } = await sdk.loadBalancer.getLoadBalancer({ loadBalancerId });
    expect(loadBalancer).toMatchObject({ lifecycleState: "ACTIVE", securityAttributes: attribute() });
    expect(await refusal(update())).toMatchObject({ status: 409 });
    await finishWork(tenancy);
    const { workRequest } = await sdk.loadBalancer.getWorkRequest({ workRequestId });
    expect(workRequest).toMatchObject({ lifecycleState: "SUCCEEDED", loadBalancerId, errorDetails: [] });
    expect((await sdk.loadBalancer.getLoadBalancer({ loadBalancerId })).loadBalancer.securityAttributes).toEqual({});
  });

  test("keeps its attributes when an update does not name them", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    const updateLoadBalancerDetails = { freeformTags: { constructor: "kept" } };
    await sdk.loadBalancer.updateLoadBalancer({ loadBalancerId, updateLoadBalancerDetails });
    await finishWork(tenancy);
    const { loadBalancer } = await sdk.loadBalancer.getLoadBalancer({ loadBalancerId });
    expect(loadBalancer).toMatchObject({ securityAttributes: attribute(), ...updateLoadBalancerDetails });
  });

  test("takes three attributes, as the limits page says, unless the tenancy's setting says otherwise", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    const value = { value: "x", mode: "enforce" };
    const four = { app: { k1: value, k2: value, k3: value, k4: value } };
    const update = () =>
      sdk.loadBalancer.updateLoadBalancer({ loadBalancerId, updateLoadBalancerDetails: { securityAttributes: four } });
    expect(await refusal(update())).toMatchObject({ status: 400, message: expect.stringContaining("maximum of 3") });
    await tenancy.setSettings({ otherCap: 5 });
    await update();
  });
});

test("a network load balancer is UPDATING meanwhile, and refuses a second update with 409", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const update = () =>
    sdk.networkLoadBalancer.updateNetworkLoadBalancer({
      networkLoadBalancerId,
      updateNetworkLoadBalancerDetails: { securityAttributes: attribute() },
    });
  const read = async () =>
    (await sdk.networkLoadBalancer.getNetworkLoadBalancer({ networkLoadBalancerId })).networkLoadBalancer;
  const { opcWorkRequestId: workRequestId } = await update();
  expect(await read()).toMatchObject({ lifecycleState: "UPDATING", securityAttributes: {} });
  expect(await refusal(update())).toMatchObject({ status: 409 });
  await tenancy.advance(300);
  const { workRequest } = await sdk.networkLoadBalancer.getWorkRequest({ workRequestId });
  expect(workRequest).toMatchObject({ status: "IN_PROGRESS", percentComplete: 50 });
  await finishWork(tenancy);
  expect(await read()).toMatchObject({ lifecycleState: "ACTIVE", securityAttributes: attribute() });
});

test("a mount target answers with its new state at once, and is UPDATING for a while", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const update = () =>
    sdk.fileStorage.updateMountTarget({ mountTargetId, updateMountTargetDetails: { securityAttributes: attribute() } });
  const { mountTarget } = await update();
  expect(mountTarget).toMatchObject({ lifecycleState: "UPDATING", securityAttributes: attribute() });
  expect(await refusal(update())).toMatchObject({ status: 409 });
  await finishWork(tenancy);
  const after = await sdk.fileStorage.getMountTarget({ mountTargetId });
  expect(after.mountTarget).toMatchObject({ lifecycleState: "ACTIVE", securityAttributes: attribute() });
});

describe("a VNIC", () => {
  test("is updated at once, with the right etag", async () => {
    const { sdk } = await emulator.tenancy();
    const { etag } = await sdk.virtualNetwork.getVnic({ vnicId });
    const updateVnicDetails = { securityAttributes: attribute("db") };
    const { vnic } = await sdk.virtualNetwork.updateVnic({ vnicId, updateVnicDetails, ifMatch: etag });
    expect(vnic.securityAttributes).toEqual(attribute("db"));
    const late = sdk.virtualNetwork.updateVnic({
      vnicId,
      updateVnicDetails: { securityAttributes: {} },
      ifMatch: etag,
    });
    expect(await refusal(late)).toMatchObject({ status: 412, code: "NoEtagMatch" });
  });

  test("takes no attributes while its instance has some", async () => {
    const seed = smallSeed();
    const regions = seed.regions.map((region) => ({
      ...region,
      instances: region.instances.map((instance) => ({ ...instance, securityAttributes: attribute() })),
    }));
    const { sdk } = await emulator.tenancy({ ...seed, regions });
    const call = sdk.virtualNetwork.updateVnic({ vnicId, updateVnicDetails: { securityAttributes: attribute("db") } });
    expect(await refusal(call)).toMatchObject({ status: 400, message: expect.stringContaining("Compute Instance") });
  });
});

test("a VCN takes one attribute and not two", async () => {
  const { sdk } = await emulator.tenancy();
  const value = { value: "x", mode: "enforce" };
  const update = (keys: object) =>
    sdk.virtualNetwork.updateVcn({ vcnId: ids.vcn, updateVcnDetails: { securityAttributes: { app: { ...keys } } } });
  expect((await update({ k1: value })).vcn.securityAttributes).toEqual({ app: { k1: value } });
  expect(await refusal(update({ k1: value, k2: value }))).toMatchObject({ status: 400, code: "InvalidParameter" });
});

describe("peerings", () => {
  const inApps = { compartmentId: appsCompartment };
  const idsOf = ({ items }: { readonly items: readonly { readonly id: string }[] }) => items.map(({ id }) => id);

  test("local peering gateways are listed by compartment and VCN", async () => {
    const { sdk, tenancy } = await emulator.tenancy();
    const list = sdk.virtualNetwork.listLocalPeeringGateways.bind(sdk.virtualNetwork);
    const { items } = await list(inApps);
    expect(items).toMatchObject([{ id: ids.localPeeringGateway, vcnId: ids.vcn, peeringStatus: "NEW" }]);
    expect(idsOf(await list({ ...inApps, vcnId: ids.vcn }))).toEqual([ids.localPeeringGateway]);
    expect(idsOf(await list({ ...inApps, vcnId: "ocid1.vcn.oc1.iad.other" }))).toEqual([]);
    expect(idsOf(await list({ compartmentId: tenancy.tenancyId }))).toEqual([]);
  });

  test("of attachments to a DRG those of VCNs are listed, and others when they are asked for", async () => {
    const { sdk } = await emulator.tenancy();
    const list = sdk.virtualNetwork.listDrgAttachments.bind(sdk.virtualNetwork);
    const { items } = await list(inApps);
    expect(items).toMatchObject([
      { id: ids.drgAttachment, lifecycleState: "ATTACHED", networkDetails: { type: "VCN", id: ids.vcn } },
    ]);
    const { AttachmentType } = requests.ListDrgAttachmentsRequest;
    const ofType = async (attachmentType: requests.ListDrgAttachmentsRequest.AttachmentType) =>
      idsOf(await list({ ...inApps, attachmentType }));
    expect(await ofType(AttachmentType.IpsecTunnel)).toEqual([ids.tunnelAttachment]);
    expect(await ofType(AttachmentType.All)).toEqual([ids.drgAttachment, ids.tunnelAttachment]);
    expect(idsOf(await list({ ...inApps, drgId: "ocid1.drg.oc1.iad.other" }))).toEqual([]);
    expect(idsOf(await list({ ...inApps, networkId: ids.vcn }))).toEqual([ids.drgAttachment]);
  });
});
