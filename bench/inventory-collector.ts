import { performance } from "node:perf_hooks";
import { makeInventories } from "@/lib/inventory/inventories";
import { loadSdk } from "@/lib/oci/clients";
import { loadPrincipal } from "@/lib/oci/principal";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";

/**
 * The process that `bench/inventory.ts` measures: reads a tenancy once, as a console does that is looked at for the
 * first time, and prints one line of JSON. It runs alone, so that its time and memory are the collector's.
 */
const ociContext = { principal: loadPrincipal(process.env) };
// A console does so when it starts, before anybody looks.
await loadSdk();

const inventories = makeInventories({ derive: protectedResourcesFrom, now: Date.now });
const startedMs = performance.now();
const loopBefore = performance.eventLoopUtilization();
let firstClustersMs: number | null = null;

const { inventory, problem } = await inventories.viewWhen(
  ociContext,
  ({ clusters, finishedAt }) => {
    if (clusters.length > 0) firstClustersMs ??= performance.now() - startedMs;
    return finishedAt !== null;
  },
  120_000,
);
if (inventory?.finishedAt == null) throw new Error(`The tenancy was not read: ${JSON.stringify(problem)}`);

const wallMs = performance.now() - startedMs;
const { active } = performance.eventLoopUtilization(loopBefore);
process.stdout.write(
  `${JSON.stringify({
    wallMs,
    firstClustersMs,
    busyMs: active,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    unread: inventory.coverage.filter(({ outcome }) => outcome !== "read").length,
    clusters: inventory.clusters.length,
    nodePools: inventory.nodePools.length,
    nodes: inventory.nodePools.reduce((sum, { nodes }) => sum + (nodes?.length ?? 0), 0),
    resources: inventory.resources.length,
  })}\n`,
);
process.exit(0);
