import { expect, test } from "vitest";
import { ChangeStore } from "@/lib/changes/change-store";
import type { Change } from "@/lib/contract/changes";

const change = (id: string, isFinished: boolean): Change => ({
  id,
  resourceId: "ocid1.mounttarget.oc1..a",
  kind: "mount-target",
  displayName: "a",
  region: "us-ashburn-1",
  clusterId: null,
  state: isFinished ? "verified" : "writing",
  isFinished,
  operations: [],
  before: [],
  after: [],
  actual: null,
  startedAt: "2026-01-01T00:00:00Z",
  finishedAt: null,
  message: "",
  error: null,
  workRequest: null,
  opcRequestId: null,
});

test("the history is bounded and never forgets a change that runs", () => {
  const store = new ChangeStore();
  store.add(change("running", false));
  for (let index = 0; index < 1000; index += 1) store.add(change(`done-${index}`, true));
  expect(store.list()).toHaveLength(200);
  expect(store.get("running")).not.toBeNull();
  expect(store.get("done-0")).toBeNull();
  expect(store.list()[0]?.id).toBe("done-999");
});

test("an object is reserved once until it is released", () => {
  const store = new ChangeStore();
  expect(store.reserve("a")).toBe(true);
  expect(store.reserve("a")).toBe(false);
  expect(store.reserve("b")).toBe(true);
  store.release("a");
  expect(store.reserve("a")).toBe(true);
});
