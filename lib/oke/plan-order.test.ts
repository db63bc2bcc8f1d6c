import { expect, test } from "vitest";
import { inPlanOrder } from "@/lib/oke/plan-order";
import { resourceKinds, type ResourceKind } from "@/lib/oke/resource-kind";

const step = (kind: ResourceKind, displayName: string) => ({ kind, displayName, resourceId: `${kind} ${displayName}` });

test("what an edit reaches last stands first, and the way into a cluster last", () => {
  const steps = (["cluster-endpoint", "load-balancer", "node-pool-primary-vnic", "mount-target"] as const).map((kind) =>
    step(kind, "a"),
  );
  expect(inPlanOrder(steps).map(({ kind }) => kind)).toEqual([
    "node-pool-primary-vnic",
    "mount-target",
    "load-balancer",
    "cluster-endpoint",
  ]);
});

test("the same resources come in the same order, however they were chosen", () => {
  const steps = resourceKinds.flatMap((kind) => ["b", "a", "Z"].map((name) => step(kind, name)));
  expect(inPlanOrder(steps.toReversed())).toEqual(inPlanOrder(steps));
  expect(inPlanOrder(steps)).toHaveLength(steps.length);
});
