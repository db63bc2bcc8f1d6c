import { describe, expect, test } from "vitest";
import type { AnnotationSubject } from "@/lib/changes/annotation-change";
import type { ChangeProgress } from "@/lib/changes/change-progress";
import { runAnnotationChange } from "@/lib/changes/run-annotation-change";
import type { ReadAnnotation } from "@/lib/inventory/declaration-for-edit";
import { KubernetesRequestError, type KubernetesErrorCode } from "@/lib/kubernetes/kubernetes-error";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import { parseManifestValue } from "@/lib/oke/manifest-value";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

const setText = (value: string) => `{"app":{"tier":{"value":"${value}","mode":"enforce"}}}`;
const setOf = (value: string): readonly SecurityAttribute[] => parseManifestValue(setText(value)).attributes ?? [];
const annotation = (value: string, resourceVersion: string): ReadAnnotation => ({
  text: setText(value),
  resourceVersion,
  uid: "u",
  loadBalancerId: null,
  addresses: [],
  attributes: setOf(value),
  problems: [],
});

const failure = (code: KubernetesErrorCode, isAmbiguous = false) =>
  new KubernetesRequestError({
    code,
    message: `It is ${code}.`,
    call: { verb: "patch", resource: "services" },
    isAmbiguous,
  });

type World = {
  now: ReadAnnotation | null;
  stored: readonly SecurityAttribute[] | null;
  events: readonly KubernetesEvent[];
  patches: boolean[];
  onPatch: (isDryRun: boolean) => void;
  onSleep: (elapsedMs: number) => void;
};

const event = (message: string, lastSeenAt: string): KubernetesEvent => ({
  objectUid: "u",
  isWarning: true,
  reason: "SyncLoadBalancerFailed",
  message,
  count: 1,
  lastSeenAt,
});

async function run(more: Partial<World> = {}) {
  const world: World = {
    now: annotation("old", "1"),
    stored: setOf("old"),
    events: [],
    patches: [],
    onPatch: () => undefined,
    onSleep: () => undefined,
    ...more,
  };
  const subject: AnnotationSubject = {
    patch: async (isDryRun) => {
      world.patches.push(isDryRun);
      world.onPatch.call(world, isDryRun);
    },
    readAnnotation: async () => world.now ?? Promise.reject(failure("unreachable")),
    readStored: async () => world.stored ?? Promise.reject(failure("unreachable")),
    readEvents: async () => world.events,
  };
  let elapsed = 0;
  const published: ChangeProgress[] = [];
  const ending = await runAnnotationChange({
    subject,
    object: { kind: "Service", namespace: "shop", name: "front-end" },
    checked: annotation("old", "1"),
    text: setText("new"),
    after: setOf("new"),
    clock: {
      now: () => elapsed,
      sleep: async (milliseconds) => {
        elapsed += milliseconds;
        world.onSleep.call(world, elapsed);
      },
      newId: () => "id",
    },
    publish: (progress) => published.push(progress),
  });
  return { ending, world, published, elapsed };
}

const lostAt = (isLost: boolean) =>
  function patch(this: World, isDryRun: boolean) {
    if (isDryRun) return;
    if (!isLost) this.now = annotation("new", "2");
    throw failure("timed-out", true);
  };

describe("a written annotation", () => {
  test("is tried out first, written once, and verified by the load balancer alone", async () => {
    const { ending, world, published } = await run({
      onSleep(this: World, elapsed) {
        if (elapsed > 10_000) this.stored = setOf("new");
      },
    });
    expect(ending).toMatchObject({ state: "verified", actual: setOf("new") });
    expect(world.patches).toEqual([true, false]);
    expect(published.map(({ state }) => state).filter(Boolean)).toEqual(["checking", "writing", "in-progress"]);
  });

  test("is told of by events that came after the write, not by older ones", async () => {
    const old = event("of the earlier text", "2026-01-01T00:00:00Z");
    const silent = await run({ events: [old] });
    expect(silent.ending).toMatchObject({ state: "not-carried-out", error: null, events: [] });
    expect(await silent.ending.lookLater?.()).toBeNull();
    silent.world.stored = setOf("new");
    expect(await silent.ending.lookLater?.()).toMatchObject({ state: "verified", actual: setOf("new") });
    const { ending } = await run({
      events: [old],
      onSleep(this: World) {
        this.events = [old, event("of this one", "2026-01-02T00:00:00Z")];
      },
    });
    expect(ending).toMatchObject({
      state: "not-carried-out",
      error: { code: "SyncLoadBalancerFailed", message: "of this one" },
      events: [{ message: "of this one" }],
    });
  });

  test("stays open when the load balancer cannot be read, and tells when it can again", async () => {
    const { ending, world } = await run({ stored: null });
    expect(ending.state).toBe("unknown");
    world.stored = setOf("new");
    expect(await ending.lookAgain?.()).toMatchObject({ state: "verified" });
  });
});

describe("a write that is refused", () => {
  test("when it is tried out is not sent", async () => {
    const { ending, world } = await run({
      onPatch: () => {
        throw failure("invalid");
      },
    });
    expect(ending).toMatchObject({ state: "failed", error: { code: "invalid" } });
    expect(world.patches).toEqual([true]);
  });

  test("because somebody was faster ends with what is there now", async () => {
    const { ending } = await run({
      onPatch(this: World, isDryRun) {
        if (isDryRun) return;
        this.now = annotation("theirs", "7");
        throw failure("conflict");
      },
    });
    expect(ending).toMatchObject({
      state: "failed",
      error: { code: "ResourceChanged" },
      actual: setOf("theirs"),
      currentEtag: "7",
    });
  });
});

describe("a write whose answer is lost", () => {
  test("is waited for when a read shows that it arrived", async () => {
    const { ending, world } = await run({ onPatch: lostAt(false), stored: setOf("new") });
    expect(ending.state).toBe("verified");
    expect(world.patches).toEqual([true, false]);
  });

  test("failed when the object is as before a minute later", async () => {
    const { ending, elapsed, world } = await run({ onPatch: lostAt(true) });
    expect(ending).toMatchObject({ state: "failed", error: { code: "timed-out" } });
    expect(elapsed).toBeGreaterThanOrEqual(60_000);
    expect(world.patches).toEqual([true, false]);
  });

  test("failed when somebody else wrote something different", async () => {
    const { ending } = await run({
      onPatch: lostAt(true),
      onSleep(this: World) {
        this.now = annotation("theirs", "9");
      },
    });
    expect(ending).toMatchObject({ state: "failed", error: { code: "ResourceChanged" }, actual: setOf("theirs") });
  });

  test("is unknown while the object cannot be read, and a later look tells", async () => {
    const { ending, world } = await run({
      onPatch(this: World, isDryRun) {
        if (isDryRun) return;
        this.now = null;
        throw failure("timed-out", true);
      },
    });
    expect(ending.state).toBe("unknown");
    world.now = annotation("old", "1");
    expect(await ending.lookAgain?.()).toMatchObject({ state: "failed" });
    expect(world.patches).toEqual([true, false]);
  });
});
