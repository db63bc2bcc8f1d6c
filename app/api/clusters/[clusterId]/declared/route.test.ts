import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { acmeSeed } from "@/emulator/seeds/acme/acme";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { clusterDeclaredSchema, type ClusterDeclared } from "@/lib/contract/declared";
import { setOciHttpOptions } from "@/lib/oci/clients";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const origin = "http://127.0.0.1:3100";

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  setOciHttpOptions({ delay: () => Promise.resolve() });
  Object.assign(globalThis, { zprConsoleKubernetes: undefined, zprSession: undefined });
  globalThis.zprConsoleInventories = undefined;
  globalThis.zprConsoleDeclarations = undefined;
  const tenancy = await emulator.createTenancy("acme");
  vi.stubEnv("OCI_CONFIG_FILE", tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", tenancy.profile);
  await vi.waitFor(async () => expect(await get("/api/inventory")).toMatchObject({ state: "ready" }), {
    timeout: 30_000,
    interval: 50,
  });
});
afterAll(() => emulator.close());

const inventory = await import("@/app/api/inventory/route");
const declared = await import("@/app/api/clusters/[clusterId]/declared/route");
const { pageToken } = await import("@/lib/server/page-token");

const seed = acmeSeed();
const clusters = seed.regions.flatMap((region) => region.clusters);

async function get(path: string): Promise<unknown> {
  const response = await inventory.GET(new Request(`${origin}${path}`, { headers: { host: "127.0.0.1:3100" } }));
  return response.json();
}

const headers = {
  host: "127.0.0.1:3100",
  origin,
  "sec-fetch-site": "same-origin",
  "content-type": "application/json",
  "x-zpr-page-token": pageToken(),
};

async function call(method: "GET" | "POST", clusterId: string) {
  const request = new Request(`${origin}/api/clusters/${clusterId}/declared`, {
    method,
    headers,
    ...(method === "POST" && { body: "{}" }),
  });
  const response = await declared[method](request, { params: Promise.resolve({ clusterId }) });
  return { status: response.status, body: await response.json() };
}

const idOf = (name: string): string => clusters.find((cluster) => cluster.name === name)?.id ?? "";

async function declaredOf(name: string): Promise<ClusterDeclared> {
  return vi.waitFor(
    async () => {
      const { body } = await call("GET", idOf(name));
      const answer = v.parse(clusterDeclaredSchema, body);
      expect(answer.isReading).toBe(false);
      return answer;
    },
    { timeout: 10_000, interval: 50 },
  );
}

/** The standing of the load balancer behind a Service, by the Service's name. */
async function standingOf(clusterName: string, service: string) {
  const { standings } = await declaredOf(clusterName);
  return standings.find(({ standing }) => "object" in standing && standing.object.name === service)?.standing;
}

describe("GET /api/clusters/{id}/declared", () => {
  it("answers at once that it is reading, and then what is in step", async () => {
    const first = await call("GET", idOf("payments-prod"));
    expect(first).toMatchObject({ status: 200, body: { isReading: true, readAt: null, standings: [], gaps: [] } });
    expect(await standingOf("payments-prod", "ledger-grpc")).toMatchObject({
      state: "in-step",
      object: { kind: "Service", namespace: "ledger", name: "ledger-grpc" },
    });
  });

  it("says of a malformed annotation where it breaks, with the controller's event", async () => {
    expect(await standingOf("payments-prod", "ledger-metrics")).toMatchObject({
      state: "declared-unreadable",
      reason: "not-a-set",
      problems: [{ code: "not-json", line: 1, column: 49 }],
      event: { reason: "SyncLoadBalancerFailed" },
    });
  });

  it("tells what the controller was refused, what it has not got through, and what was edited past it", async () => {
    expect(await standingOf("payments-staging", "public")).toMatchObject({
      state: "declared-not-applied",
      cause: "controller-failed",
      event: { reason: "SyncLoadBalancerFailed" },
    });
    expect(await standingOf("storefront-prod", "assets")).toMatchObject({
      state: "declared-not-applied",
      cause: "not-through",
    });
    expect(await standingOf("storefront-prod", "checkout-api")).toMatchObject({
      state: "stored-differs",
      cause: "edited-directly",
    });
  });

  it("says that a load balancer has no Service any more", async () => {
    const { standings } = await declaredOf("platform-tools");
    expect(standings.map(({ standing }) => standing.state)).toContain("no-manifest-found");
  });

  it.each([
    ["payments-eu", "failed", "unreachable"],
    ["data-lake", "refused", "forbidden"],
  ])("calls nothing of %s not set: it is not readable, with the reason", async (name, outcome, code) => {
    const { standings, gaps } = await declaredOf(name);
    expect(standings.length).toBeGreaterThan(0);
    for (const { standing } of standings) {
      expect(standing).toMatchObject({ state: "declared-unreadable", reason: "not-readable", problem: { code } });
    }
    expect(gaps[0]).toMatchObject({ outcome, code });
  });

  it("has a new StorageClass written from the one that made a mount target, once that was read", async () => {
    const { standings } = await declaredOf("payments-prod");
    const [made] = standings.flatMap(({ resourceId, standing }) =>
      "object" in standing && standing.object.kind === "StorageClass" ? [{ resourceId, ...standing.object }] : [],
    );
    if (made === undefined) throw new Error("No mount target of payments-prod has a StorageClass.");
    const resource = await import("@/app/api/resources/[resourceId]/route");
    const answer = await resource.GET(new Request(`${origin}/api/resources/x`, { headers }), {
      params: Promise.resolve({ resourceId: made.resourceId }),
    });
    const { manifest, storageClass } = await answer.json();
    expect(storageClass.storageClass).toMatchObject({
      name: made.name,
      reclaimPolicy: "Delete",
      volumeBindingMode: "Immediate",
    });
    expect(manifest.yaml).toContain(`  name: ${made.name}-new`);
    expect(manifest.yaml).toContain("  mountTargetSubnetOcid: ");
    expect(manifest.yaml).toContain("reclaimPolicy: Delete");
  });

  it("holds every StorageClass of the seed against the mount targets that were made with it", async () => {
    const withClasses = seed.regions
      .flatMap(({ kubernetes }) => kubernetes)
      .filter(({ access, objects }) => access === "open" && objects.some(({ kind }) => kind === "StorageClass"))
      .map(({ clusterId }) => clusters.find(({ id }) => id === clusterId)?.name ?? "")
      .filter((name) => name !== "data-lake");
    const answers = await Promise.all(withClasses.map(declaredOf));
    const states = answers.flatMap(({ standings }) =>
      standings.flatMap(({ standing }) =>
        "object" in standing && standing.object.kind === "StorageClass" ? [standing.state] : [],
      ),
    );
    expect(new Set(states)).toEqual(new Set(["in-step", "stored-differs"]));
  });

  it("does not know a cluster that is not there", async () => {
    expect(await call("GET", "ocid1.cluster.oc1.iad.nowhere")).toMatchObject({ status: 404 });
  });
});

describe("POST /api/clusters/{id}/declared", () => {
  it("reads anew, and keeps what was read until then", async () => {
    const before = await declaredOf("payments-prod");
    const { status, body } = await call("POST", idOf("payments-prod"));
    expect([status, body]).toMatchObject([202, { isReading: true, readAt: before.readAt }]);
    const after = await declaredOf("payments-prod");
    expect(Date.parse(after.readAt ?? "")).toBeGreaterThan(Date.parse(before.readAt ?? ""));
  });
});
