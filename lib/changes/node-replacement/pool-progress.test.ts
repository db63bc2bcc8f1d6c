import { describe, expect, test } from "vitest";
import { progressFrom } from "@/lib/changes/node-replacement/pool-progress";
import { nodePoolFrom } from "@/lib/oke/test-builders";

const old = ["a", "b", "c"];
const before = { nodes: old.map((id) => ({ id, name: id, state: "waiting" }) as const), newNodes: [] };

/** What the pool is seen to hold: nodes that run, and by name those in another state. */
const statesWith = (running: readonly string[], others: Readonly<Record<string, string>> = {}) => {
  const states = { ...Object.fromEntries(running.map((id) => [id, "ACTIVE"])), ...others };
  const nodes = Object.entries(states).map(([id, lifecycleState]) => ({ id, name: id, lifecycleState }));
  const pool = nodePoolFrom("pool", "c", { nodes });
  return progressFrom(before, new Set(old), pool, "2026-11-01T10:00:00.000Z").nodes.map(({ state }) => state);
};

describe("a node that was deleted", () => {
  test("is gone, and not replaced, while none is ready in its place", () => {
    expect(statesWith(["b", "c"])).toEqual(["gone", "waiting", "waiting"]);
    expect(statesWith(["b", "c"], { d: "CREATING" })).toEqual(["gone", "waiting", "waiting"]);
    expect(statesWith(["b", "c"], { d: "FAILING" })).toEqual(["gone", "waiting", "waiting"]);
  });

  test("is replaced once another is ready, and each new node counts for one", () => {
    expect(statesWith(["b", "c", "d"])).toEqual(["replaced", "waiting", "waiting"]);
    expect(statesWith(["c", "d"])).toEqual(["replaced", "gone", "waiting"]);
  });

  test("is neither while it drains, though a node came before it goes", () => {
    expect(statesWith(["b", "c", "d"], { a: "DELETING" })).toEqual(["leaving", "waiting", "waiting"]);
  });
});
