import { gzipSync } from "node:zlib";
import * as v from "valibot";
import { scriptsOfPage } from "@/bench/scripts-of-page";
import { routes } from "@/lib/routes";
import { say } from "@/scripts/lib/say.mjs";
import { createTenancy, startConsole, startEmulator } from "@/scripts/lib/servers.mjs";

const budgetKb = 200;
const inventoryTimeoutMs = 30_000;

const clustersSchema = v.object({ items: v.array(v.object({ id: v.string(), nodePoolCount: v.number() })) });
const clusterSchema = v.object({ nodePools: v.array(v.object({ id: v.string() })) });
const policiesSchema = v.object({ items: v.array(v.object({ id: v.string() })) });
const inventorySchema = v.object({ state: v.string() });

/**
 * Prints the gzip JavaScript that each page loads first, read from the HTML of the built console. Throws when a page
 * is over the budget.
 */
export async function benchFirstLoad(): Promise<void> {
  const emulator = await startEmulator();
  const profile = await createTenancy(emulator.url, "acme");
  const server = await startConsole({ profile, emulatorUrl: emulator.url });
  try {
    const sizes = [];
    for (const [name, path] of await pages(server.url)) sizes.push({ name, kb: await firstLoadKb(server.url, path) });
    say(`First-load JavaScript, gzip, budget ${budgetKb} KB:`);
    for (const { name, kb } of sizes)
      say(`${kb.toFixed(1).padStart(8)} KB  ${name}${kb > budgetKb ? "  over budget" : ""}`);
    const over = sizes.filter(({ kb }) => kb > budgetKb).map(({ name }) => name);
    if (over.length > 0) throw new Error(`Over the budget of ${budgetKb} KB: ${over.join(", ")}.`);
  } finally {
    await server.stop();
    await emulator.stop();
  }
}

async function pages(url: string): Promise<readonly (readonly [name: string, path: string])[]> {
  await untilRead(url);
  const { items } = await get(`${url}/api/clusters`, clustersSchema);
  const cluster = items.find(({ nodePoolCount }) => nodePoolCount > 0);
  if (cluster === undefined) throw new Error("No cluster of the first page has a node pool.");
  const { nodePools } = await get(`${url}/api/clusters/${encodeURIComponent(cluster.id)}`, clusterSchema);
  const nodePool = nodePools[0];
  if (nodePool === undefined) throw new Error("The cluster shows no node pool.");
  const { items: policies } = await get(`${url}/api/zpr-policies`, policiesSchema);
  const policy = policies[0];
  if (policy === undefined) throw new Error("The tenancy shows no ZPR policy.");
  return [
    ["overview", routes.overview()],
    ["clusters", routes.clusters()],
    ["cluster", routes.cluster(cluster.id)],
    ["node pool", routes.nodePool(nodePool.id)],
    ["resources", routes.resources()],
    ["security attributes", routes.securityAttributes()],
    ["findings", routes.findings()],
    ["coverage", routes.coverage()],
    ["change plans", routes.changePlans()],
    ["new change plan", routes.newChangePlan()],
    ["ZPR policies", routes.zprPolicies()],
    ["map", routes.map()],
    ["trace", routes.trace()],
    ["ZPR policy", routes.zprPolicy(policy.id)],
    ["new ZPR policy", routes.newZprPolicy()],
    ["edit of a ZPR policy", routes.editZprPolicy(policy.id)],
  ];
}

async function untilRead(url: string): Promise<void> {
  const deadline = Date.now() + inventoryTimeoutMs;
  while ((await get(`${url}/api/inventory`, inventorySchema)).state !== "ready") {
    if (Date.now() > deadline) throw new Error(`The inventory was not read within ${inventoryTimeoutMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function firstLoadKb(url: string, path: string): Promise<number> {
  const scripts = scriptsOfPage(await text(`${url}${path}`));
  if (scripts.length === 0) throw new Error(`${path} names no script: the pattern no longer fits what Next serves.`);
  const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await text(`${url}${script}`)).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function get<S extends v.GenericSchema>(url: string, schema: S): Promise<v.InferOutput<S>> {
  return v.parse(schema, JSON.parse(await text(url)));
}

async function text(url: string): Promise<string> {
  const response = await fetch(url, { redirect: "error" });
  const body = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${body.slice(0, 200)}`);
  return body;
}
