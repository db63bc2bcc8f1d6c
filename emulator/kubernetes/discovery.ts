import type { Cluster } from "@/emulator/core/tenancy";
import { apiVersionOf, resourceTypes } from "@/emulator/kubernetes/resource-types";

const groups = [...new Set(resourceTypes.map(({ group }) => group))].filter((group) => group !== "");

/**
 * What a client asks before anything else: the version, the groups, and the resources of each. Null for a path that is
 * none of these. `path` has no slash at the end.
 */
export function discoveryAnswer(path: string, cluster: Cluster): object | null {
  if (path === "/version") return versionOf(cluster);
  if (path === "/api") return { kind: "APIVersions", versions: ["v1"], serverAddressByClientCIDRs: [] };
  if (path === "/apis") return { kind: "APIGroupList", apiVersion: "v1", groups: groups.map(groupOf) };
  const group = groups.find((name) => path === `/apis/${name}`);
  if (group !== undefined) return { kind: "APIGroup", apiVersion: "v1", ...groupOf(group) };
  return resourceListOf(path);
}

/** Where a group's resources are: `/api/v1` or `/apis/storage.k8s.io/v1`. */
export function basePathOf(type: { readonly group: string; readonly version: string }): string {
  return `${type.group === "" ? "/api" : "/apis"}/${apiVersionOf(type)}`;
}

function versionOf({ kubernetesVersion }: Cluster) {
  const [, major = "1", minor = "33"] = /^v?(\d+)\.(\d+)/.exec(kubernetesVersion ?? "") ?? [];
  return { major, minor, gitVersion: kubernetesVersion ?? "", platform: "linux/amd64" };
}

function groupOf(name: string) {
  const versions = [...new Set(resourceTypes.filter(({ group }) => group === name).map(({ version }) => version))];
  const listed = versions.map((version) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions: listed, preferredVersion: listed[0] };
}

function resourceListOf(path: string): object | null {
  const types = resourceTypes.filter((type) => basePathOf(type) === path);
  const [first] = types;
  if (first === undefined) return null;
  return {
    kind: "APIResourceList",
    apiVersion: "v1",
    groupVersion: apiVersionOf(first),
    resources: types.map((type) => ({
      name: type.plural,
      singularName: type.singular,
      namespaced: type.isNamespaced,
      kind: type.kind,
      verbs: type.verbs,
      shortNames: type.shortNames,
    })),
  };
}
