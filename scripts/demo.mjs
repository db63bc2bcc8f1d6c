// @ts-check
import { parseArguments, portFrom } from "./lib/arguments.mjs";
import { openBrowser } from "./lib/browser.mjs";
import { main } from "./lib/main.mjs";
import { consolePort } from "./lib/ports.mjs";
import { say } from "./lib/say.mjs";
import { createTenancy, startConsole, startEmulator } from "./lib/servers.mjs";
import { ensureBuilt, ensureInstalled } from "./lib/set-up.mjs";
import { superviseUntilEnded } from "./lib/supervise.mjs";

// `npm run demo`: the console on an emulated tenancy, from a fresh clone with Node and nothing else.
await main(async () => {
  const given = parseArguments(process.argv.slice(2), { port: "port", "no-open": "switch", seed: "word" });
  const port = await consolePort(portFrom(given["port"]));
  await ensureInstalled();
  await ensureBuilt();

  const emulator = await startEmulator();
  const started = [emulator];
  try {
    const seed = typeof given["seed"] === "string" ? given["seed"] : "acme";
    const profile = await createTenancy(emulator.url, seed);
    const server = await startConsole({ profile, emulatorUrl: emulator.url, port });
    started.push(server);
    say(`\nThe console is at ${server.url}`);
    say(`Its tenancy "${seed}" is emulated: change what you like, everything is as before at the next start.`);
    say(`Its guard file is ${server.guardsPath}, and goes with it.`);
    say("Ctrl-C ends it. With your own tenancy: npm start, which reads ~/.oci/config.");
    if (given["no-open"] !== true) openBrowser(server.url);
    await superviseUntilEnded(started);
  } finally {
    await Promise.all(started.map((process) => process.stop()));
  }
});
