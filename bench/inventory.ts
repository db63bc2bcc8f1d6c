import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as v from "valibot";
import { say } from "@/scripts/lib/say.mjs";
import { consoleEnvironment, createTenancy, startConsole, startEmulator } from "@/scripts/lib/servers.mjs";

const seed = "scale:40";
/** Calls that the gateway has in flight for one service in one region (`lib/oci/http-options.ts`). */
const concurrency = 8;
/** Tenancy and compartments, then a list of node pools, then one pool: none can be asked for before the one before. */
const chain = 3;
const runs = 3;

const maxRatio = 1.3;
const maxRssMb = 400;
const maxFirstClustersMs = 1_500;

const measurementSchema = v.object({
  wallMs: v.number(),
  firstClustersMs: v.nullable(v.number()),
  /** How long the reader's one thread had something to do. */
  busyMs: v.number(),
  peakRssMb: v.number(),
  unread: v.number(),
  clusters: v.number(),
  nodePools: v.number(),
  nodes: v.number(),
  resources: v.number(),
});
const tenancySchema = v.object({ tenancyId: v.string(), configFile: v.string(), profile: v.string() });
const requestsSchema = v.array(v.object({ service: v.nullable(v.string()), region: v.nullable(v.string()) }));
const listSchema = v.object({ items: v.array(v.unknown()) });

type Tenancy = v.InferOutput<typeof tenancySchema>;

/**
 * Reads a large tenancy through the real SDK from an emulator that takes 30 ms over each call, or as many as the first
 * word says, and prints how long that took beside how long it must take at the least. Throws when a target is missed.
 */
export async function benchInventory(words: readonly string[]): Promise<void> {
  const latencyMs = Number(words[0] ?? 30);
  const emulator = await startEmulator();
  try {
    const tenancy = v.parse(tenancySchema, await createTenancy(emulator.url, seed));
    const control = `${emulator.url}/_control/tenancies/${tenancy.tenancyId}`;
    await send("POST", `${control}/faults`, { effect: { kind: "latency", ms: latencyMs } });
    const measured = [];
    for (let run = 0; run < runs; run += 1) {
      await send("DELETE", `${control}/requests`);
      measured.push(await collect(emulator.url, tenancy));
    }
    const requests = v.parse(requestsSchema, await send("GET", `${control}/requests`));
    const firstOnScreenMs = await firstClustersOfConsole(emulator.url, tenancy);
    const best = measured.toSorted((a, b) => a.wallMs - b.wallMs)[0];
    if (best === undefined) throw new Error("Nothing was measured.");
    report(best, requests, { latencyMs, firstOnScreenMs });
  } finally {
    await emulator.stop();
  }
}

async function collect(emulatorUrl: string, tenancy: Tenancy): Promise<v.InferOutput<typeof measurementSchema>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "bench/inventory-collector.ts"],
    { env: consoleEnvironment({ profile: tenancy, emulatorUrl, port: 0 }) },
  );
  return v.parse(measurementSchema, JSON.parse(stdout));
}

/** From the first request to a console that has just started until its list of clusters has a row. */
async function firstClustersOfConsole(emulatorUrl: string, tenancy: Tenancy): Promise<number> {
  const server = await startConsole({ profile: tenancy, emulatorUrl });
  try {
    const startedMs = performance.now();
    for (;;) {
      const { items } = v.parse(listSchema, await send("GET", `${server.url}/api/clusters`));
      if (items.length > 0) return performance.now() - startedMs;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await server.stop();
  }
}

function report(
  { wallMs, busyMs, peakRssMb, firstClustersMs, ...read }: v.InferOutput<typeof measurementSchema>,
  requests: v.InferOutput<typeof requestsSchema>,
  { latencyMs, firstOnScreenMs }: { readonly latencyMs: number; readonly firstOnScreenMs: number },
): void {
  const [busiest, busiestCalls] = busiestService(requests);
  const boundMs = (requests.length / concurrency + chain) * latencyMs;
  const ratio = wallMs / boundMs;
  const floorMs = Math.max((busiestCalls / concurrency + chain) * latencyMs, busyMs);
  const ms = (value: number) => `${Math.round(value)} ms`;
  say(`Reading ${seed} with ${latencyMs} ms a call, the best of ${runs}: ${JSON.stringify(read)}`);
  say(`  calls           ${requests.length}, of them ${busiestCalls} to ${busiest}`);
  say(`  wall time       ${ms(wallMs)}`);
  say(
    `  bound           ${ms(boundMs)}: ${requests.length} / ${concurrency} x ${latencyMs} ms, and a chain of ${chain}`,
  );
  say(`  ratio           ${ratio.toFixed(2)} (at most ${maxRatio})`);
  // Services and regions are read side by side, so less than the bound is possible; this is what no reader can beat.
  say(`  floor           ${ms(floorMs)}: the busiest service's calls alone, or the work on the reader's one thread`);
  say(`  ratio to it     ${(wallMs / floorMs).toFixed(2)} (no target)`);
  say(`  peak RSS        ${Math.round(peakRssMb)} MB (at most ${maxRssMb})`);
  say(`  first clusters  ${firstClustersMs === null ? "never" : ms(firstClustersMs)} in the reader`);
  say(`                  ${ms(firstOnScreenMs)} in a cold console (at most ${maxFirstClustersMs})`);
  const missed = [
    ...(ratio > maxRatio ? ["ratio"] : []),
    ...(peakRssMb > maxRssMb ? ["peak RSS"] : []),
    ...(firstOnScreenMs > maxFirstClustersMs ? ["first clusters"] : []),
    ...(read.unread > 0 ? ["scopes that were not read"] : []),
  ];
  if (missed.length > 0) throw new Error(`Missed: ${missed.join(", ")}.`);
}

/** The service and region with the most calls: no pass can be done before these are, eight at a time. */
function busiestService(requests: v.InferOutput<typeof requestsSchema>): readonly [name: string, calls: number] {
  const counts = new Map<string, number>();
  for (const { service, region } of requests) {
    counts.set(`${service} in ${region}`, (counts.get(`${service} in ${region}`) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ["none", 0];
}

async function send(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text.slice(0, 200)}`);
  return text === "" ? null : JSON.parse(text);
}
