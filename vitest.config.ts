import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const screens = "{components,lib/queries}/**/*.test.{ts,tsx}";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    environment: "node",
    // No test goes by the guard file of the person who runs it: there is none at this place.
    env: { ZPR_GUARDS: join(tmpdir(), "zpr-console-without-guards", "guards.yaml") },
    // Both cores of a small machine; Vitest would leave one of two idle.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    // A test that waits for OCI waits for the emulator; on a busy machine that takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        // As in Next's server: `server-only` is empty, and React is the build for server components.
        ssr: { resolve: { conditions: ["react-server"], externalConditions: ["react-server"] } },
        test: {
          name: "server",
          include: ["{app,lib,emulator,bench,scripts}/**/*.test.{ts,tsx}"],
          exclude: [screens],
        },
      },
      { extends: true, test: { name: "screens", include: [screens] } },
    ],
  },
});
