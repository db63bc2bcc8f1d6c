import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { planStoreOf } from "@/lib/changes/plan/plan-store";
import { previewPlan } from "@/lib/changes/plan/preview-plan";
import type { PlanEnvironment } from "@/lib/changes/plan/run-plan";
import { runningPlans } from "@/lib/changes/plan/running-plans";
import { cancelPlan, startPlan } from "@/lib/changes/plan/start-plan";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import type { ChangePlan, CreatePlanDetails } from "@/lib/contract/change-plan";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

const patience = 60_000;
const limit = 10;
const label: ChangeOperation = { op: "add", namespace: "network", key: "zone", value: "app" };

let world: EmulatedWorld;
beforeEach(async () => {
  world = await makeWorld(emulator, "acme");
}, patience);

const environmentOf = ({ ociContext, environment }: EmulatedWorld): PlanEnvironment => ({
  principal: ociContext.principal,
  ...(environment.clock && { clock: environment.clock }),
  environmentFor: () => Promise.resolve(environment),
  onBug: environment.onBug,
});

const idsOf = (...names: readonly (readonly [Parameters<EmulatedWorld["resource"]>[0], string])[]) =>
  names.map(([kind, name]) => world.resource(kind, name).id);

const balancers = () =>
  idsOf(["load-balancer", "storefront-canary"], ["network-load-balancer", "syslog"], ["mount-target", "installers"]);

const review = (resourceIds: readonly string[], operations: readonly ChangeOperation[] = [label]) =>
  previewPlan(world.ociContext, { inventory: world.inventory, limit }, { resourceIds, operations });

/** What a person would send who reviewed this and typed the right count. */
async function reviewed(resourceIds: readonly string[], operations = [label]): Promise<CreatePlanDetails> {
  const { steps } = await review(resourceIds, operations);
  const ready = steps.filter((step) => step.state === "ready");
  return {
    operations,
    steps: ready.map(({ resourceId, etag, preview }) => ({ resourceId, etag, seenSecurityAttributes: preview.before })),
    confirmedCount: ready.length,
  };
}

/** Runs a plan to its end. */
async function outcome(details: CreatePlanDetails): Promise<ChangePlan> {
  const started = await startPlan(environmentOf(world), { inventory: world.inventory, limit }, details);
  if (!started.ok) throw new Error(`The plan was refused: ${JSON.stringify(started.body)}`);
  await started.ended;
  const plan = planStoreOf(world.ociContext.principal).get(started.plan.id);
  if (plan === null) throw new Error("The plan is not in the store.");
  expect(world.bugs).toEqual([]);
  return plan;
}

const statesOf = ({ steps }: ChangePlan) => steps.map(({ displayName, state }) => [displayName, state]);

describe("the review of a plan", () => {
  test("tells for each resource what would be written, in the order of the run, and writes nothing", async () => {
    const { steps, unknown } = await review([...balancers(), "ocid1.loadbalancer.oc1..gone"]);
    expect(steps.map(({ displayName, state }) => [displayName, state])).toEqual([
      ["installers", "ready"],
      ["syslog", "ready"],
      ["storefront-canary", "ready"],
    ]);
    expect(unknown).toEqual(["ocid1.loadbalancer.oc1..gone"]);
    expect(steps[0]).toMatchObject({ preview: { after: [{ namespace: "network", key: "zone", value: "app" }] } });
    expect(await world.writes()).toEqual([]);
  });

  test("says why a resource is left, and what is as wanted already", async () => {
    const [canary] = idsOf(["load-balancer", "storefront-canary"]);
    const taken = { op: "add", namespace: "app", key: "tier", value: "db" } as const;
    const there = { op: "add", namespace: "app", key: "tier", value: "web" } as const;
    expect((await review([canary ?? ""], [taken])).steps).toMatchObject([
      { state: "refused", reason: "It carries app.tier already, with value web. To give it another, choose Change." },
    ]);
    expect((await review([canary ?? ""], [there])).steps).toMatchObject([{ state: "unchanged" }]);
  });

  test("refuses what cannot be read with OCI's words, and goes on with the others", async () => {
    const effect = { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "Not there." } as const;
    await world.tenancy.addFault({ operation: "getMountTarget", effect });
    const { steps } = await review(balancers());
    expect(steps.map(({ displayName, state }) => [displayName, state])).toEqual([
      ["syslog", "ready"],
      ["storefront-canary", "ready"],
      ["installers", "refused"],
    ]);
  });
});

describe("a plan", () => {
  test("changes one resource after the other, and each is verified by a fresh read", async () => {
    const plan = await outcome(await reviewed(balancers()));
    expect(plan).toMatchObject({ state: "finished" });
    expect(plan.finishedAt).not.toBeNull();
    expect(statesOf(plan)).toEqual([
      ["installers", "verified"],
      ["syslog", "verified"],
      ["storefront-canary", "verified"],
    ]);
    expect((await world.writes()).map(({ operation }) => operation)).toEqual([
      "updateMountTarget",
      "updateNetworkLoadBalancer",
      "updateLoadBalancer",
    ]);
  });

  test("stops at the first that fails, and what comes after is not written", async () => {
    const effect = { kind: "work-request-fails", message: "Out of capacity." } as const;
    const details = await reviewed(balancers());
    await world.tenancy.addFault({ operation: "updateNetworkLoadBalancer", effect });
    const plan = await outcome(details);
    expect(plan.state).toBe("stopped");
    expect(statesOf(plan)).toEqual([
      ["installers", "verified"],
      ["syslog", "failed"],
      ["storefront-canary", "not-run"],
    ]);
    expect(plan.steps[1]?.changeId).not.toBeNull();
    expect(plan.steps[1]?.message).toContain("Out of capacity.");
    expect(await world.writes()).toHaveLength(2);
  });

  test("stops where a resource is not as it was reviewed", async () => {
    const details = await reviewed(balancers());
    const syslog = world.resource("network-load-balancer", "syslog");
    await world.change(await world.detailsFor(syslog, { op: "remove", namespace: "app", key: "tier" }));
    const plan = await outcome(details);
    expect(statesOf(plan).map(([, state]) => state)).toEqual(["verified", "failed", "not-run"]);
    expect(plan.steps[1]?.message).toContain("were changed after you opened it");
  });

  test("changes both surfaces of one node pool, though the first write gives the pool another etag", async () => {
    const own = { op: "add", namespace: "app", key: "tier", value: "web" } as const;
    const ids = idsOf(["node-pool-secondary-vnics", "canary"], ["node-pool-primary-vnic", "canary"]);
    const details = await reviewed(ids, [own]);
    expect(details.steps).toHaveLength(2);
    const plan = await outcome(details);
    expect(plan.steps.every(({ state }) => state === "verified")).toBe(true);
  });

  test("that is cancelled follows the step that runs and begins no other", async () => {
    const details = await reviewed(balancers());
    const environment = environmentOf(world);
    let listed: ReturnType<typeof runningPlans> = [];
    const started = await startPlan(
      {
        ...environment,
        environmentFor: (resourceId) => {
          listed = runningPlans(environment.principal);
          const id = planStoreOf(environment.principal).running()?.id ?? "";
          cancelPlan(environment, id);
          return environment.environmentFor(resourceId);
        },
      },
      { inventory: world.inventory, limit },
      details,
    );
    if (!started.ok) throw new Error("refused");
    await started.ended;
    const plan = planStoreOf(environment.principal).get(started.plan.id);
    expect(plan?.state).toBe("cancelled");
    expect(listed).toMatchObject([{ isCancelling: false, verified: 0, total: 3, current: "installers" }]);
    expect(runningPlans(environment.principal)).toEqual([]);
    expect(plan && statesOf(plan).map(([, state]) => state)).toEqual(["verified", "not-run", "not-run"]);
    expect(await world.writes()).toHaveLength(1);
  });

  test.each([
    [
      "a count that is not the plan's",
      (details: CreatePlanDetails) => ({ ...details, confirmedCount: 2 }),
      "confirmedCount",
    ],
    [
      "more resources than the console's limit",
      ({ steps, ...details }: CreatePlanDetails) => {
        const many = Array.from({ length: limit + 1 }, () => steps)
          .flat()
          .slice(0, limit + 1);
        return { ...details, steps: many, confirmedCount: many.length };
      },
      "steps",
    ],
    [
      "a resource that is named twice",
      ({ steps, ...details }: CreatePlanDetails) => ({
        ...details,
        steps: [...steps.slice(0, 1), ...steps.slice(0, 1)],
        confirmedCount: 2,
      }),
      "steps[1].resourceId",
    ],
    [
      "a resource that is not known",
      ({ steps, ...details }: CreatePlanDetails) => ({
        ...details,
        steps: steps.map((step) => ({ ...step, resourceId: "x" })),
      }),
      "steps[0].resourceId",
    ],
  ] as const)("is refused for %s, and nothing is written", async (_, spoilt, field) => {
    const details = await reviewed(balancers());
    const answer = await startPlan(environmentOf(world), { inventory: world.inventory, limit }, spoilt(details));
    expect(answer).toMatchObject({ ok: false, status: 400, body: { field } });
    expect(await world.writes()).toEqual([]);
  });

  test("keeps the reason that was given, and is refused without one where one is required", async () => {
    const bare = world.inventory.resources.find(
      ({ kind, ocid, securityAttributes, edit }) =>
        kind === "cluster-endpoint" &&
        securityAttributes.length === 0 &&
        edit.add.offered &&
        // Its first attribute keeps no node from joining: that is for guards to say.
        !world.inventory.nodePools.some(({ clusterId }) => clusterId === ocid),
    );
    const first = await reviewed([bare?.id ?? ""]);
    for (const spoilt of [first, { ...first, reason: "" }]) {
      const refused = await startPlan(environmentOf(world), { inventory: world.inventory, limit }, spoilt);
      expect(refused).toMatchObject({ ok: false, status: 400, body: { field: "reason" } });
    }
    expect(await world.writes()).toEqual([]);
    const plan = await outcome({ ...first, reason: "Change 4711" });
    expect(plan).toMatchObject({ state: "finished", reason: "Change 4711" });
    expect((await outcome(await reviewed(balancers()))).reason).toBeNull();
  });

  test("is refused while another one runs", async () => {
    const details = await reviewed(balancers());
    const first = await startPlan(environmentOf(world), { inventory: world.inventory, limit }, details);
    const second = await startPlan(environmentOf(world), { inventory: world.inventory, limit }, details);
    expect(second).toMatchObject({ ok: false, status: 409 });
    if (first.ok) await first.ended;
    expect(await world.writes()).toHaveLength(3);
  });
});
