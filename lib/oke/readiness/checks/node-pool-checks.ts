import type { Addon } from "@/lib/oke/cluster";
import { isLegacyNodePool } from "@/lib/oke/eligibility";
import type { NodePool } from "@/lib/oke/node-pool";
import { readingFinding } from "@/lib/oke/readiness/checks/reading-finding";
import { found, type ReadinessFinding } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";

const nameOf = ({ id, name }: Pick<NodePool, "id" | "name">) => name ?? id;
const named = (names: readonly string[]) => `${names.slice(0, 5).join(", ")}${names.length > 5 ? " and more" : ""}`;

const counted = (count: number, noun: string, names: readonly string[]): readonly string[] =>
  count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"} (${named(names)})`];

/** Virtual pools cannot carry attributes at all, pools of the older sort not those of pods. */
export function nodePoolKindsCheck(input: ReadinessInput): ReadinessFinding {
  const { nodePools, virtualNodePools, areNodePoolsComplete, times } = input;
  const legacy = nodePools.filter(isLegacyNodePool).map(nameOf);
  const managed = nodePools.filter((pool) => !isLegacyNodePool(pool)).map(nameOf);
  const virtual = virtualNodePools.map(({ id, displayName }) => displayName ?? id);
  const parts = [
    ...counted(managed.length, "managed node pool", managed),
    ...counted(legacy.length, "pool of the older pod networking", legacy),
    ...counted(virtual.length, "virtual node pool", virtual),
  ];
  const evidence = `${parts.join("; ")}. Self-managed nodes are not looked for here; they can carry attributes.`;
  if (legacy.length + virtual.length > 0) {
    return found("fail", evidence, times.nodePools, {
      text: [
        ...(virtual.length > 0 ? ["Move what needs attributes from virtual nodes to a managed node pool."] : []),
        ...(legacy.length > 0
          ? [
              "Attributes of pods need a new node pool that is created with secondary VNICs; those of the nodes themselves can be set.",
            ]
          : []),
      ].join(" "),
      snippets: [],
    });
  }
  if (!areNodePoolsComplete) {
    return found("unknown", "Not every list of node pools could be read.", times.nodePools);
  }
  if (managed.length === 0) {
    return found(
      "does-not-apply",
      "The cluster has no node pool. Self-managed nodes are not looked for here.",
      times.nodePools,
    );
  }
  return found("pass", evidence, times.nodePools);
}

// Oracle does not publish the add-on's literal name, so it is found by its words.
const isCniAddon = ({ name }: Addon) => /vcn.*(native|ip)|native.*vcn/i.test(name) && !/ingress/i.test(name);

/** The installed version is shown; which one is enough, Oracle does not say, so this is never a pass. */
export function cniAddonCheck({ cluster, addons, times }: ReadinessInput): ReadinessFinding {
  const types = cluster.clusterPodNetworkOptions.map(({ cniType }) => cniType);
  if (types.includes("FLANNEL_OVERLAY") && !types.includes("OCI_VCN_IP_NATIVE")) {
    return found("does-not-apply", "The cluster does not use the VCN-native CNI plugin.", times.cluster);
  }
  if (addons.state !== "read") return readingFinding(addons, "The cluster's add-ons");
  const addon = addons.value.find(isCniAddon);
  if (addon === undefined) {
    const evidence = "The VCN-native CNI plugin is not among the cluster's add-ons, so its version is not known.";
    return found("unknown", evidence, addons.readAt);
  }
  const version = addon.currentInstalledVersion ?? addon.version ?? "a version that OCI does not name";
  const state = addon.lifecycleState === "ACTIVE" ? "" : ` Its state is ${addon.lifecycleState}.`;
  const evidence = `${addon.name} ${version} is installed.${state} Whether that is new enough, only OKE's own check tells.`;
  return found("unknown", evidence, addons.readAt, {
    text: `Compare ${version} with the newest that OKE offers for ${cluster.kubernetesVersion ?? "the cluster's version"}, update the add-on if it is older, and replace the nodes: from version 2.3.0 on, nodes that run keep the version they were started with.`,
    snippets: [],
  });
}
