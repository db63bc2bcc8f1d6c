import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { previewPlan } from "@/lib/changes/plan/preview-plan";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

let emulator: RunningEmulator;
let world: EmulatedWorld;
beforeAll(async () => {
  emulator = await startEmulator();
  world = await makeWorld(emulator, "acme");
}, 60_000);
afterEach(() => world.tenancy.clearFaults());
afterAll(() => emulator.close());

const assets = "web/assets/416d8df5-0c39-476f-ad2b-3bb32c0845b7";
const ledger = "ledger/ledger-grpc/96060599-1879-481a-a3ca-aa92ece7d5fc";
const remove: ChangeOperation = { op: "remove", namespace: "app", key: "tier" };
const review = (ids: readonly string[], operations: readonly ChangeOperation[]) =>
  previewPlan(world.ociContext, { inventory: world.inventory, limit: 10 }, { resourceIds: ids, operations });

test("a manifest of which nothing would be left is a step by hand, with both ways to empty it", async () => {
  const { id } = world.resource("network-load-balancer", assets);
  const { steps } = await review([id, world.resource("network-load-balancer", "syslog").id], [remove]);
  expect(steps.map(({ displayName, state }) => [displayName, state])).toEqual([
    ["syslog", "ready"],
    [assets, "by-hand"],
  ]);
  expect(steps[1]).toMatchObject({
    step: {
      ways: [
        { label: "Remove the annotation", command: expect.stringContaining("--resource-version") },
        { label: "Write {} into the annotation", command: expect.stringContaining("security-attributes={}'") },
      ],
    },
  });
});

test("a manifest that cannot be read is a step by hand: the cause, and the annotation with the whole set", async () => {
  const effect = { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "Not there." } as const;
  await world.tenancy.addFault({ operation: "createKubeconfig", effect });
  const { id } = world.resource("network-load-balancer", ledger);
  const add: ChangeOperation = { op: "add", namespace: "network", key: "zone", value: "app" };
  const [step] = (await review([id], [add])).steps;
  expect(step).toMatchObject({
    state: "by-hand",
    reason: expect.stringMatching(/Service owns this setting.*The console cannot write it: .*Not there/u),
    step: { ways: [{ command: expect.stringContaining(`"network":{"zone":{"value":"app","mode":"enforce"}}`) }] },
  });
});

test("the first attribute of an API endpoint makes the plan one that wants a reason", async () => {
  const bare = world.inventory.resources.find(
    ({ kind, securityAttributes, edit }) =>
      kind === "cluster-endpoint" && securityAttributes.length === 0 && edit.add.offered,
  );
  const add: ChangeOperation = { op: "add", namespace: "network", key: "zone", value: "app" };
  expect((await review([bare?.id ?? ""], [add])).reasonRequiredBecause).toContain("API endpoint");
  const { id } = world.resource("mount-target", "installers");
  expect((await review([id], [add])).reasonRequiredBecause).toBeNull();
});
