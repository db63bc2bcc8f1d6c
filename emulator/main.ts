import { parseArgs } from "node:util";
import { startEmulator } from "@/emulator/server";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    seed: { type: "string", default: "acme" },
    user: { type: "string" },
  },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(`--port must be a port number, not ${values.port}\n`);
  process.exit(2);
}

const emulator = await startEmulator({ port, log: true });
const tenancy = await emulator.createTenancy(values.seed, values.user === undefined ? {} : { user: values.user });
const operations = await emulator.operations();

process.stdout.write(
  [
    `OCI emulator   ${emulator.url}`,
    `Config file    ${tenancy.configFile}`,
    `Profile        ${tenancy.profile}`,
    `Home region    ${tenancy.homeRegion}`,
    `Operations     ${operations.length} implemented`,
    "",
  ].join("\n"),
);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void emulator.close().then(() => process.exit(0)));
}
