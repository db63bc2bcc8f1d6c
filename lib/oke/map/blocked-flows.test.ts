import { describe, expect, test } from "vitest";
import { mapModelOf } from "@/lib/oke/map/map-model";
import { testMapWorld } from "@/lib/oke/map/test-worlds";
import { parseGuardFile } from "@/lib/zpr/guards/parse-guard-file";

const { compiled, resources } = testMapWorld(50);
const worlds = { before: compiled, after: compiled };

function blockedOf(mustReach: readonly { from: string; to: string; protocol?: string }[]) {
  const parsed = parseGuardFile({ mustReach });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const model = mapModelOf(worlds, "now", resources, parsed.file.lines);
  return { model, blocked: model.flows.filter(({ mark }) => mark === "blocked") };
}

describe("what must reach and does not", () => {
  test("is on the map with the line that it breaks", () => {
    const { model, blocked } = blockedOf([{ from: "app.tier:db", to: "app.tier:web", protocol: "tcp/22" }]);
    expect(blocked.length).toBeGreaterThan(0);
    for (const { source, target, guard, protocols } of blocked) {
      expect(model.byId.has(source) && model.byId.has(target)).toBe(true);
      expect(guard).toBe("app.tier:db must reach app.tier:web on tcp/22");
      expect(protocols).toBe("tcp/22");
    }
  });

  test("is one flow for a pair, however many lines it breaks", () => {
    const lines = [
      { from: "app.tier:db", to: "app.tier:web", protocol: "tcp/22" },
      { from: "app.tier:db", to: "app.tier:web", protocol: "tcp/23" },
    ];
    const { blocked } = blockedOf(lines);
    expect(new Set(blocked.map(({ id }) => id)).size).toBe(blocked.length);
    expect(blocked[0]).toMatchObject({ protocols: "tcp/22, tcp/23" });
  });

  test("may come from addresses, which then stand on the map", () => {
    const { model, blocked } = blockedOf([{ from: "192.168.7.0/24", to: "app.tier:db", protocol: "tcp/22" }]);
    expect(blocked.length).toBeGreaterThan(0);
    expect(model.byId.get(blocked[0]?.source ?? "")).toMatchObject({ kind: "address", block: "192.168.7.0/24" });
  });

  test("is none where ZPR allows it", () => {
    expect(blockedOf([{ from: "192.168.7.0/24", to: "app.tier:nobody" }]).blocked).toEqual([]);
    expect(blockedOf([{ from: "10.9.1.0/24", to: "resource-0", protocol: "tcp/443" }]).blocked).toEqual([]);
  });
});

test("what must not reach and is allowed is told with the line that it breaks, and nothing else is", () => {
  const parsed = parseGuardFile({ mustNotReach: [{ from: "app.tier:web", to: "app.tier:api" }] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const model = mapModelOf(worlds, "now", resources, parsed.file.lines);
  const told = model.flows.filter(({ guard }) => guard !== null);
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThan(model.flows.length);
  for (const { mark, guard, statements } of told) {
    expect(mark).toBe("allowed");
    expect(guard).toBe("app.tier:web must not reach app.tier:api");
    expect(statements.length).toBeGreaterThan(0);
  }
  const before = mapModelOf(worlds, "now", resources, []);
  expect(model.flows.map(({ id }) => id)).toEqual(before.flows.map(({ id }) => id));
});
