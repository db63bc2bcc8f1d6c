import "server-only";
import type { Readings } from "@/lib/inventory/current-readings";
import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type { LazyReadiness } from "@/lib/inventory/projections/readiness-input";
import type { OciContext } from "@/lib/oci/clients";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { policyCompartmentsOf } from "@/lib/oke/readiness/iam-needs";

/** How long a page waits; what has not come by then is "not read yet", and the page asks again. */
const patienceMs = 8_000;

export type ReadinessReading = {
  readonly lazy: LazyReadiness;
  /** Some of it is still being read. */
  readonly isReading: boolean;
};

/** Reads what readiness needs besides the inventory: add-ons, ZPR's settings and policies, IAM policies up the path. */
export async function readForReadiness(
  readings: Readings,
  ociContext: OciContext,
  {
    inventory,
    clusterId,
    namespaces,
    isAnew,
  }: {
    readonly inventory: Inventory;
    readonly clusterId: string;
    /** Namespaces that were chosen besides those that the cluster carries. */
    readonly namespaces: readonly string[];
    readonly isAnew: boolean;
  },
): Promise<ReadinessReading> {
  const { principal } = ociContext;
  const index = indexOf(inventory);
  const cluster = index.clusters.get(clusterId);
  const home = { region: inventory.homeRegion };
  const addonsAt = { region: cluster?.region ?? inventory.homeRegion, clusterId };
  const carried = (index.resourcesOfCluster.get(clusterId) ?? [])
    .flatMap(attributesOf)
    .map(({ namespace }) => namespace);
  const tenancyId = inventory.tenancy.id;
  const compartmentIds = policyCompartmentsOf(
    { catalog: inventory.catalog, compartments: inventory.compartments, tenancyId },
    [...new Set([...carried, ...namespaces])],
  );
  const options = { isAnew };
  const reads = Promise.all([
    readings.addons.read(ociContext, addonsAt, options),
    readings.zprConfiguration.read(ociContext, home, options),
    readings.zprPolicies.read(ociContext, home, options),
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
      zprConfiguration: readings.zprConfiguration.peek(principal, home),
      zprPolicies: readings.zprPolicies.peek(principal, home),
      iamPolicies: (compartmentId) => readings.iamPolicies.peek(principal, { ...home, compartmentId }),
    },
  };
}
