import { expect, test } from "vitest";
import { MapDraftStore } from "@/lib/changes/map-draft/map-draft-store";

const details = { type: "policy", policyId: null, name: "p", statements: [] } as const;
const hour = 60 * 60_000;
const draft = (id: string) => ({ id, details, storedAt: new Date(0).toISOString() });

test("a draft is kept for eight hours", () => {
  const store = new MapDraftStore();
  store.add(draft("a"));
  expect(store.get("a", 8 * hour)?.id).toBe("a");
  expect(store.get("a", 8 * hour + 1)).toBeNull();
  expect(store.get("a", 0)).toBeNull();
  expect(store.get("b", 0)).toBeNull();
});

test("the oldest of many makes room", () => {
  const store = new MapDraftStore();
  for (let index = 0; index < 21; index += 1) store.add(draft(`${index}`));
  expect(store.get("0", 0)).toBeNull();
  expect(store.get("1", 0)?.id).toBe("1");
  expect(store.get("20", 0)?.id).toBe("20");
});
