import { describe, expect, it } from "vitest";
import type { ClusterDeclaration } from "@/lib/inventory/declaration";
import { makeDeclarations } from "@/lib/inventory/declarations";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";
import { clusterFrom } from "@/lib/oke/test-builders";

const contextOf = (cacheKey: string): OciContext => ({
  principal: {
    tenancyId: "ocid1.tenancy.oc1..a",
    userId: null,
    authentication: "session-token",
    configFile: "",
    profile: "",
    region: "us-ashburn-1",
    emulatorUrl: null,
    chosenRegions: null,
    cacheKey,
  },
});
const context = contextOf("a");
const cluster = clusterFrom("one");
const none = { items: [], problem: null };
const inventoryOf = (finishedAt: string | null) => ({ finishedAt }) as Inventory;
const whole = inventoryOf("2026-11-23T11:00:00Z");

function setUp() {
  let nowMs = Date.parse("2026-11-23T12:00:00Z");
  const ends: ((declaration: ClusterDeclaration) => void)[] = [];
  const asked: OciContext[] = [];
  const declarations = makeDeclarations({
    now: () => nowMs,
    read: (asker) => {
      asked.push(asker);
      return new Promise((resolve) => ends.push(resolve));
    },
  });
  const settle = async (isOfWholeInventory = true) => {
    await Promise.resolve();
    const finishedAt = new Date(nowMs).toISOString();
    ends.shift()?.({
      clusterId: cluster.id,
      startedAt: finishedAt,
      finishedAt,
      isOfWholeInventory,
      lists: { services: none, ingressClasses: none, storageClasses: none, persistentVolumes: none },
      events: new Map(),
      hosts: new Map(),
      coverage: [],
    });
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { declarations, asked, settle, wait: (ms: number) => (nowMs += ms) };
}

describe("the declarations of clusters", () => {
  it("are read when a page asks, once for all that ask, and are there at once afterwards", async () => {
    const { declarations, asked, settle } = setUp();
    const signal = AbortSignal.abort();
    expect(declarations.view({ ...context, signal }, whole, cluster)).toEqual({ declaration: null, isReading: true });
    declarations.view(context, whole, cluster);
    await settle();
    expect(declarations.view(context, whole, cluster)).toMatchObject({ declaration: {}, isReading: false });
    expect(asked).toEqual([{ principal: context.principal }]);
  });

  it("are each principal's own", async () => {
    const { declarations, asked, settle } = setUp();
    declarations.view(context, whole, cluster);
    await settle();
    expect(declarations.view(contextOf("b"), whole, cluster).declaration).toBeNull();
    await settle();
    expect(asked).toHaveLength(2);
  });

  it("are read anew behind what is shown after five minutes, or when somebody wants it", async () => {
    const { declarations, asked, settle, wait } = setUp();
    declarations.view(context, whole, cluster);
    await settle();
    wait(4 * 60_000);
    expect(declarations.view(context, whole, cluster).isReading).toBe(false);
    wait(60_000);
    expect(declarations.view(context, whole, cluster)).toMatchObject({ declaration: {}, isReading: true });
    await settle();
    declarations.refresh(context, whole, cluster);
    declarations.refresh(context, whole, cluster);
    await settle();
    expect(asked).toHaveLength(3);
  });

  it("are read anew when the inventory that they were compared with has been read to its end", async () => {
    const { declarations, asked, settle } = setUp();
    declarations.view(context, inventoryOf(null), cluster);
    await settle(false);
    expect(declarations.view(context, inventoryOf(null), cluster).isReading).toBe(false);
    expect(declarations.view(context, whole, cluster).isReading).toBe(true);
    await settle();
    expect(asked).toHaveLength(2);
  });

  it("tell of a failure of ours once, and are read again after it", async () => {
    const failing = makeDeclarations({ now: Date.now, read: () => Promise.reject(new Error("ours")) });
    failing.view(context, whole, cluster);
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => failing.view(context, whole, cluster)).toThrow("ours");
    expect(failing.view(context, whole, cluster).isReading).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
  });
});
