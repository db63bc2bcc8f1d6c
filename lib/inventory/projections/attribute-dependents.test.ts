import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import type { Inventory } from "@/lib/inventory/inventory";
import { attributeDependents } from "@/lib/inventory/projections/attribute-dependents";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

let emulator: RunningEmulator;
let inventory: Inventory;
beforeAll(async () => {
  emulator = await startEmulator();
  const { read } = await makeTestTenancy(emulator, "acme");
  do inventory = await read();
  while (inventory.finishedAt === null);
}, 180_000);
afterAll(() => emulator.close());

const dmz = { namespace: "legacy-net", key: "segment", value: "dmz" };
const toDmz =
  "in network.vcn:prod-iad VCN allow app.tier:web endpoints to connect to legacy-net.segment:dmz endpoints with protocol='tcp/443'";

const policiesOf = (...statements: readonly string[]): Reading<readonly ZprPolicy[]> => ({
  state: "read",
  readAt: "2026-01-01T00:00:00Z",
  value: [
    {
      id: "ocid1.zprpolicy.oc1.iad.a",
      name: "edge",
      description: "",
      lifecycleState: "ACTIVE",
      lifecycleDetails: null,
      statements,
      timeUpdated: null,
      tags: [],
    },
  ],
});

const forecastOf = (policies: Reading<readonly ZprPolicy[]>) => {
  const answer = attributeDependents(inventory, policies, dmz);
  if (answer?.flows.state !== "known") throw new Error("The flows are not known.");
  return answer.flows.forecasts[0];
};

test("the flows of a retired attribute are those that a statement allows by it and nothing else allows", () => {
  const forecast = forecastOf(policiesOf(toDmz));
  expect(forecast?.counts.lost).toBeGreaterThan(0);
  expect(forecast?.groups.map(({ change, protocols, direction }) => [change, protocols, direction])).toEqual([
    ["lost", "tcp/443", "to"],
  ]);
  expect(forecast?.groups[0]?.resources.items).toMatchObject([
    { name: expect.stringContaining("-"), what: "Load balancer" },
  ]);
  const wider = toDmz.replace("legacy-net.segment:dmz", "oke.role:ingress").replace("tcp/443", "tcp");
  expect(forecastOf(policiesOf(toDmz, wider))).toMatchObject({ groups: [], groupCount: 0 });
});

test("while the policies are being read, flows and statements are not known, and it says that they will be", () => {
  const answer = attributeDependents(inventory, notAsked, dmz);
  expect(answer).toMatchObject({
    state: "retired",
    statements: { total: 0 },
    policies: { state: "not-asked" },
    flows: { state: "unknown", isReading: true },
  });
});

test("what nothing carries has no dependents", () => {
  expect(attributeDependents(inventory, notAsked, { ...dmz, value: "never" })).toBeNull();
});
