import { afterAll, beforeAll, expect, vi } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { setOciHttpOptions } from "@/lib/oci/clients";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const host = "127.0.0.1:3100";
const origin = `http://${host}`;

/** A route's handler, whatever is in its path. */
type Handler = (request: Request, context?: { params: Promise<unknown> }) => Promise<Response>;

const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() });

/** Calls a handler as a page of the console does. */
export const get = async (handler: Handler, path: string, params: unknown = {}) =>
  answerOf(await handler(new Request(`${origin}${path}`, { headers: { host } }), { params: Promise.resolve(params) }));

/** Sends a body to a handler as a page of the console does, or without the token that shows it. */
export async function post(
  handler: Handler,
  path: string,
  { params = {}, body = {}, hasToken = true }: { params?: unknown; body?: unknown; hasToken?: boolean } = {},
): Promise<Response> {
  const { pageToken } = await import("@/lib/server/page-token");
  const headers = {
    host,
    origin,
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
    ...(hasToken && { "x-zpr-page-token": pageToken() }),
  };
  const request = new Request(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return handler(request, { params: Promise.resolve(params) });
}

/**
 * An emulator for the tests of one file, and the console in front of it. Call it at the top of the file, and import the
 * routes behind it: they read the environment when they are loaded.
 */
export function useConsole() {
  let emulator: RunningEmulator;
  beforeAll(async () => {
    emulator = await startEmulator();
    vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  });
  afterAll(() => emulator.close());
  return {
    /** Starts anew as a user of a fresh tenancy; resolves once the console has read it to the end. */
    signInTo: async (seed: string, user?: string): Promise<EmulatedTenancy> => {
      setOciHttpOptions({ delay: () => Promise.resolve() });
      globalThis.zprConsoleInventories = undefined;
      globalThis.zprConsoleReadings = undefined;
      globalThis.zprConsoleNodeReadings = undefined;
      Object.assign(globalThis, { zprSession: undefined });
      const tenancy = await emulator.createTenancy(seed, user === undefined ? {} : { user });
      vi.stubEnv("OCI_CONFIG_FILE", tenancy.configFile);
      vi.stubEnv("OCI_CLI_PROFILE", tenancy.profile);
      const inventory = await import("@/app/api/inventory/route");
      await vi.waitFor(
        async () => expect((await get(inventory.GET, "/api/inventory")).body).toMatchObject({ state: "ready" }),
        { timeout: 60_000, interval: 20 },
      );
      return tenancy;
    },
  };
}
