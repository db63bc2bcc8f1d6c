import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import { changePreviewSchema } from "@/lib/contract/change-preview";
import { changeSchema, listChangesResponseSchema } from "@/lib/contract/changes";
import { apiErrorBodySchema } from "@/lib/contract/page";
import { pageToken } from "@/lib/server/page-token";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const routes = await import("@/app/api/changes/route");
const { POST: preview } = await import("@/app/api/changes/preview/route");
const { GET: getOne } = await import("@/app/api/changes/[changeId]/route");
const { GET: inventory } = await import("@/app/api/inventory/route");
const { GET: session } = await import("@/app/api/session/route");
const { GET: livez } = await import("@/app/livez/route");
const { GET: readyz } = await import("@/app/readyz/route");

let emulator: RunningEmulator;
let world: EmulatedWorld;
beforeAll(async () => {
  emulator = await startEmulator();
  world = await makeWorld(emulator, "acme");
  await world.tenancy.setClock({ mode: "auto" });
  await world.tenancy.setSettings({ acceptedMs: 0, inProgressMs: 0 });
  vi.stubEnv("OCI_CONFIG_FILE", world.tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", world.tenancy.profile);
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
});
afterAll(() => emulator.close());

const origin = "http://127.0.0.1:3100";
const get = (path: string) =>
  new Request(`${origin}${path}`, { headers: { host: "127.0.0.1:3100", "sec-fetch-site": "same-origin" } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    headers: {
      host: "127.0.0.1:3100",
      origin,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "x-zpr-page-token": pageToken(),
      ...headers,
    },
    body: JSON.stringify(body),
  });

const operation = { op: "add", namespace: "oke", key: "role", value: "storage" } as const;
const details = () => world.detailsFor(world.resource("mount-target", "installers"), operation);

test("/readyz is not ready before anything was read", async () => {
  const response = await readyz(get("/readyz"));
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: "starting" });
});

describe("the routes of changes", () => {
  // While the first pass runs, an attribute whose definition has not come yet is refused.
  beforeAll(async () => {
    const stateNow = async () => (await inventory(get("/api/inventory"))).json();
    await vi.waitFor(async () => expect(await stateNow()).toMatchObject({ state: "ready" }), 30_000);
  }, 30_000);

  test("POST /api/changes/preview tells what would be sent and sends nothing", async () => {
    const response = await preview(post("/api/changes/preview", await details()));
    expect(response.status).toBe(200);
    expect(v.parse(changePreviewSchema, await response.json()).after).toHaveLength(1);
    expect(await world.writes()).toEqual([]);
  });

  test("POST /api/changes without the page token writes nothing", async () => {
    const response = await routes.POST(post("/api/changes", await details(), { "x-zpr-page-token": "other" }));
    expect(response.status).toBe(403);
    expect(await world.writes()).toEqual([]);
  });

  test("POST /api/changes names the member that is missing or wrong", async () => {
    const response = await routes.POST(post("/api/changes", { ...(await details()), operations: [] }));
    expect(response.status).toBe(400);
    expect(v.parse(apiErrorBodySchema, await response.json())).toMatchObject({ field: "operations" });
  });

  test("POST /api/changes gives 201, a Location, and a change that can be followed to its end", async () => {
    const response = await routes.POST(post("/api/changes", await details()));
    expect(response.status).toBe(201);
    const change = v.parse(changeSchema, await response.json());
    const location = response.headers.get("location");
    expect(location).toBe(`/api/changes/${change.id}`);
    const look = async () => {
      const answer = await getOne(get(location ?? ""), { params: Promise.resolve({ changeId: change.id }) });
      return v.parse(changeSchema, await answer.json());
    };
    await expect.poll(async () => (await look()).state, { timeout: 10_000 }).toBe("verified");
    const listed = await routes.GET(get(`/api/changes?resourceId=${encodeURIComponent(change.resourceId)}`));
    const { items } = v.parse(listChangesResponseSchema, await listed.json());
    expect(items.map(({ id, state }) => [id, state])).toEqual([[change.id, "verified"]]);
    expect(await world.writes()).toHaveLength(1);
  });

  test("GET /api/changes/{id} of no change is 404", async () => {
    const answer = await getOne(get("/api/changes/none"), { params: Promise.resolve({ changeId: "none" }) });
    expect(answer.status).toBe(404);
  });

  test("no answer holds a key, a fingerprint, a user's OCID or the place of a file", async () => {
    const { principal } = world.ociContext;
    const answers = await Promise.all([
      session(get("/api/session")),
      routes.GET(get("/api/changes")),
      preview(post("/api/changes/preview", await details())),
      routes.POST(post("/api/changes", { ...(await details()), etag: "other" })),
      livez(get("/livez")),
      readyz(get("/readyz")),
    ]);
    const text = (await Promise.all(answers.map((answer) => answer.text()))).join("\n");
    expect(principal.userId).toMatch(/^ocid1\.user\./);
    for (const secret of [
      "PRIVATE KEY",
      "fingerprint",
      principal.userId ?? "",
      principal.configFile,
      principal.cacheKey,
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe("the health routes", () => {
  test("/livez answers by itself, and /readyz once the tenancy has been read", async () => {
    expect((await livez(get("/livez"))).status).toBe(200);
    await expect.poll(async () => (await readyz(get("/readyz"))).status, { timeout: 10_000 }).toBe(200);
  });

  test.each([
    ["/livez", livez],
    ["/readyz", readyz],
  ])("%s refuses other hosts", async (path, route) => {
    expect((await route(new Request(`${origin}${path}`, { headers: { host: "evil.example" } }))).status).toBe(421);
  });
});
