import { expect, test } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { finishWork, useEmulator } from "@/emulator/testing/emulator";
import type { Sdk } from "@/emulator/testing/sdk";
import { appsCompartment, attribute, availabilityDomain, ids } from "@/emulator/testing/small-ids";
import { smallSeed } from "@/emulator/testing/small-seed";

const emulator = useEmulator();

const workRequestOf = ({ opcWorkRequestId }: { opcWorkRequestId: string }) => ({
  workRequestId: opcWorkRequestId,
  compartmentId: appsCompartment,
});

async function callIdentity({ identity }: Sdk, { tenancyId, users }: EmulatedTenancy) {
  await identity.getTenancy({ tenancyId });
  await identity.listRegionSubscriptions({ tenancyId });
  await identity.listRegions({});
  await identity.listAvailabilityDomains({ compartmentId: tenancyId });
  await identity.listCompartments({ compartmentId: tenancyId, compartmentIdInSubtree: true });
  await identity.getCompartment({ compartmentId: appsCompartment });
  await identity.listGroups({ compartmentId: tenancyId });
  await identity.listUserGroupMemberships({ compartmentId: tenancyId, userId: users[0]?.ocid ?? "" });
  await identity.listPolicies({ compartmentId: tenancyId });
  await identity.getPolicy({ policyId: ids.iamPolicy });
  await identity.getUser({ userId: users[0]?.ocid ?? "" });
}

async function callContainerEngine({ containerEngine }: Sdk, tenancy: EmulatedTenancy) {
  const { cluster: clusterId, nodePool: nodePoolId, virtualNodePool: virtualNodePoolId } = ids;
  const compartmentId = appsCompartment;
  await containerEngine.listClusters({ compartmentId });
  await containerEngine.getCluster({ clusterId });
  await containerEngine.listAddons({ clusterId });
  await containerEngine.listAddonOptions({ kubernetesVersion: "v1.34.1" });
  await containerEngine.getAddon({ clusterId, addonName: "CoreDNS" });
  await containerEngine.createKubeconfig({ clusterId });
  await containerEngine.listNodePools({ compartmentId });
  await containerEngine.getNodePool({ nodePoolId });
  await containerEngine.listVirtualNodePools({ compartmentId });
  await containerEngine.getVirtualNodePool({ virtualNodePoolId });
  await containerEngine.updateCluster({ clusterId, updateClusterDetails: { name: "payments-2" } });
  await finishWork(tenancy);
  const updateClusterEndpointConfigDetails = { securityAttributes: attribute() };
  await containerEngine.updateClusterEndpointConfig({ clusterId, updateClusterEndpointConfigDetails });
  await containerEngine.updateNodePool({ nodePoolId, updateNodePoolDetails: { name: "workers-2" } });
  await finishWork(tenancy);
  const deleted = await containerEngine.deleteNode({ nodePoolId, nodeId: ids.otherNode });
  await finishWork(tenancy);
  await containerEngine.listWorkRequests({ compartmentId });
  await containerEngine.getWorkRequest(workRequestOf(deleted));
  await containerEngine.listWorkRequestErrors(workRequestOf(deleted));
  await containerEngine.listWorkRequestLogs(workRequestOf(deleted));
}

async function callNetworkAndCompute({ virtualNetwork, compute }: Sdk) {
  const compartmentId = appsCompartment;
  await virtualNetwork.listVcns({ compartmentId });
  await virtualNetwork.getVcn({ vcnId: ids.vcn });
  await virtualNetwork.updateVcn({ vcnId: ids.vcn, updateVcnDetails: { securityAttributes: attribute("net") } });
  await virtualNetwork.listSubnets({ compartmentId });
  await virtualNetwork.getSubnet({ subnetId: ids.nodeSubnet });
  await virtualNetwork.listLocalPeeringGateways({ compartmentId });
  await virtualNetwork.listDrgAttachments({ compartmentId });
  await virtualNetwork.getVnic({ vnicId: ids.primaryVnic });
  await virtualNetwork.updateVnic({ vnicId: ids.primaryVnic, updateVnicDetails: { displayName: "primary" } });
  await virtualNetwork.listPrivateIps({ vnicId: ids.primaryVnic });
  await virtualNetwork.getPrivateIp({ privateIpId: ids.privateIp });
  await compute.listInstances({ compartmentId });
  await compute.getInstance({ instanceId: ids.node });
  await compute.listVnicAttachments({ compartmentId, instanceId: ids.node });
  await compute.getVnicAttachment({ vnicAttachmentId: ids.vnicAttachment });
}

async function callBalancersAndStorage(sdk: Sdk, tenancy: EmulatedTenancy) {
  const { loadBalancer, networkLoadBalancer, fileStorage } = sdk;
  const { loadBalancer: loadBalancerId, networkLoadBalancer: networkLoadBalancerId } = ids;
  const compartmentId = appsCompartment;
  await loadBalancer.listLoadBalancers({ compartmentId });
  await loadBalancer.getLoadBalancer({ loadBalancerId });
  const changedLb = await loadBalancer.updateLoadBalancer({
    loadBalancerId,
    updateLoadBalancerDetails: { securityAttributes: {} },
  });
  await loadBalancer.getWorkRequest(workRequestOf(changedLb));
  await loadBalancer.listWorkRequests({ loadBalancerId });

  await networkLoadBalancer.listNetworkLoadBalancers({ compartmentId });
  await networkLoadBalancer.getNetworkLoadBalancer({ networkLoadBalancerId });
  const changedNlb = await networkLoadBalancer.updateNetworkLoadBalancer({
    networkLoadBalancerId,
    updateNetworkLoadBalancerDetails: { securityAttributes: attribute() },
  });
  await finishWork(tenancy);
  await networkLoadBalancer.listWorkRequests({ compartmentId });
  await networkLoadBalancer.getWorkRequest(workRequestOf(changedNlb));
  await networkLoadBalancer.listWorkRequestErrors(workRequestOf(changedNlb));
  await networkLoadBalancer.listWorkRequestLogs(workRequestOf(changedNlb));

  await fileStorage.listMountTargets({ compartmentId, availabilityDomain });
  await fileStorage.getMountTarget({ mountTargetId: ids.mountTarget });
  const updateMountTargetDetails = { securityAttributes: attribute("nfs") };
  await fileStorage.updateMountTarget({ mountTargetId: ids.mountTarget, updateMountTargetDetails });
  await fileStorage.listFileSystems({ compartmentId, availabilityDomain });
  await fileStorage.getFileSystem({ fileSystemId: ids.fileSystem });
}

async function callSecurityAttribute({ securityAttribute }: Sdk, tenancy: EmulatedTenancy) {
  const compartmentId = tenancy.tenancyId;
  await securityAttribute.listSecurityAttributeNamespaces({ compartmentId, compartmentIdInSubtree: true });
  const makeNamespace = async (name: string) => {
    const createSecurityAttributeNamespaceDetails = { compartmentId, name, description: name };
    const made = await securityAttribute.createSecurityAttributeNamespace({ createSecurityAttributeNamespaceDetails });
    return { securityAttributeNamespaceId: made.securityAttributeNamespace.id };
  };
  const namespace = await makeNamespace("fresh");
  const other = await makeNamespace("empty");
  const key = { ...namespace, securityAttributeName: "one" };
  const retired = { isRetired: true };
  await securityAttribute.getSecurityAttributeNamespace(namespace);
  await securityAttribute.createSecurityAttribute({
    ...namespace,
    createSecurityAttributeDetails: { name: "one", description: "one" },
  });
  await securityAttribute.listSecurityAttributes(namespace);
  await securityAttribute.getSecurityAttribute(key);
  await securityAttribute.updateSecurityAttribute({ ...key, updateSecurityAttributeDetails: retired });
  const deleted = await securityAttribute.deleteSecurityAttribute(key);
  await finishWork(tenancy);
  await securityAttribute.getSecurityAttributeWorkRequest(workRequestOf(deleted));
  await securityAttribute.listSecurityAttributeWorkRequestErrors(workRequestOf(deleted));
  await securityAttribute.listSecurityAttributeWorkRequestLogs(workRequestOf(deleted));
  for (const one of [namespace, other]) {
    await securityAttribute.updateSecurityAttributeNamespace({
      ...one,
      updateSecurityAttributeNamespaceDetails: retired,
    });
  }
  await securityAttribute.cascadingDeleteSecurityAttributeNamespace(namespace);
  await securityAttribute.deleteSecurityAttributeNamespace(other);
}

async function callZpr({ zpr }: Sdk, tenancy: EmulatedTenancy) {
  const compartmentId = tenancy.tenancyId;
  const zprPolicyId = ids.zprPolicy;
  const statements = ["in app.tier:net VCN allow app.tier:web endpoints to connect to app.tier:db endpoints"];
  await zpr.getConfiguration({ compartmentId });
  await zpr.listZprPolicies({ compartmentId });
  await zpr.getZprPolicy({ zprPolicyId });
  await zpr.createZprPolicy({ createZprPolicyDetails: { compartmentId, name: "new", description: "new", statements } });
  const changed = await zpr.updateZprPolicy({ zprPolicyId, updateZprPolicyDetails: { statements } });
  await finishWork(tenancy);
  await zpr.deleteZprPolicy({ zprPolicyId });
  await zpr.listZprPolicyWorkRequests({ compartmentId });
  await zpr.getZprPolicyWorkRequest(workRequestOf(changed));
  await zpr.listZprPolicyWorkRequestErrors(workRequestOf(changed));
  await zpr.listZprPolicyWorkRequestLogs(workRequestOf(changed));
}

async function enableZpr() {
  const { tenancy, sdk } = await emulator.tenancy(smallSeed({ zprConfiguration: null }));
  const createConfigurationDetails = { compartmentId: tenancy.tenancyId };
  const enabled = await sdk.zpr.createConfiguration({ createConfigurationDetails });
  await finishWork(tenancy);
  await sdk.zpr.getZprConfigurationWorkRequest(workRequestOf(enabled));
  return tenancy.requests();
}

test("every operation of the emulator can be called by the unmodified SDK", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  await callIdentity(sdk, tenancy);
  await callContainerEngine(sdk, tenancy);
  await callNetworkAndCompute(sdk);
  await callBalancersAndStorage(sdk, tenancy);
  await callSecurityAttribute(sdk, tenancy);
  await callZpr(sdk, tenancy);

  const calls = [...(await tenancy.requests()), ...(await enableZpr())];
  const answered = calls.filter(({ status }) => status !== null && status < 300);
  const exercised = new Set(answered.map(({ service, operation }) => `${service} ${operation}`));
  const registered = (await emulator.operations()).map(({ service, name }) => `${service} ${name}`);
  expect([...exercised].toSorted()).toEqual(registered.toSorted());
});
