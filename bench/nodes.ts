import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as v from "valibot";
import { say } from "@/scripts/lib/say.mjs";
import { consoleEnvironment, createTenancy, startEmulator } from "@/scripts/lib/servers.mjs";

const seed = "fleet:25";
/** Calls that the gateway has in flight for one service in one region (`lib/oci/http-options.ts`). */
const concurrency = 8;
const runs = 3;
const maxRatio = 1.3;

const measurementSchema = v.object({
  wallMs: v.number(),
  /** How long the reader's one thread had something to do. */
  busyMs: v.number(),
  peakRssMb: v.number(),
  pools: v.number(),
  nodes: v.number(),
  vnics: v.number(),
  unread: v.number(),
});
type Measurement = v.InferOutput<typeof measurementSchema>;
const tenancySchema = v.object({ tenancyId: v.string(), configFile: v.string(), profile: v.string() });

/**
 * Reads the VNICs of a thousand nodes through the real SDK from an emulator that takes 30 ms over each call, or as many
 * as the first word says, and prints how long that took beside how long it must take at the least. Throws when the
 * target is missed.
 */
export async function benchNodes(words: readonly string[]): Promise<void> {
  const latencyMs = Number(words[0] ?? 30);
  const emulator = await startEmulator();
  try {
    const tenancy = v.parse(tenancySchema, await createTenancy(emulator.url, seed));
    const faults = `${emulator.url}/_control/tenancies/${tenancy.tenancyId}/faults`;
    const added = await fetch(faults, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ effect: { kind: "latency", ms: latencyMs } }),
    });
    if (!added.ok) throw new Error(`The emulator answered ${added.status}.`);
    const measured: Measurement[] = [];
    for (let run = 0; run < runs; run += 1) measured.push(await read(emulator.url, tenancy));
    const best = measured.toSorted((a, b) => a.wallMs - b.wallMs)[0];
    if (best === undefined) throw new Error("Nothing was measured.");
    report(best, latencyMs);
  } finally {
    await emulator.stop();
  }
}

async function read(emulatorUrl: string, profile: v.InferOutput<typeof tenancySchema>): Promise<Measurement> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "bench/nodes-reader.ts"],
    { env: consoleEnvironment({ profile, emulatorUrl, port: 0 }) },
  );
  return v.parse(measurementSchema, JSON.parse(stdout));
}

function report({ wallMs, busyMs, peakRssMb, unread, ...counts }: Measurement, latencyMs: number): void {
  const boundMs = (counts.vnics / concurrency) * latencyMs;
  const ratio = wallMs / boundMs;
  const ms = (value: number) => `${Math.round(value)} ms`;
  say(`Reading the nodes of ${seed} with ${latencyMs} ms a call, the best of ${runs}: ${JSON.stringify(counts)}`);
  say(`  wall time    ${ms(wallMs)}`);
  say(`  lower bound  ${ms(boundMs)} of waiting: ${counts.vnics} getVnic / ${concurrency} x ${latencyMs} ms`);
  say(`  work         ${ms(busyMs)} on the reader's one thread`);
  say(`  ratio        ${ratio.toFixed(2)} (at most ${maxRatio})`);
  say(`  peak RSS     ${Math.round(peakRssMb)} MB`);
  const missed = [...(ratio > maxRatio ? ["ratio"] : []), ...(unread > 0 ? [`${unread} scopes not read`] : [])];
  if (missed.length > 0) throw new Error(`Missed: ${missed.join(", ")}.`);
}
