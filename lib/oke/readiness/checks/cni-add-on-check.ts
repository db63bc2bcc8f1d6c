import type { Addon, AddonOption } from "@/lib/oke/cluster";
import { ociCommand } from "@/lib/oke/oci-command";
import { compareAddonVersions } from "@/lib/oke/readiness/addon-version";
import { readingFinding } from "@/lib/oke/readiness/checks/reading-finding";
import { found, type ReadinessFinding, type Remedy } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";

// Oracle does not publish the add-on's literal name, so it is found by its words.
const isCniAddon = ({ name }: Pick<Addon, "name">) =>
  /vcn.*(native|ip)|native.*vcn/i.test(name) && !/ingress/i.test(name);

/** The newest version that OKE offers and has not taken back; `null` where that is not known. */
function newestOf({ addonOptions }: ReadinessInput, name: string): string | null {
  if (addonOptions.state !== "read") return null;
  const option = addonOptions.value.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const offered = (option?.versions ?? []).filter(({ status }) => status === "ACTIVE" || status === "DEPRECATED");
  const versions = offered.flatMap(({ versionNumber }: AddonOption["versions"][number]) => versionNumber ?? []);
  return versions.toSorted(compareAddonVersions).at(-1) ?? null;
}

/** From this version on nodes that run keep the plugin that they were started with. */
const onDelete =
  "From version 2.3.0 on, nodes that run keep the version that they were started with: replace them afterwards.";

function updateTo({ cluster }: ReadinessInput, { name }: Addon, version: string): Remedy {
  return {
    text: `Update the add-on; older versions may come from before ZPR was offered for Kubernetes Engine. ${onDelete}`,
    snippets: [
      {
        title: "Update the add-on",
        text: ociCommand("ce cluster update-addon", {
          region: cluster.region,
          "cluster-id": cluster.id,
          "addon-name": name,
          "addon-version": version,
        }),
      },
    ],
  };
}

const installedOf = ({ currentInstalledVersion, version }: Addon): string | null => currentInstalledVersion ?? version;

function versionFinding(input: ReadinessInput, addon: Addon, readAt: string): ReadinessFinding {
  const installed = installedOf(addon);
  const newest = newestOf(input, addon.name);
  const state = addon.lifecycleState === "ACTIVE" ? "" : ` Its state is ${addon.lifecycleState}.`;
  const is = `${addon.name} ${installed ?? "in a version that OCI does not name"} is installed.${state}`;
  const kubernetes = input.cluster.kubernetesVersion ?? "the cluster's version";
  const isOlder = installed !== null && newest !== null && compareAddonVersions(installed, newest) < 0;
  const offer =
    newest === null
      ? "Which versions OKE offers could not be read."
      : isOlder
        ? `OKE offers ${newest} for Kubernetes ${kubernetes}.`
        : `No newer one is offered for Kubernetes ${kubernetes}.`;
  const rule =
    "Oracle publishes no minimum: a node that started with attributes on the VNICs of its pods would prove it, and none has been read.";
  const remedy = isOlder
    ? updateTo(input, addon, newest)
    : {
        text: `Read the nodes of the cluster, or start a node in a pool with such attributes. ${onDelete}`,
        snippets: [],
      };
  return found("unknown", `${is} ${offer} ${rule}`, readAt, remedy);
}

/**
 * OKE refuses the attributes, or the start of a node with them, where the add-on is too old, and Oracle publishes no
 * minimum. So a node that was started with its pool's attributes is the one thing that passes; the version and what OKE
 * offers are shown, and decide nothing.
 */
export function cniAddonCheck(input: ReadinessInput): ReadinessFinding {
  const { cluster, addons, launched, times } = input;
  const types = cluster.clusterPodNetworkOptions.map(({ cniType }) => cniType);
  if (types.includes("FLANNEL_OVERLAY") && !types.includes("OCI_VCN_IP_NATIVE")) {
    return found("does-not-apply", "The cluster does not use the VCN-native CNI plugin.", times.cluster);
  }
  const addon = addons.state === "read" ? addons.value.find((each) => isCniAddon(each)) : undefined;
  if (launched !== null) {
    const version = addon === undefined ? null : installedOf(addon);
    const now = addon === undefined || version === null ? "" : ` ${addon.name} ${version} is installed now.`;
    const evidence = `${launched.nodeName} of the node pool ${launched.poolName} runs with the pool's attributes on the VNICs of its pods, which OKE does not let a node start with where the add-on is too old.${now}`;
    return found("pass", evidence, launched.readAt);
  }
  if (addons.state !== "read") return readingFinding(addons, "The cluster's add-ons");
  if (addon === undefined) {
    const evidence = "The VCN-native CNI plugin is not among the cluster's add-ons, so its version is not known.";
    return found("unknown", evidence, addons.readAt);
  }
  return versionFinding(input, addon, addons.readAt);
}
