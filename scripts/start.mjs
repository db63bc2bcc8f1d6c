// @ts-check
import { parseArguments, portFrom } from "./lib/arguments.mjs";
import { runNode } from "./lib/child-process.mjs";
import { main } from "./lib/main.mjs";
import { consolePort } from "./lib/ports.mjs";
import { say } from "./lib/say.mjs";
import { startConsole } from "./lib/servers.mjs";
import { ensureBuilt, ensureInstalled } from "./lib/set-up.mjs";
import { superviseUntilEnded } from "./lib/supervise.mjs";

// `npm start`: the console on the tenancy of the person's own OCI configuration.
await main(async () => {
  const words = process.argv.slice(2);
  const fromEnvironment = words.length === 0 && process.env["PORT"] ? [`--port=${process.env["PORT"]}`] : [];
  const given = parseArguments([...words, ...fromEnvironment], { port: "port" });
  const port = await consolePort(portFrom(given["port"]));
  await ensureInstalled();
  const { code } = await runNode("node_modules/tsx/dist/cli.mjs", [
    "--conditions=react-server",
    "scripts/check-profile.ts",
  ]);
  if (code !== 0) {
    process.exitCode = 1;
    return;
  }
  await ensureBuilt();
  const server = await startConsole({ profile: null, emulatorUrl: null, port });
  say(`The console is at ${server.url}`);
  await superviseUntilEnded([server]);
});
