import { chromium, type Page } from "@playwright/test";
import * as v from "valibot";
import { allowPageFunctions } from "@/bench/page-functions";
import { routes } from "@/lib/routes";
import { ensureChromium } from "@/scripts/lib/chromium.mjs";
import { say } from "@/scripts/lib/say.mjs";
import { createTenancy, startConsole, startEmulator } from "@/scripts/lib/servers.mjs";

/** Seventeen resources a cluster: 20,000 rows. */
const defaultClusters = 1_180;
const readingTimeoutMs = 480_000;
const maxMs = 100;
const rounds = 10;
/** Of the names of the tenancy: thousands of rows have each. */
const words = ["catalog", "ledger", "payments", "identity", "pricing"] as const;

const inventorySchema = v.object({ state: v.string(), counts: v.object({ resources: v.number() }) });

/** Runs in the page: how long from the next key or click until the table shows other rows. */
const watch = (): void => {
  const signature = (): string => {
    const table = document.querySelector("main table");
    return `${table?.getAttribute("aria-rowcount") ?? ""} ${table?.querySelector("tbody [data-index='0']")?.textContent ?? ""}`;
  };
  const before = signature();
  const begin = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    removeEventListener("keydown", begin, true);
    removeEventListener("click", begin, true);
    const start = performance.now();
    const look = (): void => {
      const isBusy = document.querySelector("main [aria-busy=true]") !== null;
      if (isBusy || signature() === before) requestAnimationFrame(look);
      // The frame that holds the rows has been painted when the next one begins.
      else requestAnimationFrame(() => Reflect.set(globalThis, "repaintMs", performance.now() - start));
    };
    requestAnimationFrame(look);
  };
  Reflect.deleteProperty(globalThis, "repaintMs");
  addEventListener("keydown", begin, true);
  addEventListener("click", begin, true);
};

async function repaint(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(watch);
  await act();
  const handle = await page.waitForFunction(() => Reflect.get(globalThis, "repaintMs") as number | undefined);
  return v.parse(v.number(), await handle.jsonValue());
}

function report(name: string, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const first = times[0] ?? 0;
  say(
    `${name}: median ${median.toFixed(0)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(0)} ms, the first ${first.toFixed(0)} ms`,
  );
  return median;
}

/**
 * Filters and sorts the resources of a large tenancy, all in one list that is scrolled, in Chromium, and prints how long
 * it takes from the key to the painted rows. The first word says how many clusters. Throws when a median is over 100 ms.
 */
export async function benchTables(asked: readonly string[]): Promise<void> {
  const clusters = Number(asked[0] ?? defaultClusters);
  const executablePath = await ensureChromium();
  const emulator = await startEmulator();
  const server = await startConsole({
    profile: await createTenancy(emulator.url, `scale:${clusters}`),
    emulatorUrl: emulator.url,
  });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    say(`${await resourcesRead(server.url)} resources`);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: server.url });
    await allowPageFunctions(page);
    await page.goto(routes.resources({ protected: "any", size: "all" }));
    await page.locator("[data-index='0'] th").waitFor();
    const box = page.getByRole("combobox", { name: "Filter resources" });
    const filters = [];
    const sorts = [];
    for (let round = 0; round < rounds; round += 1) {
      await box.fill(round % 2 === 0 ? `name:${words[round % words.length] ?? ""}` : "");
      filters.push(await repaint(page, () => box.press("Enter")));
      const column = ["Kind", "Cluster", "Region", "Attributes", "Name"][round % 5] ?? "Name";
      const head = page.getByRole("columnheader").getByRole("button", { name: column, exact: true });
      sorts.push(await repaint(page, () => head.click()));
    }
    const medians = [report("Filter", filters), report("Sort", sorts)];
    if (medians.some((median) => median > maxMs)) throw new Error(`A median is over ${maxMs} ms.`);
  } finally {
    await browser.close();
    await server.stop();
    await emulator.stop();
  }
}

async function resourcesRead(url: string): Promise<number> {
  const deadline = Date.now() + readingTimeoutMs;
  for (;;) {
    const response = await fetch(`${url}/api/inventory`);
    const { state, counts } = v.parse(inventorySchema, await response.json());
    if (state === "ready") return counts.resources;
    if (Date.now() > deadline) throw new Error(`The tenancy was not read within ${readingTimeoutMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
