import "server-only";
import pLimit from "p-limit";
import type { ClusterDeclaration } from "@/lib/inventory/declaration";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { hostsOf, untiedMountTargets } from "@/lib/inventory/mount-target-hosts";
import { ownerUidsOf, resourceStandings, type ResourceStanding } from "@/lib/inventory/resource-standings";
import { KubernetesRequestError } from "@/lib/kubernetes/kubernetes-error";
import type { BoundedList } from "@/lib/kubernetes/lists";
import {
  listEvents,
  listFileStorageClasses,
  listFileStorageVolumes,
  listIngressClasses,
  listLoadBalancerServices,
} from "@/lib/kubernetes/objects";
import type { OciContext } from "@/lib/oci/clients";
import { ociErrorFrom } from "@/lib/oci/errors";
import { getPrivateIp } from "@/lib/oci/network";
import type { KubernetesList, KubernetesLists } from "@/lib/oke/declared-setting";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import { balancedObjects } from "@/lib/oke/unstored-declaration";

type Cluster = Inventory["clusters"][number];
type Problem = NonNullable<CoverageEntry["problem"]>;

/** Resources that are looked into at most: those of a cluster in which nothing is applied tell the same story. */
const maxDiffering = 40;
const concurrency = 4;

/** Answers that mean "not for you"; everything else that is not an answer is a failure. */
const refusals: readonly string[] = [
  "forbidden",
  "unauthorized",
  "not-found",
  "NotAuthorizedOrNotFound",
  "NotAuthorized",
  "NotAllowed",
  "NotAuthenticated",
  "NotFound",
];

const problemFrom = (thrown: unknown, operation: string): Problem => {
  if (thrown instanceof KubernetesRequestError) {
    return { code: thrown.code, message: thrown.message, opcRequestId: null };
  }
  const { code, message, opcRequestId } = ociErrorFrom(thrown, { operation, isWrite: false, wasSent: true });
  return { code, message, opcRequestId };
};

const tooLong: Problem = {
  code: "TooLong",
  message: "The list is longer than this console reads; what is not in the part that was read may still be there.",
  opcRequestId: null,
};

/** Reads a list, of the cluster unless something else is named, and writes down how that went; never throws. */
type Reader = <T>(
  operation: string,
  read: () => Promise<BoundedList<T>>,
  target?: string,
) => Promise<KubernetesList<T>>;

function makeReader({ id, region }: Cluster, now: () => number, coverage: CoverageEntry[]): Reader {
  return async (operation, read, target = id) => {
    const startedMs = now();
    const note = (count: number, problem: Problem | null) => {
      const refusedOrFailed = refusals.includes(problem?.code ?? "") ? "refused" : "failed";
      coverage.push({
        operation,
        region,
        compartmentId: null,
        target,
        outcome: problem === null ? "read" : refusedOrFailed,
        readAt: new Date(startedMs).toISOString(),
        durationMs: now() - startedMs,
        count,
        problem,
      });
    };
    try {
      const { items, isComplete } = await read();
      const problem = isComplete ? null : tooLong;
      note(items.length, problem);
      return { items, problem };
    } catch (thrown) {
      const problem = problemFrom(thrown, operation);
      note(0, problem);
      return { items: [], problem };
    }
  };
}

/** Objects whose events say why a resource is not as declared. A StorageClass has no controller that reports on it. */
const objectsToExplain = (differing: readonly ResourceStanding[]) => [
  ...new Map(
    differing.flatMap(({ lookup }) => {
      if (lookup.type !== "found" || lookup.setting.object.kind === "StorageClass") return [];
      const { object, uid } = lookup.setting;
      return [[uid, { ...object, uid }] as const];
    }),
  ).values(),
];

/** Objects of which no resource is among those that were read: what their controllers report is all there is. */
const unowned = (lists: KubernetesLists, standings: readonly ResourceStanding[]) => {
  const uids = ownerUidsOf(standings);
  return balancedObjects(lists)
    .filter(({ uid }) => !uids.has(uid))
    .map(({ kind, namespace, name, uid }) => ({ kind, namespace, name, uid }));
};

type Asking = { readonly inventory: Inventory; readonly cluster: Cluster; readonly read: Reader };

/** One call an address. */
async function readHosts(
  context: OciContext,
  { inventory, cluster: { region }, read }: Asking,
  privateIpIds: readonly string[],
): Promise<readonly string[]> {
  const lists = privateIpIds.map((privateIpId) => {
    const hosts = async () => {
      const privateIp = await getPrivateIp(context, { region, privateIpId });
      return { items: hostsOf(inventory, privateIp), isComplete: true };
    };
    return read("getPrivateIp", hosts, privateIpId);
  });
  return (await Promise.all(lists)).flatMap(({ items }) => items);
}

export type ReadDeclaredOptions = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Puts what a resource stores now into the inventory. */
  readonly readStored: (context: OciContext, inventory: Inventory, resourceId: string) => Promise<void>;
};

/**
 * Reads what the manifests of one cluster declare. Of the resources that are not in step it also reads what they store
 * now, because an inventory may be minutes old, and what the controllers reported, as of the objects that own none of
 * the resources; of mount targets that nothing else ties to a volume, the addresses. Never throws: what could not be
 * read stands in the coverage.
 */
export async function readDeclared(
  context: OciContext,
  inventory: Inventory,
  cluster: Cluster,
  { now, readStored }: ReadDeclaredOptions,
): Promise<ClusterDeclaration> {
  const startedAt = new Date(now()).toISOString();
  const coverage: CoverageEntry[] = [];
  const read = makeReader(cluster, now, coverage);
  const [services, ingressClasses, storageClasses, persistentVolumes] = await Promise.all([
    read("listServices", () => listLoadBalancerServices(context, cluster)),
    read("listIngressClasses", () => listIngressClasses(context, cluster)),
    read("listStorageClasses", () => listFileStorageClasses(context, cluster)),
    read("listPersistentVolumes", () => listFileStorageVolumes(context, cluster)),
  ]);
  const lists = { services, ingressClasses, storageClasses, persistentVolumes };
  const limit = pLimit(concurrency);
  const untied = untiedMountTargets(inventory, cluster, lists).map(({ id, privateIpIds }) =>
    limit(async () => [id, await readHosts(context, { inventory, cluster, read }, privateIpIds)] as const),
  );
  const hosts = new Map(await Promise.all(untied));
  const listed = {
    lists,
    hosts,
    events: new Map<string, readonly KubernetesEvent[]>(),
    finishedAt: new Date(now()).toISOString(),
  };
  const standings = resourceStandings(inventory, cluster, listed);
  const differing = standings
    .filter(({ lookup, standing }) => lookup.type === "found" && standing.state !== "in-step")
    .slice(0, maxDiffering);
  const stored = differing.map(({ resource }) => limit(() => readStored(context, inventory, resource.id)));
  const objects = [...objectsToExplain(differing), ...unowned(lists, standings).slice(0, maxDiffering)];
  const events = objects.map((object) =>
    limit(async () => {
      const { items, problem } = await read("listEvents", () => listEvents(context, cluster, object));
      // An object whose events could not be read has no entry: that it has none would be another answer.
      return problem !== null && items.length === 0 ? [] : [[object.uid, items] as const];
    }),
  );
  await Promise.all(stored);
  return {
    clusterId: cluster.id,
    startedAt,
    finishedAt: new Date(now()).toISOString(),
    isOfWholeInventory: inventory.finishedAt !== null,
    lists,
    hosts,
    events: new Map((await Promise.all(events)).flat()),
    coverage,
  };
}
