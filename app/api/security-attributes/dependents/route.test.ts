import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { attributeDependentsSchema, type AttributeDependents } from "@/lib/contract/attribute-dependents";
import { securityAttributesResponseSchema } from "@/lib/contract/security-attributes";
import { statementCountsSchema } from "@/lib/contract/statement-counts";
import { setOciHttpOptions } from "@/lib/oci/clients";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const host = "127.0.0.1:3100";

let emulator: RunningEmulator;
let tenancy: EmulatedTenancy;
beforeAll(async () => {
  emulator = await startEmulator();
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  setOciHttpOptions({ delay: () => Promise.resolve() });
  tenancy = await emulator.createTenancy("acme", {});
  vi.stubEnv("OCI_CONFIG_FILE", tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", tenancy.profile);
  await vi.waitFor(async () => expect((await get(inventory.GET)).body).toMatchObject({ state: "ready" }), {
    timeout: 60_000,
    interval: 50,
  });
}, 90_000);
afterAll(() => emulator.close());

const inventory = await import("@/app/api/inventory/route");
const attributes = await import("@/app/api/security-attributes/route");
const dependents = await import("@/app/api/security-attributes/dependents/route");
const counts = await import("@/app/api/security-attributes/statement-counts/route");

const get = async (handler: (request: Request) => Promise<Response>, params: Record<string, string> = {}) => {
  const url = `http://${host}/?${new URLSearchParams(params).toString()}`;
  const response = await handler(new Request(url, { headers: { host } }));
  return { status: response.status, body: await response.json() };
};

/** Asks until the ZPR policies are read, or refused. */
async function untilPoliciesAnswered(): Promise<void> {
  globalThis.zprConsoleReadings = undefined;
  await vi.waitFor(
    async () => expect((await get(counts.GET)).body).not.toMatchObject({ policies: { state: "not-asked" } }),
    { timeout: 30_000, interval: 50 },
  );
}

/** Every row of the queue with all that depends on it. */
async function queue(): Promise<
  readonly { readonly total: number; readonly count: number; answer: AttributeDependents }[]
> {
  const { items } = v.parse(
    securityAttributesResponseSchema,
    (await get(attributes.GET, { state: "stale", limit: "100" })).body,
  );
  const { items: counted } = v.parse(statementCountsSchema, (await get(counts.GET)).body);
  return Promise.all(
    items.map(async ({ namespace, key, usedValues, resourceCount }) => {
      const value = usedValues[0]?.value ?? "";
      const { body } = await get(dependents.GET, { namespace, key, value });
      const own = counted.find((each) => each.namespace === namespace && each.key === key && each.value === value);
      return { total: resourceCount, count: own?.count ?? -1, answer: v.parse(attributeDependentsSchema, body) };
    }),
  );
}

test("every stale value has its carriers, the statements that name it, and the flows that hang on it", async () => {
  await untilPoliciesAnswered();
  const rows = await queue();
  expect(rows.length).toBeGreaterThan(3);
  for (const { total, count, answer } of rows) {
    expect(answer.carriers.total).toBe(total);
    expect(answer.carriers.items).toHaveLength(Math.min(total, 50));
    expect(answer.policies.state).toBe("read");
    expect(answer.statements.total).toBe(count);
    expect(answer.isDefinitionRead || answer.state !== "deleted").toBe(true);
    if (answer.flows.state !== "known") throw new Error(answer.flows.cause);
    const shown = answer.flows.forecasts.flatMap(({ groups }) => groups.map(({ change }) => change));
    expect(shown.filter((change) => change === "gained" || change === "perhaps-gained")).toEqual([]);
    if (answer.statements.total === 0) expect(shown).toEqual([]);
  }
  expect(rows.some(({ count }) => count > 0)).toBe(true);
}, 90_000);

test("a value that nothing carries is 404", async () => {
  const { status } = await get(dependents.GET, { namespace: "legacy-net", key: "segment", value: "never" });
  expect(status).toBe(404);
});

test("where no policy may be read, statements and flows are not known, and the carriers are", async () => {
  const effect = { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "Not there." } as const;
  await tenancy.addFault({ operation: "listZprPolicies", effect });
  await untilPoliciesAnswered();
  const rows = await queue();
  expect(rows.length).toBeGreaterThan(0);
  for (const { answer } of rows) {
    expect(answer.policies.state).not.toBe("read");
    expect(answer.flows).toMatchObject({ state: "unknown", isReading: false });
    expect(answer.carriers.total).toBeGreaterThan(0);
  }
}, 90_000);
