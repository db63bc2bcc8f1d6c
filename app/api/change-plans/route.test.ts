import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import { changePlanSchema, listChangePlansResponseSchema, planPreviewSchema } from "@/lib/contract/change-plan";
import { apiErrorBodySchema } from "@/lib/contract/page";
import { pageToken } from "@/lib/server/page-token";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");
vi.stubEnv("ZPR_PLAN_LIMIT", "2");

const plans = await import("@/app/api/change-plans/route");
const { GET: inventory } = await import("@/app/api/inventory/route");
const { POST: preview } = await import("@/app/api/change-plans/preview/route");
const { GET: getOne } = await import("@/app/api/change-plans/[planId]/route");
const { POST: cancel } = await import("@/app/api/change-plans/[planId]/cancel/route");

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
  // A plan of resources that have not been read yet would be one of fewer.
  await vi.waitFor(
    async () => expect(await (await inventory(get("/api/inventory"))).json()).toMatchObject({ state: "ready" }),
    { timeout: 30_000, interval: 50 },
  );
}, 60_000);
afterAll(() => emulator.close());

const origin = "http://127.0.0.1:3100";
const get = (path: string) =>
  new Request(`${origin}${path}`, { headers: { host: "127.0.0.1:3100", "sec-fetch-site": "same-origin" } });
const post = (path: string, body: unknown, token = pageToken()) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    headers: {
      host: "127.0.0.1:3100",
      origin,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "x-zpr-page-token": token,
    },
    body: JSON.stringify(body),
  });
const params = (planId: string) => ({ params: Promise.resolve({ planId }) });

const operations = [{ op: "add", namespace: "network", key: "zone", value: "app" }];
const details = async () => {
  const resourceIds = [
    world.resource("mount-target", "installers").id,
    world.resource("load-balancer", "storefront-canary").id,
  ];
  const answer = await preview(post("/api/change-plans/preview", { operations, resourceIds }));
  expect(answer.status).toBe(200);
  const { steps, limit } = v.parse(planPreviewSchema, await answer.json());
  expect(limit).toBe(2);
  const ready = steps.flatMap((step) =>
    step.state === "ready"
      ? [{ resourceId: step.resourceId, etag: step.etag, seenSecurityAttributes: step.preview.before }]
      : [],
  );
  return { operations, steps: ready, confirmedCount: ready.length };
};

test("a plan needs the page token, the right count and no more resources than the limit; else nothing is written", async () => {
  const wanted = await details();
  expect((await plans.POST(post("/api/change-plans", wanted, "other"))).status).toBe(403);
  const miscounted = await plans.POST(post("/api/change-plans", { ...wanted, confirmedCount: 1 }));
  expect(v.parse(apiErrorBodySchema, await miscounted.json())).toMatchObject({ field: "confirmedCount" });
  const steps = [...wanted.steps, { ...wanted.steps[0], resourceId: "another" }];
  const tooMany = await plans.POST(post("/api/change-plans", { ...wanted, steps, confirmedCount: 3 }));
  expect(v.parse(apiErrorBodySchema, await tooMany.json()).message).toContain("at most 2 resources");
  expect(await world.writes()).toEqual([]);
});

test("a plan is 201 with a Location, can be followed to its end, and is in the list", async () => {
  const response = await plans.POST(post("/api/change-plans", await details()));
  expect(response.status).toBe(201);
  const { id } = v.parse(changePlanSchema, await response.json());
  expect(response.headers.get("location")).toBe(`/api/change-plans/${id}`);
  await vi.waitFor(
    async () => {
      const one = v.parse(changePlanSchema, await (await getOne(get(`/api/change-plans/${id}`), params(id))).json());
      expect(one).toMatchObject({ state: "finished", steps: [{ state: "verified" }, { state: "verified" }] });
    },
    { timeout: 20_000, interval: 100 },
  );
  const list = await plans.GET(get("/api/change-plans"));
  expect(v.parse(listChangePlansResponseSchema, await list.json()).items.map((plan) => plan.id)).toEqual([id]);
}, 30_000);

test("a plan that is not there is 404, also where it is to be cancelled", async () => {
  expect((await getOne(get("/api/change-plans/none"), params("none"))).status).toBe(404);
  expect((await cancel(post("/api/change-plans/none/cancel", {}), params("none"))).status).toBe(404);
});
