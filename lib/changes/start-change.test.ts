import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultInput } from "@/emulator/core/faults";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { getChange, listChanges, runningChangeIdOf } from "@/lib/changes/list-changes";
import { previewChange } from "@/lib/changes/preview-change";
import { startChange } from "@/lib/changes/start-change";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import type { Change } from "@/lib/contract/changes";
import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

/** Reading a tenancy takes a while on a machine that does other things too. */
const patience = 60_000;

const add = (namespace: string, key: string, value: string): ChangeOperation => ({ op: "add", namespace, key, value });
const remove = (namespace: string, key: string): ChangeOperation => ({ op: "remove", namespace, key });

const setTo = (world: EmulatedWorld, kind: ResourceKind, name: string, ...operations: readonly ChangeOperation[]) =>
  world.detailsFor(world.resource(kind, name), ...operations);

/** Runs a change to its end and gives what became of it. */
async function outcome(
  world: EmulatedWorld,
  kind: ResourceKind,
  name: string,
  ...operations: readonly ChangeOperation[]
): Promise<Change> {
  const id = await world.change(await setTo(world, kind, name, ...operations));
  const change = getChange(world.ociContext, id);
  if (change === null) throw new Error("The change is not in the store.");
  expect(change.isFinished).toBe(true);
  expect(world.bugs).toEqual([]);
  return change;
}

const names = (attributes: readonly { namespace: string; key: string; value: string }[]) =>
  attributes.map(({ namespace, key, value }) => `${namespace}.${key}:${value}`);

describe("a change of each kind", () => {
  let world: EmulatedWorld;
  beforeAll(async () => {
    world = await makeWorld(emulator, "acme");
  }, patience);

  test.each([
    ["cluster-endpoint", "payments-eu", add("app", "environment", "prod"), "containerengine"],
    ["node-pool-primary-vnic", "checkout", add("oke", "cluster", "storefront-prod"), "containerengine"],
    ["node-pool-secondary-vnics", "canary", add("app", "tier", "web"), "containerengine"],
    ["load-balancer", "storefront-canary", add("network", "zone", "app"), "loadbalancer"],
    ["network-load-balancer", "syslog", remove("app", "tier"), "networkloadbalancer"],
    ["mount-target", "installers", add("oke", "role", "storage"), null],
  ] as const)("is verified by a fresh read: %s", async (kind, name, operation, service) => {
    await world.tenancy.clearRequests();
    const change = await outcome(world, kind, name, operation);
    expect(change).toMatchObject({ state: "verified", error: null, kind, displayName: name, actual: change.after });
    expect(change.workRequest?.service ?? null).toBe(service);
    const now = await world.fresh(world.resource(kind, name));
    expect(names(now.resource.securityAttributes)).toEqual(names(change.after));
    expect(await world.writes()).toHaveLength(1);
    expect(world.replaced.at(-1)?.resource).toEqual(now.resource);
  });

  test("adds three at once up to the cap of five", async () => {
    await world.tenancy.clearRequests();
    const steps = [add("app", "environment", "prod"), add("app", "name", "shop"), add("network", "zone", "app")];
    const change = await outcome(world, "cluster-endpoint", "storefront-eu", ...steps);
    expect(change).toMatchObject({ state: "verified" });
    expect(change.after).toHaveLength(5);
  });

  test("replaces a value and keeps everything else as it was", async () => {
    await world.tenancy.clearRequests();
    const change = await outcome(world, "load-balancer", "corporate-proxy", {
      op: "replace",
      namespace: "network",
      key: "zone",
      value: "app",
    });
    expect(change.state).toBe("verified");
    const [write] = await world.writes();
    expect(write?.requestBody).toEqual({
      securityAttributes: {
        network: { zone: { value: "app", mode: "enforce", usagetype: "zpr" } },
        app: { name: { value: "corporate-proxy", mode: "enforce", usagetype: "zpr" } },
      },
    });
  });
});

describe("what is written", () => {
  let world: EmulatedWorld;
  beforeAll(async () => {
    world = await makeWorld(emulator, "acme");
  }, patience);

  test("for an endpoint holds its present network security groups and public address setting", async () => {
    await world.tenancy.clearRequests();
    const endpoint = world.resource("cluster-endpoint", "payments-prod");
    const config = world.inventory.clusters.find(({ id }) => id === endpoint.ocid)?.endpointConfig;
    expect(config?.nsgIds.length).toBeGreaterThan(0);
    await outcome(world, "cluster-endpoint", "payments-prod", remove("app", "name"));
    const [write] = await world.writes();
    expect(write).toMatchObject({ operation: "updateClusterEndpointConfig" });
    expect(write?.requestBody).toEqual({
      nsgIds: config?.nsgIds,
      isPublicIpEnabled: config?.isPublicIpEnabled,
      securityAttributes: {
        oke: { role: { value: "endpoint", mode: "enforce" } },
        pci: { scope: { value: "cde", mode: "enforce" } },
      },
    });
  });

  test("for a primary VNIC is the primary VNIC alone", async () => {
    await world.tenancy.clearRequests();
    await outcome(world, "node-pool-primary-vnic", "checkout", remove("oke", "role"));
    const [write] = await world.writes();
    expect(write?.requestBody).toEqual({ primaryVnic: { securityAttributes: {} } });
  });

  test("for secondary VNICs is every one of them with all its other members and the one set", async () => {
    await world.tenancy.clearRequests();
    const pool = world.resource("node-pool-secondary-vnics", "ledger");
    const before = world.inventory.nodePools.find(({ id }) => id === pool.ocid)?.secondaryVnics ?? [];
    expect(before.length).toBeGreaterThan(1);
    expect(pool.differingVnics).not.toBeNull();
    const change = await outcome(world, "node-pool-secondary-vnics", "ledger", add("app", "name", "ledger"));
    expect(change.state).toBe("verified");
    const after = await world.fresh(pool);
    expect(after.resource.differingVnics).toBeNull();
    const [write] = await world.writes();
    const { secondaryVnics } = v.parse(secondaryVnicsBody, write?.requestBody);
    const withoutSets = secondaryVnics.map(({ createVnicDetails, ...vnic }) => {
      const { securityAttributes: _set, ...details } = createVnicDetails;
      return { ...vnic, createVnicDetails: details };
    });
    expect(withoutSets).toHaveLength(before.length);
    expect(withoutSets.every((vnic, index) => isWithin(vnic, before[index]))).toBe(true);
    expect(withoutSets.some(({ createVnicDetails }) => "subnetId" in createVnicDetails)).toBe(true);
  });

  test("keeps a mode that this console never sets itself", async () => {
    await world.tenancy.clearRequests();
    await outcome(world, "node-pool-secondary-vnics", "vault", add("app", "tier", "api"));
    const [write] = await world.writes();
    expect(JSON.stringify(write?.requestBody)).toContain('"signal":{"value":"full","mode":"audit"}');
  });
});

/** The whole body: any other member of the pool in it is an error. */
const secondaryVnicsBody = v.strictObject({
  secondaryVnics: v.array(v.looseObject({ createVnicDetails: v.looseObject({}) })),
});

/** Whether every member that was sent was read so before. */
function isWithin(sent: unknown, read: unknown): boolean {
  if (typeof sent !== "object" || sent === null) return sent === read;
  const members = new Map(Object.entries(read ?? {}));
  return Object.entries(sent).every(([name, value]) => isWithin(value, members.get(name)));
}

describe("a change that is not made", () => {
  let world: EmulatedWorld;
  beforeAll(async () => {
    world = await makeWorld(emulator, "acme");
  }, patience);

  const refusalOf = async (world: EmulatedWorld, details: Awaited<ReturnType<typeof setTo>>) => {
    const started = await startChange(world.environment, details);
    if (started.ok) throw new Error("The change was started.");
    const previewed = await previewChange(world.ociContext, world.inventory, details);
    expect(previewed, "the preview refuses the same").toEqual(started);
    expect(await world.writes()).toEqual([]);
    return started;
  };

  test("tells both versions when somebody else changed the set after it was opened", async () => {
    await world.tenancy.clearRequests();
    const mine = await setTo(world, "load-balancer", "storefront-canary", add("network", "zone", "app"));
    await outcome(world, "load-balancer", "storefront-canary", remove("app", "tier"));
    await world.tenancy.clearRequests();
    const refused = await refusalOf(world, mine);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: "ResourceChanged" });
    if (!("seen" in refused.body)) throw new Error("The answer has no versions.");
    expect(names(refused.body.seen)).toEqual(["app.name:storefront-canary", "app.tier:web"]);
    expect(names(refused.body.current)).toEqual(["app.name:storefront-canary"]);
    const { etag } = await world.fresh(world.resource("load-balancer", "storefront-canary"));
    expect(refused.body.currentEtag).toBe(etag);
  });

  test("is refused on another etag alone, and on another set alone", async () => {
    await world.tenancy.clearRequests();
    const details = await setTo(world, "mount-target", "installers", add("oke", "role", "storage"));
    expect((await refusalOf(world, { ...details, etag: "other" })).body).toMatchObject({ code: "ResourceChanged" });
    const phantom = { namespace: "a", key: "b", value: "c", mode: "enforce", otherMembers: [], unreadable: null };
    const seen = { ...details, seenSecurityAttributes: [phantom] };
    expect((await refusalOf(world, seen)).body).toMatchObject({ code: "ResourceChanged" });
  });

  test.each([
    ["retired", add("app", "owner", "me"), "operations[0].key"],
    ["of a retired namespace", add("legacy-net", "segment", "core"), "operations[0].key"],
    ["being deleted", add("app", "team", "me"), "operations[0].key"],
    ["deleted", add("app", "component", "me"), "operations[0].key"],
    ["of no key of its namespace", add("app", "nothing", "me"), "operations[0].key"],
    ["of no namespace that can be seen", add("nowhere", "key", "me"), "operations[0].namespace"],
    ["with a value that is not on its list", add("network", "zone", "moon"), "operations[0].value"],
    ["with an empty value", add("oke", "cluster", ""), "operations[0].value"],
    ["of __proto__", add("__proto__", "polluted", "1"), "operations[0].namespace"],
  ])("names the member for an attribute %s", async (_what, operation, field) => {
    await world.tenancy.clearRequests();
    const refused = await refusalOf(world, await setTo(world, "mount-target", "installers", operation));
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: "InvalidParameter", field });
  });

  test("names the step among several", async () => {
    await world.tenancy.clearRequests();
    const steps = [add("oke", "role", "storage"), add("app", "owner", "me")];
    const refused = await refusalOf(world, await setTo(world, "mount-target", "installers", ...steps));
    expect(refused.body).toMatchObject({ field: "operations[1].key" });
  });

  test("is refused above the cap, while removing from a full set is not", async () => {
    await world.tenancy.clearRequests();
    const full = await setTo(world, "node-pool-primary-vnic", "settlement", add("network", "zone", "db"));
    expect(full.seenSecurityAttributes).toHaveLength(5);
    const refused = await refusalOf(world, full);
    expect(refused).toMatchObject({ status: 400, body: { code: "InvalidParameter", field: "operations[0].op" } });
    const change = await outcome(world, "node-pool-primary-vnic", "settlement", remove("app", "environment"));
    expect(change.state).toBe("verified");
  });

  test.each([
    ["node-pool-secondary-vnics", "spark", "a pool of the older kind"],
    ["cluster-endpoint", "legacy-monolith", "an endpoint that is not in a VCN"],
    ["cluster-endpoint", "platform-tools", "a cluster with flannel"],
    ["cluster-endpoint", "sandbox-131", "a cluster that is too old"],
    ["vcn", "prod-iad", "a VCN"],
    ["cluster-endpoint", "ml-training", "a cluster that is being updated"],
  ] as const)("is refused with its reason for %s %s: %s", async (kind, name, _what) => {
    await world.tenancy.clearRequests();
    const resource = world.resource(kind, name);
    const refused = await refusalOf(world, await world.detailsFor(resource, add("app", "name", "x")));
    const offer = resource.edit.add;
    if (offer.offered) throw new Error("The edit is offered.");
    expect(refused).toMatchObject({ status: 409, body: { code: "IncorrectState", message: offer.reason } });
  });

  test("is 404 for a resource that the console does not know", async () => {
    await world.tenancy.clearRequests();
    const details = await setTo(world, "mount-target", "installers", add("oke", "role", "storage"));
    const refused = await refusalOf(world, { ...details, resourceId: "ocid1.mounttarget.oc1.iad.other" });
    expect(refused).toMatchObject({ status: 404, body: { field: "resourceId" } });
  });

  test("leaves the object free for the next change", async () => {
    await world.tenancy.clearRequests();
    await refusalOf(world, await setTo(world, "mount-target", "installers", add("app", "owner", "me")));
    expect((await outcome(world, "mount-target", "installers", add("oke", "role", "storage"))).state).toBe("verified");
  });
});

describe("a second change", () => {
  let world: EmulatedWorld;
  beforeAll(async () => {
    world = await makeWorld(emulator, "acme");
  }, patience);

  test("of the same object is refused while one runs, also of the pool's other surface", async () => {
    await world.tenancy.clearRequests();
    const first = await setTo(world, "node-pool-primary-vnic", "checkout", add("oke", "cluster", "a"));
    const primary = await setTo(world, "node-pool-primary-vnic", "checkout", remove("oke", "role"));
    const secondary = await setTo(world, "node-pool-secondary-vnics", "checkout", remove("app", "name"));
    const elsewhere = await setTo(world, "mount-target", "installers", add("oke", "role", "storage"));
    const started = await startChange(world.environment, first);
    if (!started.ok) throw new Error("The first change was refused.");
    expect(runningChangeIdOf(world.ociContext, world.resource("node-pool-secondary-vnics", "checkout"))).toBe(
      started.change.id,
    );
    for (const details of [primary, secondary]) {
      const refused = await startChange(world.environment, details);
      expect(refused).toMatchObject({ ok: false, status: 409, body: { code: "IncorrectState", field: "resourceId" } });
    }
    const other = await startChange(world.environment, elsewhere);
    expect(other.ok).toBe(true);
    await started.ended;
    if (other.ok) await other.ended;
    expect(listChanges(world.ociContext, { running: true })).toEqual([]);
    expect(listChanges(world.ociContext, { resourceId: first.resourceId }).map(({ id }) => id)).toEqual([
      started.change.id,
    ]);
  });

  test("sent twenty times at once is made once", async () => {
    await world.tenancy.clearRequests();
    const details = await setTo(world, "load-balancer", "storefront-canary", add("network", "zone", "app"));
    const all = await Promise.all(Array.from({ length: 20 }, () => startChange(world.environment, details)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all(all.flatMap((started) => (started.ok ? [started.ended] : [])));
    expect(await world.writes()).toHaveLength(1);
  });
});

describe("a change that goes wrong", () => {
  let world: EmulatedWorld;
  beforeAll(async () => {
    world = await makeWorld(emulator, "acme");
  }, patience);

  const withFault = async (fault: FaultInput, name = "storefront-canary") => {
    const details = await setTo(world, "load-balancer", name, add("network", "zone", "app"));
    await world.tenancy.addFault(fault);
    await world.tenancy.clearRequests();
    const change = getChange(world.ociContext, await world.change(details));
    await world.tenancy.clearFaults();
    expect(world.bugs).toEqual([]);
    expect(await world.writes(), "sent exactly once").toHaveLength(1);
    const { resource } = await world.fresh(world.resource("load-balancer", name));
    return { change, now: names(resource.securityAttributes) };
  };
  const operation = "updateLoadBalancer";
  const before = ["app.name:storefront-canary", "app.tier:web"];
  const after = [...before, "network.zone:app"];

  test("in its work request fails with the service's message and the request id", async () => {
    const effect = { kind: "work-request-fails", message: "The shape is out of capacity." } as const;
    const { change, now } = await withFault({ operation, effect });
    expect(change).toMatchObject({ state: "failed", error: { message: "The shape is out of capacity." } });
    expect(change?.error?.opcRequestId).toBe(change?.opcRequestId);
    expect(change?.opcRequestId).toBeTruthy();
    expect(now).toEqual(before);
  });

  test("without a word is not applied: the service reports success and nothing changed", async () => {
    const { change, now } = await withFault({ operation, effect: { kind: "without-effect" } });
    expect(change).toMatchObject({ state: "not-applied", error: null });
    expect(names(change?.actual ?? [])).toEqual(before);
    expect(now).toEqual(before);
  });

  test("when the answer is lost after the effect is verified by reading", async () => {
    const effect = { kind: "reset", when: "after" } as const;
    const { change, now } = await withFault({ operation, effect }, "status-page");
    expect(change?.state).toBe("verified");
    expect(now).toEqual(["network.zone:app"]);
  });

  test.each([
    ["updateClusterEndpointConfig", "cluster-endpoint", "storefront-eu", add("app", "environment", "prod")],
    ["updateNodePool", "node-pool-primary-vnic", "checkout", add("oke", "cluster", "storefront-prod")],
    ["updateNodePool", "node-pool-secondary-vnics", "canary", add("app", "tier", "web")],
    ["updateNetworkLoadBalancer", "network-load-balancer", "syslog", remove("app", "tier")],
    ["updateMountTarget", "mount-target", "installers", add("oke", "role", "storage")],
  ] as const)("when the answer is lost after %s is verified by reading, for %s", async (lost, kind, name, step) => {
    const details = await setTo(world, kind, name, step);
    await world.tenancy.addFault({ operation: lost, effect: { kind: "reset", when: "after" } });
    await world.tenancy.clearRequests();
    const change = getChange(world.ociContext, await world.change(details));
    await world.tenancy.clearFaults();
    expect(change?.state).toBe("verified");
    expect(await world.writes(), "sent exactly once").toHaveLength(1);
  });

  test("when the answer is lost waits for a load balancer's work request, however long it runs", async () => {
    await world.tenancy.setSettings({ inProgressMs: 90_000 });
    const effect = { kind: "reset", when: "after" } as const;
    const { change } = await withFault({ operation, effect }, "storefront-canary");
    await world.tenancy.setSettings({ inProgressMs: 0 });
    expect(change).toMatchObject({ state: "verified", workRequest: { service: "loadbalancer" } });
    await outcome(world, "load-balancer", "storefront-canary", remove("network", "zone"));
  });

  test("when the connection breaks before the effect fails as not arrived", async () => {
    const { change, now } = await withFault({ operation, effect: { kind: "reset", when: "before" } });
    expect(change).toMatchObject({ state: "failed", error: { code: "Unreachable" } });
    expect(change?.message).toContain("did not arrive");
    expect(now).toEqual(before);
  });

  test.each([500, 503])("when the service answers %i is found out by reading", async (status) => {
    const { change, now } = await withFault({ operation, effect: { kind: "error", status, code: "InternalError" } });
    expect(change?.state).toBe("failed");
    expect(change?.message).toContain("did not arrive");
    expect(now).toEqual(before);
  });

  test("when it was overtaken between check and write fails with both versions and the request id", async () => {
    const effect = { kind: "error", status: 412, code: "NoEtagMatch", message: "etag" } as const;
    const { change } = await withFault({ operation, effect });
    expect(change).toMatchObject({ state: "failed", error: { code: "ResourceChanged" } });
    expect(change?.error?.opcRequestId).toBeTruthy();
    expect(names(change?.after ?? [])).toEqual(after);
    expect(names(change?.actual ?? [])).toEqual(before);
    const { etag } = await world.fresh(world.resource("load-balancer", "storefront-canary"));
    expect(change?.currentEtag).toBe(etag);
  });

  test("in the console itself after it was made is still told as it ended", async () => {
    const details = await setTo(world, "mount-target", "settlement-reports", add("network", "zone", "app"));
    const onFreshResource = () => {
      throw new Error("A bug.");
    };
    const started = await startChange({ ...world.environment, onFreshResource }, details);
    if (!started.ok) throw new Error(JSON.stringify(started.body));
    await started.ended;
    expect(getChange(world.ociContext, started.change.id)).toMatchObject({ state: "verified", isFinished: true });
    expect(world.bugs.splice(0)).toHaveLength(1);
  });

  test.each([
    [409, "Conflict"],
    [429, "TooManyRequests"],
    [404, "NotAuthorizedOrNotFound"],
    [400, "InvalidParameter"],
  ])("when the service refuses with %i %s fails in its words and is not sent again", async (status, code) => {
    const effect = { kind: "error", status, code, message: "The service's own words." } as const;
    const { change } = await withFault({ operation, effect });
    expect(change).toMatchObject({ state: "failed", error: { code, message: "The service's own words." } });
  });
});

describe("a change that half an hour did not decide", () => {
  let world: EmulatedWorld;
  beforeAll(async () => {
    world = await makeWorld(emulator, "acme");
  }, patience);

  /** Makes the change; `meanwhile` happens when the console begins to look once a minute only. */
  const watched = async (details: Awaited<ReturnType<typeof setTo>>, meanwhile: (id: string) => Promise<void>) => {
    const { clock } = world.environment;
    if (clock === undefined) throw new Error("The world has no clock.");
    let isLong = false;
    const sleep = async (milliseconds: number) => {
      if (milliseconds === 60_000 && !isLong) {
        isLong = true;
        await meanwhile(started.ok ? started.change.id : "");
      }
      // A few looks are as good as hundreds.
      await clock.sleep(Math.max(milliseconds, (isLong ? 20 : 5) * 60_000));
    };
    const started = await startChange({ ...world.environment, clock: { ...clock, sleep } }, details);
    if (!started.ok) throw new Error(JSON.stringify(started.body));
    await started.ended;
    expect(world.bugs).toEqual([]);
    return getChange(world.ociContext, started.change.id);
  };

  test("is watched on, does not keep the resource from being edited, and is verified in the end", async () => {
    await world.tenancy.clearRequests();
    await world.tenancy.setSettings({ inProgressMs: 2 * 60 * 60_000 });
    const pool = world.resource("node-pool-primary-vnic", "checkout");
    const details = await setTo(world, "node-pool-primary-vnic", "checkout", add("oke", "cluster", "storefront-prod"));
    const before = names(details.seenSecurityAttributes);
    const change = await watched(details, async (id) => {
      const open = { state: "unknown", isFinished: false, isLongWatch: true, finishedAt: null };
      expect(getChange(world.ociContext, id)).toMatchObject(open);
      expect(listChanges(world.ociContext, { running: true }).map((running) => running.id)).toEqual([id]);
      expect(runningChangeIdOf(world.ociContext, pool)).toBeNull();
      const { resource, etag } = await world.fresh(pool);
      expect(names(resource.securityAttributes)).toEqual(before);
      // Reaches OCI, which decides: it takes one at a time. That must not disturb the change that is watched.
      const second = await startChange(world.environment, { ...details, etag });
      expect(second.ok ? null : second.body).toMatchObject({ code: "IncorrectState", field: "operations[0].op" });
    });
    expect(change).toMatchObject({ state: "verified", isFinished: true, isLongWatch: false });
    expect(await world.writes()).toHaveLength(1);
  });

  test("is no longer told apart once the resource was changed again", async () => {
    await world.tenancy.clearRequests();
    await world.tenancy.setSettings({ inProgressMs: 0 });
    const details = await setTo(world, "mount-target", "installers", add("oke", "role", "storage"));
    await world.tenancy.addFault({
      operation: "updateMountTarget",
      count: 1,
      effect: { kind: "reset", when: "before" },
    });
    // Once for the check before the write.
    const unreadable = { kind: "error", status: 500, code: "InternalError" } as const;
    await world.tenancy.addFault({ operation: "getMountTarget", skip: 1, effect: unreadable });
    const change = await watched(details, async () => {
      await world.tenancy.clearFaults();
      expect((await outcome(world, "mount-target", "installers", add("network", "zone", "app"))).state).toBe(
        "verified",
      );
    });
    expect(change).toMatchObject({ state: "unknown", isFinished: true });
    expect(change?.message).toContain("changed again since");
  });

  test("is given up after six hours", async () => {
    const details = await setTo(world, "load-balancer", "corporate-proxy", remove("app", "name"));
    await world.tenancy.setSettings({ inProgressMs: 10 * 60 * 60_000 });
    let beganAt = 0;
    const now = () => world.environment.clock?.now() ?? 0;
    const change = await watched(details, () => {
      beganAt = now();
      return Promise.resolve();
    });
    expect(now() - beganAt).toBeLessThan(6.5 * 60 * 60_000);
    expect(change).toMatchObject({ state: "unknown", isFinished: true, isLongWatch: false });
    expect(change?.message).toContain("six hours");
    expect(runningChangeIdOf(world.ociContext, world.resource("load-balancer", "corporate-proxy"))).toBeNull();
  });
});

describe("a preview", () => {
  let world: EmulatedWorld;
  beforeAll(async () => {
    world = await makeWorld(emulator, "acme");
  }, patience);

  test("tells the difference, the warnings and the code, and sends nothing", async () => {
    await world.tenancy.clearRequests();
    const details = await setTo(world, "node-pool-primary-vnic", "search", add("oke", "role", "node"));
    const previewed = await previewChange(world.ociContext, world.inventory, details);
    if (!previewed.ok) throw new Error(JSON.stringify(previewed.body));
    const { preview } = previewed;
    expect(preview.before).toEqual([]);
    expect(names(preview.after)).toEqual(["oke.role:node"]);
    expect(preview.warnings.map(({ code }) => code)).toEqual([
      "first-attribute",
      "node-join-policies",
      "new-nodes-only",
    ]);
    expect(preview.asCode?.cli).toContain("oci ce node-pool update");
    expect(preview.asCode?.cli).toContain(details.etag);
    expect(JSON.parse(preview.asCode?.json ?? "")).toEqual({
      primaryVnic: { securityAttributes: { oke: { role: { value: "node", mode: "enforce" } } } },
    });
    expect(await world.writes()).toEqual([]);
    expect(listChanges(world.ociContext)).toEqual([]);
  });

  test.each([
    ["cluster-endpoint", "storefront-eu", "updateClusterEndpointConfig"],
    ["node-pool-secondary-vnics", "partner-api", "updateNodePool"],
    ["network-load-balancer", "syslog", "updateNetworkLoadBalancer"],
    ["mount-target", "settlement-reports", "updateMountTarget"],
  ] as const)("shows the very body that is then sent: %s", async (kind, name, operation) => {
    await world.tenancy.clearRequests();
    const [first] = world.resource(kind, name).securityAttributes;
    const details = await setTo(world, kind, name, remove(first?.namespace ?? "", first?.key ?? ""));
    const previewed = await previewChange(world.ociContext, world.inventory, details);
    await world.change(details);
    const [write] = await world.tenancy.requests(operation);
    expect(previewed.ok && JSON.parse(previewed.preview.asCode?.json ?? "")).toEqual(write?.requestBody);
  });
});
