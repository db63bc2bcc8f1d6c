import { parseArgs } from "node:util";
import { startEmulator } from "@/emulator/server";

/** `npm run emulator -- --port N --seed NAME --user NAME`: one tenancy, served until the process is ended. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      seed: { type: "string", default: "acme" },
      user: { type: "string" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port must be a port number, not ${values.port}`);
  }

  const emulator = await startEmulator({ port, log: true });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void emulator.close().then(() => process.exit(0)));
  }
  const tenancy = await emulator.createTenancy(values.seed, values.user === undefined ? {} : { user: values.user });
  const operations = await emulator.operations();
  const lines = [
    `OCI emulator   ${emulator.url}`,
    `Config file    ${tenancy.configFile}`,
    `Profile        ${tenancy.profile}`,
    `Home region    ${tenancy.homeRegion}`,
    `Operations     ${operations.length} implemented`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
