import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { effectOfChange } from "@/lib/changes/effect-of-change";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import type { EffectDetails, EffectEndsView, EffectForecast } from "@/lib/contract/effect";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { listZprPolicies } from "@/lib/oci/zpr";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

let emulator: RunningEmulator;
let world: EmulatedWorld;
let policies: Reading<readonly ZprPolicy[]> & { state: "read" };
beforeAll(async () => {
  emulator = await startEmulator();
  world = await makeWorld(emulator, "acme");
  const value = await listZprPolicies(world.ociContext, { region: world.inventory.homeRegion });
  policies = { state: "read", value, readAt: new Date().toISOString() };
}, 60_000);
afterAll(() => emulator.close());

const enforced = (namespace: string, key: string, value: string) =>
  ({ namespace, key, value, mode: "enforce", unreadable: null, otherMembers: [] }) as const;

type EffectKnown = Awaited<ReturnType<typeof known>>;

const endsText = ({ items, total }: EffectEndsView) =>
  [...items.map((end) => (end.kind === "endpoint" ? end.name : end.kind)), `= ${total}`].join(" ");
const linesOf = ({ groups }: EffectForecast) =>
  groups.map(
    ({ change, protocols, direction, resources, others, after: { statements } }) =>
      `${change} ${protocols} ${direction} ${endsText(resources)}, ${endsText(others)}${statements.map((each) => `, ${each.policies.map(({ name }) => name).join()}`).join("")}`,
  );

async function known(details: EffectDetails) {
  const answer = await effectOfChange(world.ociContext, world.inventory, policies, details);
  if (answer.state !== "known") throw new Error(answer.cause);
  return answer;
}

describe("the effect of an edit in a tenancy", () => {
  test("names exactly the workers that reach a mount target once it is storage", async () => {
    const resource = world.resource("mount-target", "settlement-reports");
    const after = [
      ...resource.securityAttributes.map(({ verdict: _verdict, ...attribute }) => attribute),
      enforced("oke", "role", "storage"),
    ];
    const { forecasts, edge } = await known({ type: "attributes", resourceId: resource.id, after });
    expect([edge, forecasts.map(({ stage }) => stage)]).toEqual([null, ["now"]]);
    // By the third statement of payments-flows; nothing names what it gives up, as it keeps its other attribute.
    const workers =
      /^gained tcp\/2048-2050 to settlement-reports = 1, ledger ledger\/ledger-grpc\/\S+ = 2, payments-flows$/u;
    expect(forecasts.flatMap(linesOf)).toEqual([expect.stringMatching(workers)]);
  });

  test("of a pool tells the time with old and new nodes from the time after", async () => {
    const resource = world.resource("node-pool-primary-vnic", "ledger");
    const { forecasts, edge } = await known({ type: "attributes", resourceId: resource.id, after: [] });
    expect([edge, forecasts.map(({ stage }) => stage)]).toEqual(["last", ["during", "after"]]);
    expect(forecasts.every(({ counts }) => counts.lost + counts["perhaps-lost"] > 0)).toBe(true);
  });

  test("of a pool takes running nodes with what each carries once they were read, and says how old that is", async () => {
    // The one of payments-prod: staging has a smaller one of this name.
    const pool = world.inventory.nodePools.find(({ name, nodes }) => name === "gateway" && nodes?.length === 12);
    const resource = world.inventory.resources.find(({ id }) => id === `${pool?.id}:primary-vnic`);
    if (resource === undefined) throw new Error("No pool named gateway has twelve nodes.");
    const details = { type: "attributes", resourceId: resource.id, after: [enforced("pci", "scope", "cde")] } as const;
    const endsOf = ({ groups }: Pick<EffectForecast, "groups">) =>
      groups.flatMap(({ resources, others }) => [...resources.items, ...others.items]);
    const runningIn = ({ forecasts }: EffectKnown) =>
      [
        ...new Set(
          endsOf(forecasts[0] ?? { groups: [] }).flatMap((end) =>
            end.kind === "endpoint" && end.name.includes("running nodes of gateway") ? [end.name] : [],
          ),
        ),
      ].toSorted();

    const assumed = await known(details);
    expect(assumed.runningBasis).toEqual({ readAt: null, unreadNodes: 0, assumed: ["gateway"] });
    expect(runningIn(assumed)).toEqual(["running nodes of gateway"]);

    await currentNodeReadings().start(world.ociContext, world.inventory, { nodePoolId: resource.ocid });
    const read = await known(details);
    expect(read.runningBasis).toEqual({ readAt: expect.stringMatching(/^20/u), unreadNodes: 0, assumed: [] });
    // Seven carry the present set, five an older one.
    expect(runningIn(read)).toEqual(["5 of 12 running nodes of gateway", "7 of 12 running nodes of gateway"]);
  });

  test("of statements in another order is empty", async () => {
    const policy = policies.value.find(({ name }) => name === "payments-flows");
    const statements = policy?.statements.toReversed() ?? [];
    const details = { type: "policy", policyId: policy?.id ?? "", name: "payments-flows", statements } as const;
    expect((await known(details)).forecasts).toMatchObject([{ groups: [], groupCount: 0 }]);
  });

  test("is unknown, with the cause, without the policies", async () => {
    const refused = {
      state: "refused",
      message: "You may not.",
      code: null,
      opcRequestId: null,
      readAt: "2026-01-01T00:00:00Z",
    } as const;
    const details = { type: "policy", policyId: null, name: "new", statements: [] } as const;
    expect(await effectOfChange(world.ociContext, world.inventory, refused, details)).toEqual({
      state: "unknown",
      cause: "The ZPR policies could not be read: You may not.",
      isReading: false,
    });
    expect(await effectOfChange(world.ociContext, world.inventory, notAsked, details)).toMatchObject({
      state: "unknown",
      isReading: true,
    });
  });
});
