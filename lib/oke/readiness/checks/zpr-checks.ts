import { attributesOf } from "@/lib/oke/carried-attributes";
import { ociCommand } from "@/lib/oke/oci-command";
import { readingFinding } from "@/lib/oke/readiness/checks/reading-finding";
import { found, type ReadinessFinding } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";

const enable = ({ tenancyId }: Pick<ReadinessInput, "tenancyId">) => ({
  text: "Have somebody who manages the tenancy enable ZPR. It cannot be disabled again, and nothing changes for what carries no attribute.",
  snippets: [
    {
      title: "Enable ZPR in the root compartment, in the home region",
      text: ociCommand("zpr configuration create", { "compartment-id": tenancyId, "zpr-status": "ENABLED" }),
    },
  ],
});

/** A tenancy that never enabled ZPR answers as if one might not look; the list of policies tells the two apart. */
export function zprEnabledCheck(
  input: Pick<ReadinessInput, "zprConfiguration" | "zprPolicies" | "tenancyId">,
): ReadinessFinding {
  const { zprConfiguration: configuration, zprPolicies: policies } = input;
  if (configuration.state === "read") {
    const { zprStatus } = configuration.value;
    const evidence = `OCI gives the tenancy's ZPR status as ${zprStatus}.`;
    if (zprStatus === "ENABLED") return found("pass", evidence, configuration.readAt);
    return found(zprStatus === "DISABLED" ? "fail" : "unknown", evidence, configuration.readAt, enable(input));
  }
  if (configuration.state !== "refused" || policies.state !== "read") {
    return configuration.state === "refused"
      ? found(
          "unknown",
          "ZPR is not enabled, or you may not look: OCI gives one answer for both.",
          configuration.readAt,
        )
      : readingFinding(configuration, "The settings of ZPR");
  }
  if (policies.value.length > 0) {
    const evidence = `The tenancy has ${policies.value.length} ZPR policies, which only one with ZPR enabled can have.`;
    return found("pass", evidence, policies.readAt);
  }
  return found("fail", "The tenancy has no ZPR configuration and no ZPR policy.", configuration.readAt, enable(input));
}

/** The location of every statement is an attribute of the VCN. */
export function vcnAttributeCheck({ cluster, vcns, times }: ReadinessInput): ReadinessFinding {
  const vcn = vcns.get(cluster.vcnId ?? "");
  if (vcn === undefined) {
    return found(
      "unknown",
      `The cluster's VCN ${cluster.vcnId ?? ""} could not be read.`.replace("  ", " "),
      times.vcn,
    );
  }
  const gone = vcn.securityAttributes.filter(({ verdict }) => ["deleted", "deleting"].includes(verdict.state));
  const remedy = {
    text: "Add one attribute to the VCN. It changes nothing until a statement names it, and needs permission to update the VCN.",
    snippets: [
      {
        title: "Add an attribute to the VCN; this replaces all that it carries",
        text: ociCommand("network vcn update", {
          region: cluster.region,
          "vcn-id": vcn.id,
          "security-attributes": { json: { "<namespace>": { "<key>": { value: "<value>", mode: "enforce" } } } },
        }),
      },
    ],
  };
  if (vcn.securityAttributes.length === 0) {
    return found("fail", `The VCN ${vcn.name} carries no security attribute.`, times.vcn, remedy);
  }
  const carried = vcn.securityAttributes.map((each) =>
    each.unreadable === null ? printAttribute(each) : each.namespace,
  );
  if (gone.length === vcn.securityAttributes.length) {
    return found(
      "fail",
      `The VCN ${vcn.name} carries ${carried.join(", ")}, which is deleted or being deleted.`,
      times.vcn,
      remedy,
    );
  }
  const states = vcn.securityAttributes
    .filter(({ verdict }) => verdict.state !== "ok")
    .map(({ verdict }) => verdict.reason);
  return found("pass", [`The VCN ${vcn.name} carries ${carried.join(", ")}.`, ...states].join(" "), times.vcn);
}

const unusable = ["deleted", "deleting", "retired"];

/** There must be something to choose from, and nothing that the cluster carries may have gone. */
export function namespacesCheck({ surfaces, catalog, tenancyId, times }: ReadinessInput): ReadinessFinding {
  const carried = surfaces.flatMap(attributesOf);
  const gone = carried.filter(({ verdict }) => unusable.includes(verdict.state));
  if (gone.length > 0) {
    const names = [...new Set(gone.map(({ namespace, key, verdict }) => `${namespace}.${key} (${verdict.state})`))];
    return found("fail", `The cluster carries ${names.join(", ")}.`, times.catalog, {
      text: "Remove these attributes from the resources that carry them, or replace them with current ones. The Security tab shows where.",
      snippets: [],
    });
  }
  const active = catalog.namespaces.filter(
    ({ isRetired, lifecycleState, definitions }) =>
      !isRetired &&
      lifecycleState === "ACTIVE" &&
      definitions.some((each) => !each.isRetired && each.lifecycleState === "ACTIVE"),
  );
  const doubtful = carried.filter(({ verdict }) => verdict.state === "unknown");
  if (doubtful.length > 0) {
    const names = [...new Set(doubtful.map(({ namespace, key }) => `${namespace}.${key}`))];
    return found("unknown", `Of ${names.join(", ")} nobody could say whether they are current.`, times.catalog);
  }
  if (active.length > 0) {
    const names = active.slice(0, 5).map(({ name }) => name);
    const more = active.length > 5 ? ` and ${active.length - 5} more` : "";
    return found("pass", `Active namespaces: ${names.join(", ")}${more}.`, times.catalog);
  }
  if (!catalog.isNamespaceListComplete || catalog.gaps.length > 0) {
    return found("unknown", "The namespaces could not be read to the end.", times.catalog);
  }
  return found("fail", "There is no active namespace with an active attribute that you can see.", times.catalog, {
    text: "Create a namespace and an attribute in it, or have somebody let you inspect those that exist.",
    snippets: [
      {
        title: "Create a namespace, in the home region",
        text: ociCommand("security-attribute security-attribute-namespace create", {
          "compartment-id": tenancyId,
          name: "<namespace>",
          description: "<description>",
        }),
      },
    ],
  });
}
