import { performance } from "node:perf_hooks";
import { makeInventories } from "@/lib/inventory/inventories";
import { makeNodeReadings } from "@/lib/inventory/nodes/node-readings";
import type { NodesReading } from "@/lib/inventory/nodes/nodes-reading";
import { loadSdk } from "@/lib/oci/clients";
import { loadPrincipal } from "@/lib/oci/principal";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";

/**
 * The process that `bench/nodes.ts` measures: reads a tenancy, and then the nodes of its one cluster with their VNICs,
 * and prints one line of JSON about the second reading. It runs alone, so that its time is the reader's.
 */
const ociContext = { principal: loadPrincipal(process.env) };
await loadSdk();

const inventories = makeInventories({ derive: protectedResourcesFrom, now: Date.now });
const { inventory } = await inventories.viewWhen(ociContext, ({ finishedAt }) => finishedAt !== null, 120_000);
const cluster = inventory?.clusters[0];
if (inventory == null || cluster === undefined) throw new Error("The tenancy was not read.");

const readings: NodesReading[] = [];
const startedMs = performance.now();
const loopBefore = performance.eventLoopUtilization();
await makeNodeReadings({ now: Date.now, onRead: (_principal, reading) => void readings.push(reading) }).start(
  ociContext,
  inventory,
  { clusterId: cluster.id },
);
const wallMs = performance.now() - startedMs;
const { active } = performance.eventLoopUtilization(loopBefore);

const pools = readings.flatMap((reading) => [...reading.pools.values()]);
process.stdout.write(
  `${JSON.stringify({
    wallMs,
    busyMs: active,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    pools: pools.length,
    nodes: pools.reduce((sum, { nodes }) => sum + (nodes?.length ?? 0), 0),
    vnics: pools.reduce(
      (sum, { coverage }) => sum + coverage.filter(({ operation }) => operation === "getVnic").length,
      0,
    ),
    unread: pools.flatMap(({ coverage }) => coverage).filter(({ outcome }) => outcome !== "read").length,
  })}\n`,
);
process.exit(0);
