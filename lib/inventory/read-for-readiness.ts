import "server-only";
import type { Readings } from "@/lib/inventory/current-readings";
import type { Inventory } from "@/lib/inventory/inventory";
import type { PoolReading } from "@/lib/inventory/nodes/nodes-reading";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { launchedNode } from "@/lib/inventory/projections/launched-node";
import type { LazyReadiness } from "@/lib/inventory/projections/readiness-input";
import type { OciContext } from "@/lib/oci/clients";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { policyCompartmentsOf } from "@/lib/oke/readiness/iam-needs";
import { notAsked } from "@/lib/oke/readiness/reading";

/** How long a page waits; what has not come by then is "not read yet", and the page asks again. */
const patienceMs = 8_000;

export type ReadinessReading = {
  readonly lazy: LazyReadiness;
  /** Some of it is still being read. */
  readonly isReading: boolean;
};

/** Reads what readiness needs besides the inventory: add-ons, ZPR's settings and policies, IAM policies up the path, groups. */
export async function readForReadiness(
  readings: Readings,
  ociContext: OciContext,
  {
    inventory,
    clusterId,
    namespaces,
    isAnew,
    poolReading = () => null,
  }: {
    readonly inventory: Inventory;
    readonly clusterId: string;
    /** Namespaces that were chosen besides those that the cluster carries. */
    readonly namespaces: readonly string[];
    readonly isAnew: boolean;
    /** What has been read of the nodes of a pool, by its OCID; nothing of it is read here. */
    readonly poolReading?: (nodePoolId: string) => PoolReading | null;
  },
): Promise<ReadinessReading> {
  const { principal } = ociContext;
  const index = indexOf(inventory);
  const cluster = index.clusters.get(clusterId);
  const home = { region: inventory.homeRegion };
  const addonsAt = { region: cluster?.region ?? inventory.homeRegion, clusterId };
  const kubernetesVersion = cluster?.kubernetesVersion ?? null;
  const optionsAt = kubernetesVersion === null ? null : { region: addonsAt.region, kubernetesVersion };
  const carried = (index.resourcesOfCluster.get(clusterId) ?? [])
    .flatMap(attributesOf)
    .map(({ namespace }) => namespace);
  const tenancyId = inventory.tenancy.id;
  const compartmentIds = policyCompartmentsOf(
    { catalog: inventory.catalog, compartments: inventory.compartments, tenancyId },
    [...new Set([...carried, ...namespaces])],
  );
  // A session token does not name its user to the console.
  const ofUser = principal.userId === null ? null : { ...home, tenancyId, userId: principal.userId };
  const options = { isAnew };
  const reads = Promise.all([
    readings.addons.read(ociContext, addonsAt, options),
    optionsAt === null ? null : readings.addonOptions.read(ociContext, optionsAt, options),
    readings.zprConfiguration.read(ociContext, home, options),
    readings.zprPolicies.read(ociContext, home, options),
    ofUser === null ? null : readings.groupsOfUser.read(ociContext, ofUser, options),
    ...compartmentIds.map((compartmentId) =>
      readings.iamPolicies.read(ociContext, { ...home, compartmentId }, options),
    ),
  ]);
  const timeout = AbortSignal.timeout(patienceMs);
  const isDone = await Promise.race([
    reads.then(() => true),
    new Promise<false>((resolve) => timeout.addEventListener("abort", () => resolve(false), { once: true })),
  ]);
  return {
    isReading: !isDone,
    lazy: {
      addons: readings.addons.peek(principal, addonsAt),
      addonOptions: optionsAt === null ? notAsked : readings.addonOptions.peek(principal, optionsAt),
      launched: launchedNode(inventory, clusterId, poolReading),
      zprConfiguration: readings.zprConfiguration.peek(principal, home),
      zprPolicies: readings.zprPolicies.peek(principal, home),
      iamPolicies: (compartmentId) => readings.iamPolicies.peek(principal, { ...home, compartmentId }),
      memberOf: ofUser === null ? notAsked : readings.groupsOfUser.peek(principal, ofUser),
    },
  };
}
