import * as v from "valibot";
import { bodyOf, checkIfMatch, find, pathParameter, type Call } from "@/emulator/core/call";
import type { Stored } from "@/emulator/core/collection";
import { conflict, invalidParameter } from "@/emulator/core/errors";
import { arrayAnswer, listOfCompartment } from "@/emulator/core/listing";
import { members } from "@/emulator/core/members";
import type { Answer } from "@/emulator/core/operation";
import { checkedSecurityAttributes } from "@/emulator/core/security-attribute-rules";
import { tagMembers } from "@/emulator/core/tags";
import type { Cluster } from "@/emulator/core/tenancy";
import { startWorkRequest } from "@/emulator/core/work-requests";

const updateClusterDetails = v.object({
  ...tagMembers,
  name: v.nullish(v.string()),
  kubernetesVersion: v.nullish(v.string()),
});

const updateClusterEndpointConfigDetails = v.object({
  nsgIds: v.nullish(v.array(v.string())),
  isPublicIpEnabled: v.nullish(v.boolean()),
  securityAttributes: v.optional(v.unknown()),
});

const oldestZprMinor = 32;

export function listClusters(call: Call): Answer {
  const clusters = listOfCompartment(call, call.region.clusters, ["name", "lifecycleState"]);
  return arrayAnswer(call, clusters.map(summary));
}

export function getCluster(call: Call): Answer {
  const { value, etag } = find(call, call.region.clusters, pathParameter(call, "clusterId"));
  return { body: value, etag };
}

export function updateCluster(call: Call): Answer {
  const stored = findIdleCluster(call);
  const details = bodyOf(call, updateClusterDetails);
  return startClusterUpdate(call, stored.value, (cluster) => ({ ...cluster, ...members(details) }));
}

/**
 * What is left out stays as it is.
 * https://docs.oracle.com/en-us/iaas/api/#/en/containerengine/latest/Cluster/UpdateClusterEndpointConfig
 */
export function updateClusterEndpointConfig(call: Call): Answer {
  const stored = findIdleCluster(call);
  const { securityAttributes, ...details } = bodyOf(call, updateClusterEndpointConfigDetails);
  const present = stored.value.endpointConfig?.securityAttributes;
  const checked = checkedSecurityAttributes(call, present, securityAttributes, call.tenancy.settings.vnicCap);
  checkEligible(stored.value, checked);
  if (stored.value.endpointConfig == null)
    throw invalidParameter("The cluster's Kubernetes API endpoint is not in a VCN.");
  return startClusterUpdate(call, stored.value, (cluster) => ({
    ...cluster,
    endpointConfig: { ...cluster.endpointConfig, ...members({ ...details, securityAttributes: checked }) },
  }));
}

/** Throws 400 when security attributes are to be set where ZPR does not reach; taking them off is always allowed. */
export function checkEligible(cluster: Cluster, securityAttributes: object | undefined): void {
  if (Object.keys(securityAttributes ?? {}).length === 0) return;
  if (cluster.endpointConfig == null) {
    throw invalidParameter(
      "Security attributes are supported only for clusters with a VCN-native Kubernetes API endpoint.",
    );
  }
  if (cluster.clusterPodNetworkOptions?.some(({ cniType }) => cniType === "OCI_VCN_IP_NATIVE") !== true) {
    throw invalidParameter("Security attributes require the OCI VCN-Native Pod Networking CNI plugin.");
  }
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(cluster.kubernetesVersion ?? "") ?? [];
  if (Number(major) === 1 && Number(minor) < oldestZprMinor) {
    throw invalidParameter(`Security attributes require Kubernetes version 1.${oldestZprMinor} or later.`);
  }
}

/** Its lifecycle state says whether a work request is under way. */
function findIdleCluster(call: Call): Stored<Cluster> {
  const id = pathParameter(call, "clusterId");
  const stored = find(call, call.region.clusters, id);
  checkIfMatch(call, stored);
  if (stored.value.lifecycleState !== "ACTIVE") {
    throw conflict(`Cluster ${id} is in state ${stored.value.lifecycleState ?? "unknown"}.`);
  }
  return stored;
}

function startClusterUpdate(call: Call, cluster: Cluster, change: (cluster: Cluster) => Cluster): Answer {
  const { clusters } = call.region;
  const id = cluster.id ?? "";
  const amend = (next: (cluster: Cluster) => Cluster) => {
    const present = clusters.get(id);
    if (present !== null) clusters.amend({ ...next(present.value), lifecycleState: "ACTIVE" });
  };
  clusters.put({ ...cluster, lifecycleState: "UPDATING" });
  const opcWorkRequestId = startWorkRequest(call, {
    kind: "container-engine",
    operationType: "CLUSTER_UPDATE",
    compartmentId: cluster.compartmentId ?? "",
    resources: [{ entityType: "cluster", identifier: id, actionType: "UPDATED" }],
    apply: () => amend(change),
    release: () => amend((present) => present),
  });
  return { status: 202, opcWorkRequestId };
}

function summary(cluster: Cluster) {
  const {
    kmsKeyId: _key,
    openIdConnectDiscoveryKey: _oidcKey,
    openIdConnectDiscoveryEndpoint: _oidc,
    ...rest
  } = cluster;
  return rest;
}
