import { hclText, visibleJson } from "@/lib/oke/quoting";
import { resourceKindFacts, type ResourceKind } from "@/lib/oke/resource-kind";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type Named = {
  readonly resourceId: string;
  readonly kind: ResourceKind;
  readonly displayName: string;
  readonly region: string;
};

/** One resource of a plan, with its set afterwards. */
export type PlanTerraformStep = Named & {
  readonly isManifest: boolean;
  readonly after: readonly SecurityAttribute[];
};

/** A name on one line, whatever it holds: it may stand in a comment of a shell or of Terraform. */
export const planCodeHead = ({ kind, displayName, region, resourceId }: Named): string =>
  `${visibleJson(displayName)}, ${resourceKindFacts[kind].label}, ${visibleJson(region)}, ${visibleJson(resourceId)}`;

/** Where the argument stands in the resources of Oracle's Terraform provider. */
const terraformPlace: Record<ResourceKind, string> = {
  "cluster-endpoint": "oci_containerengine_cluster, block endpoint_config",
  "node-pool-primary-vnic": "oci_containerengine_node_pool, block primary_vnic",
  "node-pool-secondary-vnics": "oci_containerengine_node_pool, create_vnic_details of every block secondary_vnics",
  "load-balancer": "oci_load_balancer_load_balancer",
  "network-load-balancer": "oci_network_load_balancer_network_load_balancer",
  "mount-target": "oci_file_storage_mount_target",
  vcn: "oci_core_vcn",
};

/** The provider's flat form of a set: `"namespace.key.value"` and `"namespace.key.mode"`. */
const argumentOf = (set: readonly SecurityAttribute[]): string => {
  if (set.length === 0) return "security_attributes = {}";
  const lines = set.flatMap(({ namespace, key, value, mode }) => [
    `  ${hclText(`${namespace}.${key}.value`)} = ${hclText(value)}`,
    ...(mode === null ? [] : [`  ${hclText(`${namespace}.${key}.mode`)} = ${hclText(mode)}`]),
  ]);
  return `security_attributes = {\n${lines.join("\n")}\n}`;
};

/**
 * The sets after the plan as arguments of Oracle's Terraform provider, for the resources that it manages. What cannot be
 * written in its form is said in place of the argument.
 * https://docs.oracle.com/en-us/iaas/tools/terraform-provider-oci/latest/
 */
export function planAsTerraform(steps: readonly PlanTerraformStep[]): string {
  return steps
    .map((step) => {
      const head = `# ${planCodeHead(step)}`;
      if (step.isManifest) return `${head}\n# A Kubernetes manifest owns this set: it is not written with Terraform.`;
      if (step.after.some(({ unreadable, otherMembers }) => unreadable !== null || otherMembers.length > 0)) {
        return `${head}\n# It carries an entry that the provider has no form for.`;
      }
      return `${head}\n# In ${terraformPlace[step.kind]}:\n${argumentOf(step.after)}`;
    })
    .join("\n\n")
    .concat("\n");
}
