import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { getChange } from "@/lib/changes/list-changes";
import { previewChange } from "@/lib/changes/preview-change";
import { startChange } from "@/lib/changes/start-change";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import type { Change } from "@/lib/contract/changes";
import type { CreateChangeDetails } from "@/lib/contract/create-change";
import { readEditable } from "@/lib/inventory/fresh-editable";
import { editBase } from "@/lib/inventory/projections/edit-base";
import { setKubernetesOptions } from "@/lib/kubernetes/connections";
import { patchAnnotation, readObject } from "@/lib/kubernetes/objects";
import { updateLoadBalancer } from "@/lib/oci/load-balancers";
import { annotationNameOf, type AnnotatedObject } from "@/lib/oke/annotation-edit";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

let emulator: RunningEmulator;
beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());

const patience = 60_000;

const add = (namespace: string, key: string, value: string): ChangeOperation => ({ op: "add", namespace, key, value });
const remove = (namespace: string, key: string): ChangeOperation => ({ op: "remove", namespace, key });
const replace = (namespace: string, key: string, value: string): ChangeOperation => ({
  op: "replace",
  namespace,
  key,
  value,
});

const ledger: AnnotatedObject = { kind: "Service", namespace: "ledger", name: "ledger-grpc" };
const metrics: AnnotatedObject = { kind: "Service", namespace: "ledger", name: "ledger-metrics" };

function never(message: string): never {
  throw new Error(message);
}

const nlbOf = (world: EmulatedWorld, { namespace, name }: AnnotatedObject): ProtectedResource =>
  world.inventory.resources.find(({ displayName }) => displayName.startsWith(`${namespace}/${name}/`)) ??
  never(`no load balancer of ${name}`);

const clusterNamed = (world: EmulatedWorld, name: string) =>
  world.inventory.clusters.find((cluster) => cluster.name === name) ?? never(name);

async function detailsFor(
  world: EmulatedWorld,
  resource: ProtectedResource,
  operations: readonly ChangeOperation[],
  more: Partial<CreateChangeDetails> = {},
): Promise<CreateChangeDetails> {
  const { editable } = (await readEditable(world.ociContext, world.inventory, resource.id)) ?? never("unknown");
  const seenSecurityAttributes = editable.resource.securityAttributes.map(
    ({ verdict: _verdict, ...attribute }) => attribute,
  );
  return { resourceId: resource.id, etag: editable.etag, seenSecurityAttributes, operations, ...more };
}

async function ended(world: EmulatedWorld, details: CreateChangeDetails): Promise<Change> {
  const started = await startChange(world.environment, details);
  if (!started.ok) throw new Error(`Refused: ${JSON.stringify(started.body)}`);
  await started.ended;
  expect(world.bugs).toEqual([]);
  return getChange(world.ociContext, started.change.id) ?? never("not in the store");
}

const outcome = async (world: EmulatedWorld, resource: ProtectedResource, ...operations: readonly ChangeOperation[]) =>
  ended(world, await detailsFor(world, resource, operations));

const textOf = async (world: EmulatedWorld, object: AnnotatedObject, cluster = "payments-prod") => {
  const { annotations } = await readObject(world.ociContext, clusterNamed(world, cluster), object);
  return annotations.find(({ key }) => key === annotationNameOf(object))?.value ?? null;
};

const storedNames = async (world: EmulatedWorld, resource: ProtectedResource) =>
  (await world.fresh(resource)).resource.securityAttributes.map((a) => `${a.namespace}.${a.key}:${a.value}`).toSorted();

const patches = async (world: EmulatedWorld) =>
  (await world.tenancy.requests()).filter(({ operation }) => operation?.startsWith("patch ") === true);

/** Somebody else writes to the object. */
async function writeAnnotation(
  world: EmulatedWorld,
  object: AnnotatedObject,
  value: string | null,
  cluster = "payments-prod",
) {
  const owner = clusterNamed(world, cluster);
  const { resourceVersion } = await readObject(world.ociContext, owner, object);
  const annotation = annotationNameOf(object);
  await patchAnnotation(world.ociContext, owner, { object, annotation, value, resourceVersion, isDryRun: false });
}

const internalClass: AnnotatedObject = { kind: "IngressClass", namespace: null, name: "internal" };

const usual = {
  hasCloudController: true,
  hasIngressController: true,
  annotationRemoval: "keep",
  otherCap: 3,
  kubernetesRefusals: [],
  kubernetesAccess: [],
} as const;

let shared: EmulatedWorld | null = null;

/** The one world of this file, as its seed made it, with these settings: to read a tenancy takes seconds. */
async function worldWith(more: Parameters<EmulatedWorld["tenancy"]["setSettings"]>[0] = {}): Promise<EmulatedWorld> {
  setKubernetesOptions({ totalTimeoutMs: 3_000 });
  shared ??= await makeWorld(emulator, "acme");
  const { tenancy } = shared;
  await tenancy.clearFaults();
  await tenancy.setSettings({ ...usual, kubernetesRefusals: [], kubernetesAccess: [], annotationRemoval: "clear" });
  await writeAnnotation(
    shared,
    ledger,
    '{"app":{"tier":{"value":"worker","mode":"enforce"}},"pci":{"scope":{"value":"cde","mode":"enforce"}}}',
  );
  await writeAnnotation(shared, internalClass, null, "storefront-prod");
  await tenancy.advance(180_000);
  await tenancy.setSettings({ ...usual, kubernetesRefusals: [], kubernetesAccess: [], ...more });
  await tenancy.clearRequests();
  return shared;
}

describe("a set that a Service declares", () => {
  test(
    "is changed in its annotation, and verified once the load balancer carries it",
    async () => {
      const world = await worldWith();
      const nlb = nlbOf(world, ledger);
      const change = await outcome(world, nlb, replace("app", "tier", "api"));
      expect(change).toMatchObject({
        state: "verified",
        error: null,
        annotation: { object: ledger, controller: "cloud controller manager" },
      });
      expect(await storedNames(world, nlb)).toEqual(["app.tier:api", "pci.scope:cde"]);
      expect(await textOf(world, ledger)).toBe(change.annotation?.after);
      const sent = await patches(world);
      expect(sent.map(({ target }) => target.includes("dryRun=All"))).toEqual([true, false]);
      expect(world.replaced.at(-1)?.resource.id).toBe(nlb.id);
      const writes = await world.writes();
      expect(
        writes.every(({ service, operation }) => service === "kubernetes" || operation === "createKubeconfig"),
      ).toBe(true);
    },
    patience,
  );

  test(
    "keeps the members of an entry that this console does not know",
    async () => {
      const world = await worldWith();
      await writeAnnotation(
        world,
        ledger,
        '{"app":{"tier":{"value":"worker","mode":"enforce","usagetype":"zpr"}},"pci":{"scope":{"value":"cde","mode":"enforce"}}}',
      );
      await world.tenancy.advance(60_000);
      const change = await outcome(world, nlbOf(world, ledger), remove("pci", "scope"));
      expect(change.state).toBe("verified");
      expect(JSON.parse((await textOf(world, ledger)) ?? "")).toEqual({
        app: { tier: { value: "worker", mode: "enforce", usagetype: "zpr" } },
      });
    },
    patience,
  );

  test(
    "is refused when somebody changed the object after it was opened, with both versions",
    async () => {
      const world = await worldWith();
      const nlb = nlbOf(world, ledger);
      const details = await detailsFor(world, nlb, [replace("app", "tier", "api")]);
      await writeAnnotation(world, ledger, '{"app":{"tier":{"value":"db","mode":"enforce"}}}');
      const refused = await startChange(world.environment, details);
      expect(refused).toMatchObject({
        ok: false,
        status: 409,
        body: { code: "ResourceChanged", current: [{ namespace: "app", key: "tier", value: "db" }] },
      });
      await world.tenancy.clearRequests();
      expect(await patches(world)).toEqual([]);
    },
    patience,
  );

  test(
    "is tried out by the cluster before the review, and nothing is stored",
    async () => {
      const world = await worldWith();
      const before = await textOf(world, ledger);
      const details = await detailsFor(world, nlbOf(world, ledger), [replace("app", "tier", "api")]);
      const previewed = await previewChange(world.ociContext, world.inventory, details);
      if (!previewed.ok) never("refused");
      expect(previewed.preview.annotation?.outcomes.map(({ trial }) => trial)).toEqual([{ state: "passed" }]);
      expect((await patches(world)).map(({ target }) => target.includes("dryRun=All"))).toEqual([true]);
      expect(await textOf(world, ledger)).toBe(before);
    },
    patience,
  );

  test.each([
    [403, "Forbidden", "forbidden", "refused"],
    [422, "Invalid", "invalid", "refused"],
    [400, "BadRequest", "invalid", "refused"],
    [500, "InternalError", "unavailable", "unknown"],
  ] as const)(
    "answered %d %s when it is tried out: the review says %s, %s",
    async (status, reason, code, state) => {
      const world = await worldWith();
      const details = await detailsFor(world, nlbOf(world, ledger), [replace("app", "tier", "api")]);
      const message = "admission webhook owners.example says no";
      await world.tenancy.addFault({
        operation: "patch services",
        count: 1,
        effect: { kind: "error", status, code: reason, message },
      });
      const previewed = await previewChange(world.ociContext, world.inventory, details);
      if (!previewed.ok) never("refused");
      const [outcomeOfTrial] = previewed.preview.annotation?.outcomes ?? [];
      expect(outcomeOfTrial?.trial).toMatchObject({ state, code, message: expect.stringContaining(message) });
      expect(outcomeOfTrial?.command).toContain("kubectl annotate service");
    },
    patience,
  );

  test(
    "says so when RBAC lets nobody patch, and writes nothing",
    async () => {
      const world = await worldWith({ kubernetesRefusals: [{ verb: "patch" }] });
      const before = await textOf(world, ledger);
      const change = await outcome(world, nlbOf(world, ledger), replace("app", "tier", "api"));
      expect(change).toMatchObject({ state: "failed", error: { code: "forbidden" } });
      expect(change.error?.message).toContain("does not let you patch services in the namespace ledger");
      expect(await textOf(world, ledger)).toBe(before);
      expect(await patches(world)).toHaveLength(1);
    },
    patience,
  );

  test(
    "ends after two minutes with the controller's name when nothing acts",
    async () => {
      const world = await worldWith({ hasCloudController: false });
      const change = await outcome(world, nlbOf(world, ledger), replace("app", "tier", "api"));
      expect(change).toMatchObject({ state: "not-carried-out", error: null, events: [] });
      expect(change.message).toContain("the controller has not acted: the cloud controller manager");
      const took = Date.parse(change.finishedAt ?? "") - Date.parse(change.startedAt);
      expect(took).toBeGreaterThanOrEqual(120_000);
      expect(took).toBeLessThan(130_000);
      expect(await textOf(world, ledger)).toContain('"api"');
    },
    patience,
  );

  test(
    "is verified after all when its controller acts later",
    async () => {
      const world = await worldWith({ hasCloudController: false });
      const details = await detailsFor(world, nlbOf(world, ledger), [replace("app", "tier", "api")]);
      const background: (() => Promise<void>)[] = [];
      const environment = { ...world.environment, inBackground: (run: () => Promise<void>) => background.push(run) };
      const started = await startChange(environment, details);
      if (!started.ok) throw new Error("Refused.");
      await started.ended;
      const stateNow = () => getChange(world.ociContext, started.change.id);
      expect(stateNow()).toMatchObject({ state: "not-carried-out", isFinished: true });
      await world.tenancy.setSettings({ hasCloudController: true });
      for (const run of background) await run();
      expect(stateNow()).toMatchObject({ state: "verified", isFinished: true });
      expect(stateNow()?.message).toContain("A later read shows it");
    },
    patience,
  );

  test(
    "that no controller carried out tells events that could not be read from none",
    async () => {
      const world = await worldWith({ hasCloudController: false });
      const details = await detailsFor(world, nlbOf(world, ledger), [replace("app", "tier", "api")]);
      await world.tenancy.setSettings({ kubernetesRefusals: [{ verb: "list", resource: "events" }] });
      expect(await ended(world, details)).toMatchObject({ state: "not-carried-out", events: null });
    },
    patience,
  );

  test(
    "ends with the event when the controller fails",
    async () => {
      const world = await worldWith();
      await world.tenancy.setSettings({ otherCap: 2 });
      const change = await outcome(world, nlbOf(world, ledger), add("app", "name", "x"));
      expect(change).toMatchObject({ state: "not-carried-out", error: { code: "SyncLoadBalancerFailed" } });
      expect(change.error?.message).toContain("failed to ensure load balancer");
      expect(change.events?.[0]).toMatchObject({ reason: "SyncLoadBalancerFailed" });
    },
    patience,
  );

  test.each(["reset", "empty"] as const)(
    "is found by reading when the answer to the write is lost (%s), and not sent again",
    async (kind) => {
      const world = await worldWith();
      const effect = kind === "reset" ? ({ kind, when: "after" } as const) : ({ kind } as const);
      await world.tenancy.addFault({ operation: "patch services", skip: 1, count: 1, effect });
      const change = await outcome(world, nlbOf(world, ledger), replace("app", "tier", "api"));
      expect(change.state).toBe("verified");
      expect(await patches(world)).toHaveLength(2);
    },
    patience,
  );

  test(
    "failed when the write was lost on its way: the manifest is as before, a minute later",
    async () => {
      const world = await worldWith();
      await world.tenancy.addFault({
        operation: "patch services",
        skip: 1,
        count: 1,
        effect: { kind: "reset", when: "before" },
      });
      const change = await outcome(world, nlbOf(world, ledger), replace("app", "tier", "api"));
      expect(change).toMatchObject({ state: "failed", message: expect.stringContaining("did not arrive") });
      expect(await patches(world)).toHaveLength(2);
    },
    patience,
  );
});

describe("the last attribute that a Service declares", () => {
  const steps = [remove("app", "tier"), remove("pci", "scope")];

  test(
    "asks for a choice: without one it is refused, and the preview shows both",
    async () => {
      const world = await worldWith();
      const details = await detailsFor(world, nlbOf(world, ledger), steps);
      const refused = await startChange(world.environment, details);
      expect(refused).toMatchObject({ ok: false, status: 400, body: { field: "emptyChoice" } });
      const previewed = await previewChange(world.ociContext, world.inventory, details);
      if (!previewed.ok) never("refused");
      const { annotation, asCode } = previewed.preview;
      expect(asCode).toBeNull();
      expect(annotation?.outcomes.map(({ choice, text }) => [choice, text])).toEqual([
        ["annotation-removed", null],
        ["empty-map", "{}"],
      ]);
      expect((await patches(world)).every(({ target }) => target.includes("dryRun=All"))).toBe(true);
    },
    patience,
  );

  test(
    "{} is written when that is chosen",
    async () => {
      const world = await worldWith();
      const nlb = nlbOf(world, ledger);
      const change = await ended(world, await detailsFor(world, nlb, steps, { emptyChoice: "empty-map" }));
      expect(change.state).toBe("verified");
      expect(await textOf(world, ledger)).toBe("{}");
      expect(await storedNames(world, nlb)).toEqual([]);
    },
    patience,
  );

  test.each([
    ["clear", "verified"],
    ["keep", "not-carried-out"],
  ] as const)(
    "with the annotation removed, a controller that does %s: %s",
    async (annotationRemoval, state) => {
      const world = await worldWith({ annotationRemoval });
      const nlb = nlbOf(world, ledger);
      const change = await ended(world, await detailsFor(world, nlb, steps, { emptyChoice: "annotation-removed" }));
      expect(change.state).toBe(state);
      expect(await textOf(world, ledger)).toBeNull();
      if (state === "not-carried-out") expect(change.message).toContain("is not documented");
    },
    patience,
  );
});

describe("a manifest that cannot be edited", () => {
  test(
    "malformed: the value, the place of the fault and the event are there, and no edit of what it declares",
    async () => {
      const world = await worldWith();
      const nlb = nlbOf(world, metrics);
      const read = await readEditable(world.ociContext, world.inventory, nlb.id);
      expect(read?.declaration).toMatchObject({
        type: "not-a-set",
        object: metrics,
        annotation: { problems: [{ code: "not-json" }] },
        events: [{ reason: "SyncLoadBalancerFailed" }],
      });
      expect(read?.editable.resource.edit.add).toMatchObject({ offered: false, code: "owned-by-manifest" });
      const refused = await startChange(world.environment, await detailsFor(world, nlb, [add("app", "name", "x")]));
      expect(refused).toMatchObject({ ok: false, status: 409, body: { code: "IncorrectState" } });
    },
    patience,
  );

  test(
    "unreachable or refused: the reason is there, and nothing is called not set",
    async () => {
      const world = await worldWith({ kubernetesRefusals: [{ verb: "list" }] });
      const read = await readEditable(world.ociContext, world.inventory, nlbOf(world, ledger).id);
      if (read === null) never("unknown");
      expect(read.declaration).toMatchObject({ type: "unreadable", code: "forbidden" });
      expect(editBase(world.inventory, read, null).place).toMatchObject({ type: "manifest", isUnread: true });
      await world.tenancy.setSettings({
        kubernetesAccess: [{ clusterId: clusterNamed(world, "payments-prod").id, access: "reset" }],
      });
      const again = await readEditable(world.ociContext, world.inventory, nlbOf(world, ledger).id);
      expect(again?.declaration).toMatchObject({ type: "unreadable", code: "unreachable" });
    },
    patience,
  );
});

test(
  "a load balancer under no cluster whose VCN's clusters were read: none was found, which is no failure to read",
  async () => {
    const world = await worldWith();
    const unowned =
      world.inventory.resources.find(
        ({ kind, owner, cluster, vcnId }) =>
          kind.endsWith("load-balancer") &&
          owner.type === "service-annotation" &&
          cluster.type !== "matched" &&
          world.inventory.clusters.some((each) => each.vcnId === vcnId),
      ) ?? never("none");
    const read = (await readEditable(world.ociContext, world.inventory, unowned.id)) ?? never("unknown");
    const { place } = editBase(world.inventory, read, null);
    expect(place).toMatchObject({ type: "manifest", code: "NoManifest", isUnread: false });
    expect(place).toMatchObject({ reason: expect.stringContaining("The clusters of its VCN were read: no Service") });
  },
  patience,
);

describe("a manifest that can no longer be read when an edit of it is reviewed or sent", () => {
  const unreached = { access: "reset", code: "unreachable" } as const;
  test.each([
    ["its API is not reached", unreached],
    ["RBAC refuses", { access: null, code: "forbidden" }],
  ] as const)(
    "%s: that is said, and not that anything was changed; asked again, the same edit goes through",
    async (_name, { access, code }) => {
      const world = await worldWith();
      const details = await detailsFor(world, nlbOf(world, ledger), [replace("app", "tier", "api")]);
      const { id: clusterId } = clusterNamed(world, "payments-prod");
      await world.tenancy.setSettings(
        access === null ? { kubernetesRefusals: [{ verb: "list" }] } : { kubernetesAccess: [{ clusterId, access }] },
      );
      for (const answer of [
        await previewChange(world.ociContext, world.inventory, details),
        await startChange(world.environment, details),
      ]) {
        expect(answer).toMatchObject({ ok: false, status: 409, body: { code } });
        expect(answer).toMatchObject({ body: { message: expect.stringContaining("could not be read just now") } });
      }
      await world.tenancy.setSettings({ kubernetesRefusals: [], kubernetesAccess: [] });
      expect(await previewChange(world.ociContext, world.inventory, details)).toMatchObject({ ok: true });
    },
    patience,
  );
});

describe("a malformed annotation that is replaced as a whole", () => {
  const malformed = "{app: tier}";
  const replacing = async (
    world: EmulatedWorld,
    startFrom: "stored-set" | "empty-set",
    ...operations: readonly ChangeOperation[]
  ): Promise<CreateChangeDetails> => {
    const nlb = nlbOf(world, ledger);
    const { editable } = (await readEditable(world.ociContext, world.inventory, nlb.id, startFrom)) ?? never("unknown");
    const seenSecurityAttributes = editable.resource.securityAttributes.map(
      ({ verdict: _verdict, ...attribute }) => attribute,
    );
    return { resourceId: nlb.id, etag: editable.etag, seenSecurityAttributes, operations, startFrom };
  };
  const malformedWorld = async () => {
    const world = await worldWith({ annotationRemoval: "clear" });
    await writeAnnotation(world, ledger, malformed);
    await world.tenancy.clearRequests();
    return world;
  };

  test(
    "by what OCI stores: without a step the load balancer keeps what it carries",
    async () => {
      const world = await malformedWorld();
      const nlb = nlbOf(world, ledger);
      const stored = await storedNames(world, nlb);
      const details = await replacing(world, "stored-set");
      const previewed = await previewChange(world.ociContext, world.inventory, details);
      if (!previewed.ok) never("refused");
      expect(previewed.preview.annotation).toMatchObject({ before: malformed, isReplaced: true });
      const change = await ended(world, details);
      expect(change).toMatchObject({ state: "verified", annotation: { before: malformed } });
      expect(JSON.parse((await textOf(world, ledger)) ?? "")).toEqual({
        app: { tier: { value: "worker", mode: "enforce" } },
        pci: { scope: { value: "cde", mode: "enforce" } },
      });
      expect(await storedNames(world, nlb)).toEqual(stored);
    },
    patience,
  );

  test(
    "by an empty set with what is added: the review counts from what OCI stores, and the rest goes",
    async () => {
      const world = await malformedWorld();
      const nlb = nlbOf(world, ledger);
      const details = await replacing(world, "empty-set", add("app", "tier", "api"));
      const previewed = await previewChange(world.ociContext, world.inventory, details);
      if (!previewed.ok) never("refused");
      expect(previewed.preview.before.map(({ key }) => key).toSorted()).toEqual(["scope", "tier"]);
      expect(previewed.preview.after.map(({ key, value }) => [key, value])).toEqual([["tier", "api"]]);
      const change = await ended(world, details);
      expect(change.state).toBe("verified");
      expect(await storedNames(world, nlb)).toEqual(["app.tier:api"]);
    },
    patience,
  );

  test(
    "by nothing at all asks what is written, as the last attribute does",
    async () => {
      const world = await malformedWorld();
      const details = await replacing(world, "empty-set");
      const refused = await startChange(world.environment, details);
      expect(refused).toMatchObject({ ok: false, status: 400, body: { field: "emptyChoice" } });
      const change = await ended(world, { ...details, emptyChoice: "annotation-removed" });
      expect(change.state).toBe("verified");
      expect(await textOf(world, ledger)).toBeNull();
    },
    patience,
  );

  test(
    "is refused when somebody wrote a set there meanwhile",
    async () => {
      const world = await malformedWorld();
      const details = await replacing(world, "stored-set");
      await writeAnnotation(world, ledger, '{"app":{"tier":{"value":"db","mode":"enforce"}}}');
      await world.tenancy.clearRequests();
      const refused = await startChange(world.environment, details);
      expect(refused).toMatchObject({
        ok: false,
        status: 409,
        body: { code: "ResourceChanged", current: [{ namespace: "app", key: "tier", value: "db" }] },
      });
      expect(await patches(world)).toEqual([]);
    },
    patience,
  );
});

describe("a load balancer that owns its setting by what OCI tells", () => {
  const byHand = (world: EmulatedWorld) => world.resource("load-balancer", "status-page");
  const addressOf = (world: EmulatedWorld) =>
    world.inventory.loadBalancers.find(({ id }) => id === byHand(world).ocid)?.ipAddresses[0]?.ipAddress ??
    never("none");

  test(
    "is edited itself while no Service has its address",
    async () => {
      const world = await worldWith();
      const read = await readEditable(world.ociContext, world.inventory, byHand(world).id);
      expect(read?.declaration).toBeNull();
      expect(read?.editable.resource.edit.add.offered).toBe(true);
    },
    patience,
  );

  test(
    "says so where the clusters of its VCN cannot be asked, and is still edited",
    async () => {
      const world = await worldWith({ kubernetesRefusals: [{ verb: "list" }] });
      const read = await readEditable(world.ociContext, world.inventory, byHand(world).id);
      expect(read?.declaration).toMatchObject({ type: "not-known", code: "forbidden" });
      expect(read?.editable.resource.edit.add.offered).toBe(true);
      const details = await detailsFor(world, byHand(world), [add("network", "zone", "app")]);
      const preview = (more: Partial<CreateChangeDetails>) =>
        previewChange(world.ociContext, world.inventory, { ...details, ...more });
      expect(await preview({ seenIn: "resource" })).toMatchObject({ ok: true });
      // The version of a manifest, against which the etag of OCI says nothing.
      expect(await preview({ seenIn: "manifest", etag: "7" })).toMatchObject({
        ok: false,
        body: { code: "forbidden" },
      });
      expect(await preview({ seenIn: "resource", etag: "7" })).toMatchObject({ body: { code: "ResourceChanged" } });
    },
    patience,
  );

  test(
    "is edited in the annotation of the Service that has its address, which the reason names",
    async () => {
      const world = await worldWith();
      const { id: clusterId } = clusterNamed(world, "storefront-prod");
      await world.tenancy.createService({ clusterId, namespace: "web", name: "status", addresses: [addressOf(world)] });
      const read = await readEditable(world.ociContext, world.inventory, byHand(world).id);
      const object = { kind: "Service", namespace: "web", name: "status" };
      expect(read?.declaration).toMatchObject({ type: "readable", object });
      expect(editBase(world.inventory, read ?? never("none"), null).place).toMatchObject({
        type: "annotation",
        object,
        reason: expect.stringContaining(`has its address, ${addressOf(world)}`),
      });
      const change = await ended(world, await detailsFor(world, byHand(world), [add("app", "name", "status")]));
      expect(change.annotation?.object).toEqual(object);
      expect((await world.writes()).filter(({ operation }) => operation === "updateLoadBalancer")).toEqual([]);
    },
    patience,
  );

  test(
    "is not edited at all where two Services have its address",
    async () => {
      const world = await worldWith();
      const { id: clusterId } = clusterNamed(world, "storefront-prod");
      const addresses = [addressOf(world)];
      await world.tenancy.createService({ clusterId, namespace: "web", name: "status", addresses });
      await world.tenancy.createService({ clusterId, namespace: "web", name: "status-too", addresses });
      const read = await readEditable(world.ociContext, world.inventory, byHand(world).id);
      expect(read?.declaration).toMatchObject({ type: "unreadable", code: "NotCertain" });
      expect(read?.editable.resource.edit.add).toMatchObject({ offered: false, code: "owned-by-manifest" });
    },
    patience,
  );
});

describe("a set that an IngressClass declares", () => {
  const internal = (world: EmulatedWorld) => world.resource("load-balancer", "k8s-internal");

  test(
    "is changed in its annotation, and a direct edit meanwhile is undone by the controller",
    async () => {
      const world = await worldWith();
      const resource = internal(world);
      const change = await outcome(world, resource, add("app", "name", "shop"));
      expect(change).toMatchObject({
        state: "verified",
        annotation: { object: { kind: "IngressClass", namespace: null }, controller: "native ingress controller" },
      });
      const declared = await storedNames(world, resource);
      expect(declared).toContain("app.name:shop");
      const { etag } = await world.fresh(resource);
      const { region, ocid: loadBalancerId } = resource;
      await updateLoadBalancer(world.ociContext, { region, loadBalancerId, etag, securityAttributes: [] });
      await world.tenancy.advance(5_000);
      expect(await storedNames(world, resource)).toEqual([]);
      await world.tenancy.advance(120_000);
      expect(await storedNames(world, resource)).toEqual(declared);
    },
    patience,
  );

  test(
    "is not written to where the class names no load balancer: its name alone may be another cluster's too",
    async () => {
      const world = await worldWith();
      const cluster = clusterNamed(world, "storefront-prod");
      const object = { kind: "IngressClass", namespace: null, name: "internal" } as const;
      const { resourceVersion } = await readObject(world.ociContext, cluster, object);
      const annotation = "oci-native-ingress.oraclecloud.com/id";
      await patchAnnotation(world.ociContext, cluster, {
        object,
        annotation,
        value: null,
        resourceVersion,
        isDryRun: false,
      });
      const read = await readEditable(world.ociContext, world.inventory, internal(world).id);
      expect(read?.declaration).toMatchObject({ type: "unreadable", code: "NotCertain" });
      expect(read?.editable.resource.edit.add.offered).toBe(false);
      const now = await readObject(world.ociContext, cluster, object);
      await patchAnnotation(world.ociContext, cluster, {
        object,
        annotation,
        value: internal(world).ocid,
        resourceVersion: now.resourceVersion,
        isDryRun: false,
      });
    },
    patience,
  );

  test(
    "names its controller when that does not act",
    async () => {
      const world = await worldWith({ hasIngressController: false });
      const change = await outcome(world, internal(world), add("app", "name", "shop"));
      expect(change.state).toBe("not-carried-out");
      expect(change.message).toContain("the native ingress controller");
    },
    patience,
  );
});

describe("a mount target that the CSI plugin made", () => {
  test(
    "is written directly, behind a warning and with a StorageClass for future volumes",
    async () => {
      const world = await worldWith();
      const made =
        world.inventory.resources.find(
          ({ owner, securityAttributes }) =>
            owner.type === "storage-class-parameter" &&
            securityAttributes.length > 0 &&
            securityAttributes.every(({ verdict }) => verdict.state === "ok"),
        ) ?? never("none");
      const details = await detailsFor(world, made, [add("app", "name", "journal")]);
      const previewed = await previewChange(world.ociContext, world.inventory, details);
      if (!previewed.ok) never("refused");
      expect(previewed.preview.warnings[0]).toMatchObject({ code: "not-reconciled" });
      expect(previewed.preview.storageClass).toContain('"journal"');
      const mountTarget = world.inventory.mountTargets.find(({ id }) => id === made.ocid);
      expect(previewed.preview.storageClass).toContain(mountTarget?.subnetId ?? "nothing read");
      expect(await ended(world, details)).toMatchObject({ state: "verified", error: null });
      expect((await world.writes()).map(({ operation }) => operation)).toEqual(["updateMountTarget"]);
    },
    patience,
  );
});
