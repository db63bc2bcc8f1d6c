import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { apiErrorBodySchema } from "@/lib/contract/page";
import {
  listZprPolicyChangesResponseSchema,
  zprPolicyChangePreviewSchema,
  zprPolicyChangeSchema,
  zprPolicyConflictSchema,
} from "@/lib/contract/zpr-policy-changes";
import { zprPolicyEditBaseSchema, zprPolicyNamesSchema } from "@/lib/contract/zpr-policy-edit";
import { makeTestTenancy, type TestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { pageToken } from "@/lib/server/page-token";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const changes = await import("@/app/api/zpr-policy-changes/route");
const { GET: getOne } = await import("@/app/api/zpr-policy-changes/[changeId]/route");
const { POST: preview } = await import("@/app/api/zpr-policy-changes/preview/route");
const { GET: editBase } = await import("@/app/api/zpr-policy-edit-bases/[policyId]/route");
const { GET: names } = await import("@/app/api/zpr-policy-names/route");

let emulator: RunningEmulator;
let acme: TestTenancy;
beforeAll(async () => {
  emulator = await startEmulator();
  acme = await makeTestTenancy(emulator, "acme");
  vi.stubEnv("OCI_CONFIG_FILE", acme.tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", acme.tenancy.profile);
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  await acme.tenancy.setSettings({ acceptedMs: 0, inProgressMs: 0 });
});
afterAll(() => emulator.close());

const origin = "http://127.0.0.1:3100";
const headers = { host: "127.0.0.1:3100", origin, "sec-fetch-site": "same-origin" };
const get = () => new Request(`${origin}/api/x`, { headers });
const post = (body: unknown, more: Record<string, string> = {}) =>
  new Request(`${origin}/api/x`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", "x-zpr-page-token": pageToken(), ...more },
    body: JSON.stringify(body),
  });
const writes = async () => (await acme.tenancy.requests()).filter(({ method }) => method !== "GET");

const statement = "in network.vcn:prod-iad VCN allow app.tier:web endpoints to connect to app.tier:api endpoints";
const text = { description: "Web to API", statements: [statement] };
const create = { action: "create", name: "web-to-api", text };

async function endOf(changeId: string) {
  const look = async () => {
    const answer = await getOne(get(), { params: Promise.resolve({ changeId }) });
    return v.parse(zprPolicyChangeSchema, await answer.json());
  };
  await expect.poll(async () => (await look()).isFinished, { timeout: 10_000 }).toBe(true);
  return look();
}
const baseOf = async (policyId: string) => {
  const answer = await editBase(get(), { params: Promise.resolve({ policyId }) });
  return v.parse(zprPolicyEditBaseSchema, await answer.json());
};

test("a preview is a dry run and writes nothing", async () => {
  const answer = await preview(post(create));
  expect(answer.status).toBe(200);
  expect(v.parse(zprPolicyChangePreviewSchema, await answer.json())).toMatchObject({
    name: "web-to-api",
    dryRun: { verdict: "accepted" },
    findings: [{ rule: "no-protocol", statement: 0 }],
  });
  const list = v.parse(listZprPolicyChangesResponseSchema, await (await changes.GET(get())).json());
  expect(list.items).toEqual([]);
});

test.each([
  ["without the page token", { "x-zpr-page-token": "other" }],
  ["from another site", { origin: "https://evil.example" }],
])("a write %s is refused and sends nothing", async (_, more) => {
  await acme.tenancy.clearRequests();
  expect((await changes.POST(post(create, more))).status).toBe(403);
  expect(await writes()).toEqual([]);
});

test.each([
  ["name", { name: " " }],
  ["text.description", { text: { ...text, description: "" } }],
  ["text.statements", { text: { ...text, statements: [] } }],
  ["text.statements[1]", { text: { ...text, statements: [statement, ""] } }],
])("what is wrong with %s is named", async (field, change) => {
  const answer = await changes.POST(post({ ...create, ...change }));
  expect(answer.status).toBe(400);
  expect(v.parse(apiErrorBodySchema, await answer.json()).field).toBe(field);
});

test("a policy is made, edited from a fresh read, in conflict with an older one, and deleted", async () => {
  const answer = await changes.POST(post(create));
  expect(answer.status).toBe(201);
  const started = v.parse(zprPolicyChangeSchema, await answer.json());
  expect(answer.headers.get("location")).toBe(`/api/zpr-policy-changes/${started.id}`);
  const { state, policyId } = await endOf(started.id);
  expect(state).toBe("verified");

  const base = await baseOf(policyId ?? "");
  expect(base).toMatchObject({ name: "web-to-api", text, runningChangeId: null, reason: null });
  const edit = { action: "update", policyId, etag: base.etag, seen: base.text, text: { ...text, description: "Two" } };
  const edited = v.parse(zprPolicyChangeSchema, await (await changes.POST(post(edit))).json());
  expect((await endOf(edited.id)).state).toBe("verified");

  const late = await changes.POST(post(edit));
  expect(late.status).toBe(409);
  const conflict = v.parse(zprPolicyConflictSchema, await late.json());
  expect(conflict.current.description).toBe("Two");
  const deletion = { action: "delete", policyId, etag: conflict.currentEtag, seen: conflict.current };
  const deleted = v.parse(zprPolicyChangeSchema, await (await changes.POST(post(deletion))).json());
  expect((await endOf(deleted.id)).state).toBe("verified");
  const gone = await editBase(get(), { params: Promise.resolve({ policyId: policyId ?? "" }) });
  expect(gone.status).toBe(404);
}, 30_000);

test("names are completed from namespaces, VCNs, and what resources carry", async () => {
  const read = async () => v.parse(zprPolicyNamesSchema, await (await names(get())).json());
  await expect.poll(async () => (await read()).areVcnsWhole, { timeout: 20_000 }).toBe(true);
  const { catalog, vcns, carried, gaps } = await read();
  expect(catalog.namespaces.map(({ name }) => name)).toContain("app");
  expect(vcns.flatMap(({ securityAttributes }) => securityAttributes.map(({ value }) => value))).toContain("prod-iad");
  expect(carried.find(({ key, value }) => key === "tier" && value === "web")?.resourceCount).toBeGreaterThan(0);
  expect(gaps).toEqual([]);
}, 30_000);

test("a change that there is not is 404", async () => {
  expect((await getOne(get(), { params: Promise.resolve({ changeId: "none" }) })).status).toBe(404);
});
