import { find, pathParameter, requiredQuery, visibleCompartment, type Call } from "@/emulator/core/call";
import { notAuthorizedOrNotFound } from "@/emulator/core/errors";
import { arrayAnswer, filtered, listOfCompartment, sorted } from "@/emulator/core/listing";
import { operationsOf, type Answer } from "@/emulator/core/operation";
import { findWorkRequest, pollAfter, workRequestsOf, workRequestView } from "@/emulator/core/work-request-reads";
import { getCluster, listClusters, updateCluster, updateClusterEndpointConfig } from "@/emulator/services/clusters";
import { createKubeconfig } from "@/emulator/services/kubeconfig";
import { deleteNode, getNodePool, listNodePools, updateNodePool } from "@/emulator/services/node-pools";

function listVirtualNodePools(call: Call): Answer {
  return arrayAnswer(call, listOfCompartment(call, call.region.virtualNodePools, ["clusterId", "lifecycleState"]));
}

function getVirtualNodePool(call: Call): Answer {
  const { value, etag } = find(call, call.region.virtualNodePools, pathParameter(call, "virtualNodePoolId"));
  return { body: value, etag };
}

function listAddons(call: Call): Answer {
  const { value } = find(call, call.region.clusters, pathParameter(call, "clusterId"));
  const addons = call.region.addons.list().filter(({ clusterId }) => clusterId === value.id);
  const summaries = addons.map(({ addon: { configurations: _configurations, ...rest } }) => rest);
  return arrayAnswer(call, sorted(call, summaries));
}

function getAddon(call: Call): Answer {
  const { value } = find(call, call.region.clusters, pathParameter(call, "clusterId"));
  const { value: record, etag } = find(
    call,
    call.region.addons,
    `${value.id ?? ""}/${pathParameter(call, "addonName")}`,
  );
  return { body: record.addon, etag };
}

/** Of the add-ons that clusters have, what OKE offers; the same for every version of Kubernetes. */
const addonOptions: Readonly<Record<string, readonly string[]>> = {
  CoreDNS: ["v1.11.1-51", "v1.12.1-2"],
  KubeProxy: ["v1.34.1"],
  NativeIngressController: ["v1.4.4", "v1.4.5"],
  OciVcnIpNative: ["v2.3.0", "v3.0.0", "v3.3.0"],
};

function listAddonOptions(call: Call): Answer {
  requiredQuery(call, "kubernetesVersion");
  const options = Object.entries(addonOptions).map(([name, versions]) => ({
    name,
    addonSchemaVersion: "1.0.0",
    addonGroup: "",
    lifecycleState: "ACTIVE",
    description: name,
    isEssential: name !== "NativeIngressController",
    versions: versions.map((versionNumber, index) => ({
      versionNumber,
      status: index === versions.length - 1 ? "ACTIVE" : "DEPRECATED",
      description: "",
      kubernetesVersionFilters: null,
      configurations: [],
    })),
    freeformTags: {},
    definedTags: {},
    systemTags: {},
    timeCreated: "2026-06-02T09:00:00.000Z",
  }));
  return arrayAnswer(call, options);
}

function listWorkRequests(call: Call): Answer {
  const compartmentId = visibleCompartment(call, requiredQuery(call, "compartmentId"));
  const about = [call.query.get("clusterId"), call.query.get("resourceId")].filter((id) => id !== null);
  const records = workRequestsOf(call, "container-engine")
    .filter((record) => record.compartmentId === compartmentId)
    .filter((record) => about.every((id) => record.resources.some(({ identifier }) => identifier === id)));
  return arrayAnswer(call, sorted(call, filtered(call, records, ["status"])).map(workRequestView));
}

function getWorkRequest(call: Call): Answer {
  const record = findWorkRequest(call, "container-engine");
  return { body: workRequestView(record), ...pollAfter(record) };
}

function listWorkRequestErrors(call: Call): Answer {
  return { body: workRequestOfCompartment(call).errors };
}

function listWorkRequestLogs(call: Call): Answer {
  return { body: workRequestOfCompartment(call).logs };
}

/** These two want the work request's compartment as well, and it must be the right one. */
function workRequestOfCompartment(call: Call) {
  const record = findWorkRequest(call, "container-engine");
  if (requiredQuery(call, "compartmentId") !== record.compartmentId) throw notAuthorizedOrNotFound();
  return record;
}

export const containerEngineOperations = operationsOf("container-engine", [
  ["GET /20180222/clusters", listClusters],
  ["GET /20180222/clusters/:clusterId", getCluster],
  ["PUT /20180222/clusters/:clusterId", updateCluster],
  ["POST /20180222/clusters/:clusterId/actions/updateEndpointConfig", updateClusterEndpointConfig],
  ["POST /20180222/clusters/:clusterId/kubeconfig/content", createKubeconfig],
  ["GET /20180222/addonOptions", listAddonOptions],
  ["GET /20180222/clusters/:clusterId/addons", listAddons],
  ["GET /20180222/clusters/:clusterId/addons/:addonName", getAddon],
  ["GET /20180222/nodePools", listNodePools],
  ["GET /20180222/nodePools/:nodePoolId", getNodePool],
  ["PUT /20180222/nodePools/:nodePoolId", updateNodePool],
  ["DELETE /20180222/nodePools/:nodePoolId/node/:nodeId", deleteNode],
  ["GET /20180222/virtualNodePools", listVirtualNodePools],
  ["GET /20180222/virtualNodePools/:virtualNodePoolId", getVirtualNodePool],
  ["GET /20180222/workRequests", listWorkRequests],
  ["GET /20180222/workRequests/:workRequestId", getWorkRequest],
  ["GET /20180222/workRequests/:workRequestId/errors", listWorkRequestErrors],
  ["GET /20180222/workRequests/:workRequestId/logs", listWorkRequestLogs],
]);
