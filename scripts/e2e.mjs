// @ts-check
import { ensureChromium } from "./lib/chromium.mjs";
import { main } from "./lib/main.mjs";
import { ensureBuilt } from "./lib/set-up.mjs";
import { playwright } from "./lib/steps.mjs";

// `npm run e2e`: the end-to-end tests; what stands behind `--` goes to Playwright.
await main(async () => {
  process.env["CHROMIUM_PATH"] = await ensureChromium();
  await ensureBuilt();
  const counts = await playwright(process.argv.slice(2));
  process.exitCode = counts.failed === 0 ? 0 : 1;
});
