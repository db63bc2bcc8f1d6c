import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { listResourcesRequestSchema } from "@/lib/contract/list-resources-request";
import { listSecurityAttributesRequestSchema } from "@/lib/contract/list-security-attributes-request";
import { type ListResourcesResponse } from "@/lib/contract/resources";
import { type SecurityAttributesResponse } from "@/lib/contract/security-attributes";
import type { Inventory } from "@/lib/inventory/inventory";
import { findingsIn } from "@/lib/inventory/projections/findings";
import { listResources } from "@/lib/inventory/projections/list-resources";
import { listSecurityAttributes } from "@/lib/inventory/projections/list-security-attributes";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { severityOf } from "@/lib/zpr/verdict-state";

type Query = Readonly<Record<string, string>>;

let emulator: RunningEmulator;
const inventories = new Map<string, Inventory>();

beforeAll(async () => {
  emulator = await startEmulator();
  for (const seed of ["acme", "restricted", "hostile"]) {
    inventories.set(seed, await (await makeTestTenancy(emulator, seed)).read());
  }
}, 60_000);

afterAll(() => emulator.close());

function inventoryOf(seed: string): Inventory {
  const inventory = inventories.get(seed);
  if (!inventory) throw new Error(`No inventory of ${seed}`);
  return inventory;
}

function resources(seed: string, query: Query = {}): ListResourcesResponse {
  const answer = listResources(
    inventoryOf(seed),
    findingsIn(inventoryOf(seed), {}),
    v.parse(listResourcesRequestSchema, query),
  );
  if (!answer) throw new Error("The page token was refused");
  return answer;
}

function attributes(seed: string, query: Query = {}): SecurityAttributesResponse {
  const answer = listSecurityAttributes(
    inventoryOf(seed),
    v.parse(listSecurityAttributesRequestSchema, { limit: "100", ...query }),
  );
  if (!answer) throw new Error("The page token was refused");
  return answer;
}

describe.each(["acme", "restricted", "hostile"])("where an attribute is used, in %s", (seed) => {
  it("leads to a list of as many resources as are counted, for every value", () => {
    const rows = attributes(seed, { by: "value" }).items;
    expect(rows.length).toBeGreaterThan(0);
    for (const { namespace, key, usedValues } of rows) {
      for (const { value, resourceCount } of usedValues) {
        expect(resources(seed, { attribute: `${namespace}.${key}:${value}` }).total).toBe(resourceCount);
      }
    }
  });

  it("leads to a list of as many resources as are counted, for every key", () => {
    for (const { namespace, key, resourceCount } of attributes(seed).items) {
      expect(resources(seed, { attribute: `${namespace}.${key}` }).total).toBe(resourceCount);
    }
  });
});

describe("the stale queue", () => {
  it("has one row for each stale value, the most consequential first, the most carried first in each", () => {
    const rows = attributes("acme", { state: "stale" }).items;
    const weights = rows.map(({ state, resourceCount }) => [severityOf(state), resourceCount] as const);
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(["deleted", "deleting", "value-not-allowed", "retired"]),
    );
    expect(weights).toEqual(weights.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]));
    expect(rows.every(({ usedValues }) => usedValues.length === 1)).toBe(true);
  });

  it("names the resources that carry the value", () => {
    for (const row of attributes("acme", { state: "stale" }).items) {
      expect(row.carriers).toHaveLength(Math.min(row.resourceCount, 5));
      const value = row.usedValues[0]?.value ?? "";
      const listed = resources("acme", { attribute: `${row.namespace}.${row.key}:${value}` }).items;
      const ids = listed.map(({ id }) => id);
      expect(row.carriers.every(({ id }) => ids.includes(id))).toBe(true);
    }
  });

  it("never holds what could not be looked up, which has rows of its own", () => {
    const unknown = attributes("restricted", { state: "unknown", by: "value" }).items;
    const stale = attributes("restricted", { state: "stale" }).items;
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.every(({ state }) => state === "unknown")).toBe(true);
    expect(stale.some(({ state }) => state === "unknown" || state === "ok")).toBe(false);
  });
});

describe("one attribute", () => {
  it("is found by its exact names, whatever their case", () => {
    const found = attributes("acme", { namespace: "data-class", key: "level" }).items;
    expect(found.map(({ namespace, key }) => [namespace, key])).toEqual([["Data-Class", "Level"]]);
  });
});

describe("the namespaces beside the list", () => {
  it("are all those read, with their own states", () => {
    const { namespaces, namespaceCount } = attributes("acme", { namespace: "app" });
    expect(namespaces).toHaveLength(namespaceCount);
    expect(namespaces.find(({ name }) => name === "legacy-net")?.state).toBe("retired");
    expect(namespaces.find(({ name }) => name === "fraud-lab")?.state).toBe("deleting");
    expect(namespaces.find(({ name }) => name === "old-billing")?.state).toBe("deleted");
    expect(namespaces.find(({ name }) => name === "app")?.state).toBe("ok");
  });
});

describe("the list of resources", () => {
  it("counts both sides of protected under the same filter, whichever is shown", () => {
    const all = resources("acme", { region: "eu-frankfurt-1" });
    const shown = resources("acme", { region: "eu-frankfurt-1", protected: "true" });
    const rest = resources("acme", { region: "eu-frankfurt-1", protected: "false" });
    expect(all.protectedTotal + all.unprotectedTotal).toBe(all.total);
    expect([shown.total, rest.total]).toEqual([all.protectedTotal, all.unprotectedTotal]);
    expect([shown.unprotectedTotal, rest.protectedTotal]).toEqual([all.unprotectedTotal, all.protectedTotal]);
    expect(rest.total).toBeGreaterThan(0);
  });

  it("is filtered by how resources stand to clusters, and the parts make the whole", () => {
    const words = ["part-of", "certain", "strong", "possible", "orphan", "unmatched", "shared"];
    const totals = words.map((match) => resources("acme", { match }).total);
    expect(totals.every((total) => total > 0)).toBe(true);
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(resources("acme").total);
  });

  it("takes a value as a whole: a value is not one that only begins alike", () => {
    expect(resources("acme", { attribute: "app.tier:we" }).total).toBe(0);
    expect(resources("acme", { attribute: "app.tier:WEB" }).total).toBe(0);
    expect(resources("acme", { attribute: "APP.Tier:web" }).total).toBeGreaterThan(0);
  });
});
