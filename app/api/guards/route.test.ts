import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { checkedGuardsSchema, guardFileConflictSchema, guardsAnswerSchema } from "@/lib/contract/guards";
import { apiErrorBodySchema } from "@/lib/contract/page";
import { readGuardText } from "@/lib/guard-file/read-guard-text";
import { pageToken } from "@/lib/server/page-token";

const place = mkdtempSync(join(tmpdir(), "zpr-guards-"));
const path = join(place, "guards.yaml");
vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");
vi.stubEnv("ZPR_GUARDS", path);

const { GET, POST } = await import("@/app/api/guards/route");
const { GET: inventory } = await import("@/app/api/inventory/route");
const { POST: check } = await import("@/app/api/guards/check/route");

let emulator: RunningEmulator;
let tenancy: EmulatedTenancy;
beforeAll(async () => {
  emulator = await startEmulator();
  tenancy = await emulator.createTenancy("acme");
  vi.stubEnv("OCI_CONFIG_FILE", tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", tenancy.profile);
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  const ask = async () => (await inventory(new Request(`${origin}/api/inventory`, { headers }))).json();
  await vi.waitFor(async () => expect(await ask()).toMatchObject({ state: "ready" }), {
    timeout: 30_000,
    interval: 50,
  });
});
afterEach(() => rmSync(path, { force: true }));
afterAll(async () => {
  rmSync(place, { recursive: true, force: true });
  await emulator.close();
});

const origin = "http://127.0.0.1:3100";
const headers = { host: "127.0.0.1:3100", origin, "sec-fetch-site": "same-origin" };
const get = async () =>
  v.parse(guardsAnswerSchema, await (await GET(new Request(`${origin}/api/guards`, { headers }))).json());
const post = (route: typeof POST, body: unknown) =>
  route(
    new Request(`${origin}/api/guards`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "x-zpr-page-token": pageToken() },
      body: JSON.stringify(body),
    }),
  );

const text = `adminSources:
  - 10.60.1.0/24
mustReach:
  - from: app.tier:api
    to: app.tier:worker
    protocol: tcp/8443
mustNotReach:
  - from: app.tier:api
    to: app.tier:worker
`;

describe("the guards of a tenancy", () => {
  test("without a file there is nothing but the clusters, and an example that parses", async () => {
    const { file, evaluation, example } = await get();
    expect(file).toMatchObject({ state: "absent", path, text: null, hash: null });
    expect(evaluation).toMatchObject({ adminSources: [], lines: [] });
    expect(evaluation.clusters.length).toBeGreaterThan(5);
    expect(evaluation.clusters.every(({ access }) => access === null)).toBe(true);
    expect(readGuardText(example)).toMatchObject({ ok: true, file: { adminSources: [{ text: "10.60.1.0/24" }] } });
    expect(example).toContain("oke.role:node");
  });

  test("a file that is put there is gone by at once: each line and each cluster has a verdict", async () => {
    writeFileSync(path, text);
    const { file, evaluation } = await get();
    expect(file).toMatchObject({ state: "read", text });
    expect(evaluation.adminSources).toEqual(["10.60.1.0/24"]);
    expect(evaluation.lines.map(({ id, expects }) => [id, expects])).toEqual([
      ["mustReach[0]", "reach"],
      ["mustNotReach[0]", "no-reach"],
    ]);
    expect(evaluation.lines[1]).toMatchObject({ verdict: "fail" });
    expect(evaluation.lines[1]?.pairs[0]?.statements.length).toBeGreaterThan(0);
    const payments = evaluation.clusters.find(({ name }) => name === "payments-prod");
    expect(payments).toMatchObject({ access: { verdict: "pass" }, join: { verdict: "pass", openPoolCount: 0 } });
    const storefront = evaluation.clusters.find(({ name }) => name === "storefront-prod");
    expect(storefront).toMatchObject({ access: { verdict: "fail" }, join: { verdict: "fail" } });
    expect(storefront?.access?.sources[0]?.cure).toBe(
      "in network.vcn:prod-iad VCN allow '10.60.1.0/24' to connect to oke.role:endpoint endpoints with protocol='tcp/6443'",
    );
  });

  test("a broken file is an error with its place, and its lines count for nothing", async () => {
    writeFileSync(path, "mustReach:\n  - from: 10.0.0.1/8\n    to: db\n");
    const { file, evaluation } = await get();
    expect(file).toMatchObject({ state: "broken", mistakes: [{ line: 2, column: 5, field: "mustReach[0].from" }] });
    expect(evaluation.lines).toEqual([]);
  });
});

describe("checking and saving", () => {
  test("a check says what the text would say, and writes nothing", async () => {
    const answer = v.parse(checkedGuardsSchema, await (await post(check, { text })).json());
    expect(answer.mistakes).toEqual([]);
    expect(answer.evaluation?.lines.map(({ verdict }) => verdict)).toContain("fail");
    const wrong = v.parse(checkedGuardsSchema, await (await post(check, { text: "mustReach: 1\n" })).json());
    expect(wrong).toMatchObject({ mistakes: [{ line: 1, field: "mustReach" }], evaluation: null });
    expect((await get()).file.state).toBe("absent");
  });

  test("a save writes the text and answers with what it says", async () => {
    const saved = await post(POST, { text, seenHash: null });
    expect(saved.status).toBe(200);
    expect(v.parse(guardsAnswerSchema, await saved.json())).toMatchObject({ file: { state: "read", text } });
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("a save over somebody else's text is refused with that text", async () => {
    writeFileSync(path, text);
    const { hash } = (await get()).file;
    writeFileSync(path, "adminSources: []\n");
    const refused = await post(POST, { text: `${text}\n`, seenHash: hash });
    expect(refused.status).toBe(409);
    expect(v.parse(guardFileConflictSchema, await refused.json()).current.text).toBe("adminSources: []\n");
    expect(readFileSync(path, "utf8")).toBe("adminSources: []\n");
  });

  test("a text with mistakes is not saved", async () => {
    const refused = await post(POST, { text: "mustReach: 1\n", seenHash: null });
    expect(refused.status).toBe(400);
    expect(v.parse(apiErrorBodySchema, await refused.json()).field).toBe("text");
  });
});
