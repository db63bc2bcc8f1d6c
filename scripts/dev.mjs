// @ts-check
import { parseArguments, portFrom } from "./lib/arguments.mjs";
import { runNode } from "./lib/child-process.mjs";
import { main } from "./lib/main.mjs";
import { consolePort } from "./lib/ports.mjs";

// `npm run dev`: the console as it is being written, on the OCI configuration or ZPR_EMULATOR_URL of the environment.
await main(async () => {
  const given = parseArguments(process.argv.slice(2), { port: "port" });
  const port = await consolePort(portFrom(given["port"]));
  const env = { ...process.env, PORT: `${port}`, NEXT_TELEMETRY_DISABLED: "1" };
  const { code } = await runNode("node_modules/next/dist/bin/next", ["dev", "-H", "127.0.0.1", "-p", `${port}`], {
    env,
  });
  process.exitCode = code;
});
