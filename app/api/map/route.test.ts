import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { get, post, useConsole } from "@/app/api/testing/console";
import { listClustersResponseSchema } from "@/lib/contract/clusters";
import { type MapAnswer, mapSchema } from "@/lib/contract/map";
import { mapDraftSchema } from "@/lib/contract/map-draft";
import { traceSchema } from "@/lib/contract/trace";
import { mapMarks, type MarkCounts } from "@/lib/oke/map/map-words";

const place = mkdtempSync(join(tmpdir(), "zpr-map-"));
const guardsPath = join(place, "guards.yaml");
vi.stubEnv("ZPR_GUARDS", guardsPath);
afterAll(() => rmSync(place, { recursive: true }));

const { signInTo } = useConsole();
beforeAll(() => signInTo("acme"), 70_000);

const map = await import("@/app/api/map/route");
const drafts = await import("@/app/api/map-drafts/route");
const trace = await import("@/app/api/trace/route");
const clusters = await import("@/app/api/clusters/route");
const clusterNodes = await import("@/app/api/clusters/[clusterId]/nodes/route");

async function mapOf(params: Record<string, string>): Promise<MapAnswer> {
  const answer = await get(map.GET, `/api/map?${new URLSearchParams(params).toString()}`);
  expect(answer.status).toBe(200);
  return v.parse(mapSchema, answer.body);
}

const sumOf = (marks: MarkCounts) => mapMarks.reduce((sum, mark) => sum + (marks[mark] ?? 0), 0);

async function rowsOf(params: Record<string, string>) {
  const rows = [];
  let page: string | null = "";
  while (page !== null) {
    const answer: MapAnswer = await mapOf({ ...params, view: "table", limit: "100", ...(page !== "" && { page }) });
    if (answer.content.view !== "table") throw new Error("no table");
    rows.push(...answer.content.items);
    page = answer.content.opcNextPage;
  }
  return rows;
}

function countIn({ content }: MapAnswer): number {
  if (content.view === "graph") return content.edges.reduce((sum, { marks }) => sum + sumOf(marks), 0);
  if (content.view === "matrix") return content.cells.reduce((sum, { flowCount }) => sum + flowCount, 0);
  return content.items.length;
}

describe("the three views of one query", () => {
  it.each([
    {},
    { group: "cluster" },
    { group: "compartment", region: "eu-frankfurt-1" },
    { group: "attributes", mark: "perhaps" },
    { group: "cluster", q: "storefront" },
  ])("have the same flows: %j", async (params) => {
    const rows = await rowsOf(params);
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const graph = await mapOf({ ...params, view: "graph" });
    const matrix = await mapOf({ ...params, view: "matrix" });
    expect(graph.totals.flows).toBe(rows.length);
    expect(countIn(graph)).toBe(rows.length);
    expect(countIn(matrix)).toBe(rows.length);
  });

  it("name every node that they speak of", async () => {
    const { content, nodes } = await mapOf({ view: "table", limit: "1000" });
    const ids = new Set(nodes.map(({ id }) => id));
    if (content.view !== "table") throw new Error("no table");
    expect(content.items.flatMap(({ source, target }) => [source, target]).filter((id) => !ids.has(id))).toEqual([]);
  });
});

it("a flow says what a trace of its ends says, and names the statement", async () => {
  const { content, nodes } = await mapOf({ view: "table", limit: "1000", mark: "allowed" });
  if (content.view !== "table") throw new Error("no table");
  const idOf = (nodeId: string) => nodes.find(({ id }) => id === nodeId)?.resources[0]?.id;
  const flows = content.items.filter(
    ({ source, target, protocols }) => idOf(source) && idOf(target) && /^tcp\/\d+$/.test(protocols),
  );
  expect(flows.length).toBeGreaterThan(0);
  for (const { source, target, statements, protocols: protocol } of flows) {
    const asked = new URLSearchParams({
      source: idOf(source) ?? "",
      destination: idOf(target) ?? "",
      protocol,
    });
    const traced: unknown = (await get(trace.GET, `/api/trace?${asked.toString()}`)).body;
    expect(traced).toMatchObject({ verdict: "allowed" });
    const { allowing } = v.parse(traceSchema, traced);
    expect(statements.map(({ text }) => text)).toContain(allowing[0]?.text);
  }
});

it("a closed group stands for its nodes, with their worst state and all of their findings", async () => {
  const open = await mapOf({ view: "graph" });
  const group = open.groups.find(({ name }) => name === "prod-iad");
  const closed = await mapOf({ view: "graph", toggled: group?.id ?? "" });
  if (open.content.view !== "graph" || closed.content.view !== "graph") throw new Error("no graph");
  expect(open.content.groups.find(({ id }) => id === group?.id)).toMatchObject({ isOpen: true });
  expect(closed.content.groups.find(({ id }) => id === group?.id)).toMatchObject({ isOpen: false, drawn: [] });
  expect(group).toMatchObject({ state: "stale", attributes: ["network.vcn:prod-iad"] });
  const { high = 0, medium = 0, low = 0 } = group?.findings ?? {};
  expect(high + medium + low).toBeGreaterThan(0);
  expect(closed.totals.findings).toEqual(open.totals.findings);
  expect(countIn(closed)).toBe(countIn(open));
});

it("what has the focus is told of, by the id of any resource of its node, and limits the map by hops", async () => {
  const all = await mapOf({ view: "graph" });
  const many = all.nodes.find(({ resourceCount }) => resourceCount > 1);
  const last = many?.resources.at(-1)?.id ?? "";
  const focused = await mapOf({ view: "graph", focus: last, hops: "1" });
  expect(focused.focus).toMatchObject({ nodeId: many?.id, resourceId: last });
  expect(focused.totals.nodes).toBeLessThan(all.totals.nodes);
  expect(focused.totalUnfiltered).toEqual(all.totalUnfiltered);
  expect((await mapOf({ view: "graph", focus: "ocid1.nothing" })).focus).toBeNull();
});

it("what must reach and does not is an edge of its own, and what must not and does is told, as soon as the file says so", async () => {
  const before = await mapOf({ view: "graph" });
  expect(before.totals.marks.blocked ?? 0).toBe(0);
  const flows = await rowsOf({ mark: "allowed" });
  const nodes = new Map((await mapOf({ view: "table", limit: "1000" })).nodes.map((node) => [node.id, node]));
  const sole = flows.find(({ source, target }) => nodes.get(source)?.attributes[0] && nodes.get(target)?.attributes[0]);
  const textOf = (id: string | undefined) => nodes.get(id ?? "")?.attributes[0] ?? "";
  const [from, to] = [textOf(sole?.source), textOf(sole?.target)];
  writeFileSync(
    guardsPath,
    `mustReach:\n  - from: 203.0.113.7\n    to: "storefront*"\n    protocol: tcp/22\nmustNotReach:\n  - from: ${from}\n    to: ${to}\n`,
  );
  const after = await mapOf({ view: "graph" });
  expect(after.totals.marks.blocked ?? 0).toBeGreaterThan(0);
  expect(after.totals.flows).toBe(before.totals.flows + (after.totals.marks.blocked ?? 0));
  const [blocked] = await rowsOf({ mark: "blocked" });
  expect(blocked?.guard).toBe("203.0.113.7 must reach storefront* on tcp/22");
  const forbidden = (await rowsOf({ mark: "allowed" })).filter(({ guard }) => guard !== null);
  expect(forbidden.map(({ id }) => id)).toContain(sole?.id);
  expect(forbidden[0]?.guard).toBe(`${from} must not reach ${to}`);
  writeFileSync(guardsPath, "mustReach: nonsense\n");
  expect((await mapOf({ view: "graph" })).totals).toEqual(before.totals);
});

it("nodes that no pool makes stand on it with what they carry, once the nodes of their cluster were read", async () => {
  const before = await mapOf({ view: "graph" });
  expect(before.nodesRead).toMatchObject({ read: 0 });
  const { body } = await get(clusters.GET, "/api/clusters?limit=100");
  const ml = v.parse(listClustersResponseSchema, body).items.find(({ name }) => name === "ml-training");
  const params = { clusterId: ml?.id };
  expect((await post(clusterNodes.POST, "/api/clusters/x/nodes", { params })).status).toBe(202);
  await expect
    .poll(async () => (await mapOf({ view: "graph" })).nodesRead, { timeout: 20_000, interval: 100 })
    .toEqual({ read: 1, total: before.nodesRead.total });
  const after = await mapOf({ view: "table", limit: "1000" });
  expect(after.totals.resources).toBe(before.totals.resources + 5);
  const { nodes } = await mapOf({ view: "graph", clusterId: ml?.id ?? "" });
  const unpooled = nodes.filter(({ kind }) => kind === "self-managed" || kind === "karpenter");
  const told = unpooled.map(({ kind, resources, attributes, state }) => ({
    kind,
    names: resources.map(({ name }) => name),
    attributes,
    state,
  }));
  expect(told).toEqual(
    expect.arrayContaining([
      {
        kind: "self-managed",
        names: ["gpu-h100-01"],
        attributes: ["app.tier:batch", "app.name:training"],
        state: "protected",
      },
      { kind: "self-managed", names: ["gpu-h100-02"], attributes: ["zpr-cni.sensitivity:42"], state: "protected" },
      { kind: "self-managed", names: ["gpu-h100-03"], attributes: [], state: "unprotected" },
    ]),
  );
  expect(unpooled.filter(({ kind }) => kind === "karpenter").flatMap(({ resources }) => resources)).toHaveLength(2);
  const focus = await mapOf({ view: "graph", focus: unpooled[0]?.id ?? "" });
  expect(focus.focus?.nodeId).toBe(unpooled[0]?.id);
});

it("a page token of other filters is refused, and so are words that mean nothing", async () => {
  const first = await mapOf({ view: "table", limit: "10" });
  const page = first.content.view === "table" ? (first.content.opcNextPage ?? "") : "";
  for (const params of [{ view: "table", page, q: "web" }, { view: "picture" }, { hops: "9" }, { limit: "0" }]) {
    const answer = await get(map.GET, `/api/map?${new URLSearchParams(params).toString()}`);
    expect(answer.status, JSON.stringify(params)).toBe(400);
  }
});

describe("a draft", () => {
  const storedId = async (details: unknown) => {
    const answer = await post(drafts.POST, "/api/map-drafts", { body: { details } });
    expect(answer.status).toBe(201);
    return v.parse(mapDraftSchema, await answer.json()).id;
  };

  it("of an edit is seen before, after, and as what it changes", async () => {
    const all = await mapOf({ view: "graph" });
    const node = all.nodes.find(
      ({ resources: [first], kind }) => first?.name === "settlement-reports" && kind === "mount-target",
    );
    const resourceId = node?.resources[0]?.id ?? "";
    const storage = {
      namespace: "oke",
      key: "role",
      value: "storage",
      mode: "enforce",
      otherMembers: [],
      unreadable: null,
    };
    const draft = await storedId({ type: "attributes", resourceId, after: [storage] });
    const now = await mapOf({ view: "table", draft, mode: "now", limit: "1000" });
    const after = await mapOf({ view: "table", draft, mode: "after", limit: "1000", focus: resourceId });
    const changes = await mapOf({ view: "table", draft, mode: "changes", limit: "1000" });
    expect(now.totals.flows).toBe(all.totals.flows);
    expect(after.draft).toMatchObject({ id: draft, title: "Edit of settlement-reports, Mount target", isLater: false });
    expect(after.focus?.attributes.map(({ key, value }) => [key, value])).toEqual([["role", "storage"]]);
    expect(after.nodes.find(({ id }) => id === after.focus?.nodeId)).toMatchObject({ isChanged: true });
    expect(changes.totals.marks).toMatchObject({ gained: 2 });
    expect(after.totals.flows).toBe(now.totals.flows + 2);
    if (changes.content.view !== "table") throw new Error("no table");
    const gained = changes.content.items.filter(({ mark }) => mark === "gained");
    expect(gained.every(({ statements }) => statements.some(({ text }) => text.includes("oke.role:storage")))).toBe(
      true,
    );
  });

  it("of a policy shows what its deletion loses", async () => {
    const { content } = await mapOf({ view: "table", limit: "1000", mark: "allowed" });
    if (content.view !== "table") throw new Error("no table");
    const place = content.items.flatMap(({ statements }) => statements.flatMap(({ places }) => places)).at(0);
    const { policyId = "", policyName: name = "" } = place ?? {};
    const draft = await storedId({ type: "policy", policyId, name, statements: null });
    const changes = await mapOf({ view: "matrix", draft, mode: "changes" });
    expect(changes.draft?.title).toBe(`Deletion of policy ${name}`);
    expect(changes.totals.marks.lost ?? 0).toBeGreaterThan(0);
    expect(countIn(changes)).toBe(changes.totals.flows);
  });

  it("that is kept no longer is said to be", async () => {
    const answer = await get(map.GET, "/api/map?draft=none&mode=changes");
    expect(answer.status).toBe(410);
    expect(answer.body).toMatchObject({ code: "DraftExpired" });
  });
});
