import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  ssr: { resolve: { conditions: ["react-server"], externalConditions: ["react-server"] } },
  test: {
    environment: "node",
    include: ["{app,components,lib,emulator,bench,scripts}/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
  },
});
