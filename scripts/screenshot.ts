import { mkdirSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { ensureChromium } from "@/scripts/lib/chromium.mjs";
import { repositoryPath } from "@/scripts/lib/repository.mjs";
import { say } from "@/scripts/lib/say.mjs";
import { createTenancy, startConsole, startEmulator } from "@/scripts/lib/servers.mjs";
import { ensureBuilt } from "@/scripts/lib/set-up.mjs";

// `npm run screenshot`: the README's pictures, of the demo's tenancy: its first stale cluster, and the map around an endpoint.
const themes = ["light", "dark"] as const;

async function take(page: Page, name: string): Promise<void> {
  const path = `docs/images/${name}.png`;
  await page.screenshot({ path: repositoryPath(path) });
  say(path);
}

await ensureBuilt();
const executablePath = await ensureChromium();
const emulator = await startEmulator();
const server = await startConsole({ profile: await createTenancy(emulator.url, "acme"), emulatorUrl: emulator.url });
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
  mkdirSync(repositoryPath("docs/images"), { recursive: true });
  for (const colorScheme of themes) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 2,
      colorScheme,
      reducedMotion: "reduce",
      baseURL: server.url,
    });
    const page = await context.newPage();
    await page.goto(routes.overview());
    // The data's age stands there only once the first reading is over.
    await page.getByText(/^Read .+ lists? in /).waitFor();
    await page.goto(routes.clusters({ sortBy: "stale", sortOrder: "DESC" }));
    await page.getByRole("table").getByRole("link").first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await take(page, `cluster-${colorScheme}`);
    await page.goto(routes.map());
    await page.getByRole("button", { name: /^Kubernetes API endpoint, storefront-prod, / }).click();
    await page.getByRole("complementary", { name: "storefront-prod" }).waitFor();
    await page.waitForLoadState("networkidle");
    await take(page, `map-${colorScheme}`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
  await emulator.stop();
}
