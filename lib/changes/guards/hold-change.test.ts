import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { getChange } from "@/lib/changes/list-changes";
import { planStoreOf } from "@/lib/changes/plan/plan-store";
import { startPlan } from "@/lib/changes/plan/start-plan";
import { startChange } from "@/lib/changes/start-change";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import { guardFileOf } from "@/lib/changes/testing/test-guards";
import { startPolicyChange } from "@/lib/changes/zpr-policy/start-policy-change";
import type { HeldEdit } from "@/lib/contract/edit-hold";
import type { Override } from "@/lib/contract/override";
import { readEditable } from "@/lib/inventory/fresh-editable";
import { getZprPolicy } from "@/lib/oci/write-zpr-policy";
import { listZprPolicies } from "@/lib/oci/zpr";
import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

let emulator: RunningEmulator;
let world: EmulatedWorld;
beforeAll(async () => {
  emulator = await startEmulator();
  world = await makeWorld(emulator, "acme");
});
beforeEach(async () => {
  world.held.guardFile = { state: "absent", path: "guards.yaml" };
  world.held.overrides.length = 0;
  await world.tenancy.clearFaults();
  await world.tenancy.clearRequests();
});
afterAll(() => emulator.close());

const office = "adminSources:\n  - 10.60.1.0/24\n";
const remove = (namespace: string, key: string): ChangeOperation => ({ op: "remove", namespace, key });
const label: ChangeOperation = { op: "add", namespace: "network", key: "zone", value: "app" };

async function start(kind: ResourceKind, name: string, operation: ChangeOperation, override?: Override) {
  const details = await world.detailsFor(world.resource(kind, name), operation);
  return startChange(world.environment, { ...details, ...(override !== undefined && { override }) });
}

/** The body of a refusal by guards; throws for anything else. */
function heldBy(started: { readonly ok: boolean; readonly body?: { readonly code: string } }): HeldEdit {
  if (started.body === undefined || !("hold" in started.body)) throw new Error(`Not held: ${JSON.stringify(started)}`);
  return started.body as HeldEdit;
}

const isRefused = async () => expect(await world.writes()).toEqual([]);

describe("an edit of attributes", () => {
  const lockOut = (override?: Override) => start("cluster-endpoint", "payments-prod", remove("oke", "role"), override);

  test("that locks every admin source out is refused, with what would cure it", async () => {
    world.held.guardFile = guardFileOf(office);
    const started = await lockOut();
    expect(started).toMatchObject({ ok: false, status: 409 });
    expect(heldBy(started).hold).toMatchObject({
      declared: "some",
      nameToType: "payments-prod",
      reasons: [
        {
          code: "admin-access",
          isCertain: true,
          clusterName: "payments-prod",
          flows: [{ source: "10.60.1.0/24", protocol: "tcp/6443", verdict: "blocked" }],
          cureStatements: [expect.stringContaining("allow '10.60.1.0/24' to connect to pci.scope:cde endpoints")],
        },
      ],
    });
    await isRefused();
  });

  test("is not overridden by another name, nor without having seen what stands against it", async () => {
    world.held.guardFile = guardFileOf(office);
    const seen = heldBy(await lockOut()).hold.reasons.map(({ id }) => id);
    expect(await lockOut({ name: "payments-eu", reason: "Moving", seen })).toMatchObject({
      status: 400,
      body: { field: "override.name" },
    });
    const unseen = await lockOut({ name: "payments-prod", reason: "Moving", seen: [] });
    expect(heldBy(unseen).message).toContain("Since you reviewed");
    expect(world.held.overrides).toEqual([]);
    await isRefused();
  });

  test("that breaks a line is refused, with the pairs that it breaks", async () => {
    world.held.guardFile = guardFileOf(
      "mustReach:\n  - from: 10.60.1.0/24\n    to: payments-prod\n    protocol: tcp/6443\n",
    );
    const [reason] = heldBy(await lockOut()).hold.reasons;
    expect(reason).toMatchObject({ code: "line", text: expect.stringContaining("the edit breaks that") });
    expect(reason?.flows[0]).toMatchObject({ destination: "payments-prod", verdict: "blocked" });
    await isRefused();
  });

  test("is refused while the guard file has mistakes, and goes through with a name and a reason", async () => {
    world.held.guardFile = guardFileOf("mustReach: 3\n");
    const started = await start("mount-target", "installers", label);
    const { hold } = heldBy(started);
    expect(hold).toMatchObject({ declared: "unreadable", nameToType: "installers" });
    expect(hold.reasons).toMatchObject([{ code: "guards-unreadable", text: expect.stringContaining("Line 1") }]);
    await isRefused();
    const override = { name: "installers", reason: "The file is being written.", seen: ["guards-unreadable"] };
    const passed = await start("mount-target", "installers", label, override);
    if (!passed.ok) throw new Error(JSON.stringify(passed.body));
    await passed.ended;
    const change = getChange(world.ociContext, passed.change.id);
    expect(change).toMatchObject({ state: "verified", override: { reason: override.reason } });
    expect(change?.override?.against).toHaveLength(1);
    expect(world.held.overrides).toMatchObject([{ reason: override.reason, edit: passed.change.resourceId }]);
  });

  test("that nobody can judge asks for the name at an API endpoint, and where guards are declared", async () => {
    await world.tenancy.addFault({
      operation: "listZprPolicies",
      effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound" },
    });
    expect(heldBy(await lockOut()).hold).toMatchObject({
      declared: "none",
      reasons: [{ code: "not-judged", isCertain: false }],
    });
    world.held.guardFile = guardFileOf(office);
    expect(heldBy(await start("network-load-balancer", "syslog", label)).hold.reasons).toMatchObject([
      { code: "not-judged" },
    ]);
    await isRefused();
  });

  test("is not stopped by a line that was broken before", async () => {
    world.held.guardFile = guardFileOf(
      "mustReach:\n  - from: 203.0.113.0/24\n    to: payments-prod\n    protocol: tcp/6443\n",
    );
    const started = await start("network-load-balancer", "syslog", label);
    if (!started.ok) throw new Error(JSON.stringify(started.body));
    await started.ended;
    expect(started.change.override).toBeUndefined();
  });

  test("that is written to an annotation is held as any other", async () => {
    world.held.guardFile = guardFileOf(
      "mustReach:\n  - from: app.tier:api\n    to: ledger/ledger-grpc/*\n    protocol: tcp/8443\n",
    );
    const resource = world.inventory.resources.find(({ displayName }) => displayName.startsWith("ledger/ledger-grpc/"));
    const read = await readEditable(world.ociContext, world.inventory, resource?.id ?? "");
    if (read === null || read.declaration?.type !== "readable") throw new Error("The annotation cannot be read.");
    const { etag, resource: editable } = read.editable;
    const seenSecurityAttributes = editable.securityAttributes.map(({ verdict: _verdict, ...attribute }) => attribute);
    const started = await startChange(world.environment, {
      resourceId: editable.id,
      etag,
      seenSecurityAttributes,
      operations: [remove("app", "tier")],
    });
    expect(heldBy(started).hold.reasons).toMatchObject([{ code: "line" }]);
    await isRefused();
  });
});

describe("an edit of a policy", () => {
  async function deletion(name: string, override?: Override) {
    const { homeRegion: region } = world.inventory;
    const found = (await listZprPolicies(world.ociContext, { region })).find((policy) => policy.name === name);
    if (found === undefined) throw new Error(`No policy is named ${name}.`);
    const { description, statements } = found;
    const { etag } = await getZprPolicy(world.ociContext, { region, zprPolicyId: found.id });
    const environment = { ...world.environment, onEnded: () => Promise.resolve() };
    return startPolicyChange(environment, {
      action: "delete",
      policyId: found.id,
      etag: etag ?? "",
      seen: { description, statements },
      ...(override !== undefined && { override }),
    });
  }

  test("after which new nodes could not join is refused, whatever is declared", async () => {
    const { hold } = heldBy(await deletion("payments-node-join"));
    expect(hold.declared).toBe("none");
    expect(hold.reasons.map(({ code }) => code)).toEqual(Array.from(hold.reasons, () => "node-join"));
    expect(hold.reasons.map(({ text }) => text)).toContain(
      "New nodes of gateway could not join payments-prod any more.",
    );
    expect(hold.nameToType).toBe("payments-prod");
    await isRefused();
  });

  test("that locks people out is refused, and goes through with the name of the cluster and a reason", async () => {
    world.held.guardFile = guardFileOf(office);
    const { hold } = heldBy(await deletion("payments-endpoint"));
    expect(hold.reasons.map(({ code }) => code)).toContain("admin-access");
    await isRefused();
    const seen = hold.reasons.map(({ id }) => id);
    const passed = await deletion("payments-endpoint", { name: "payments-prod", reason: "It is rebuilt.", seen });
    if (!passed.ok) throw new Error(JSON.stringify(passed.body));
    await passed.ended;
    expect(passed.change.override).toMatchObject({ reason: "It is rebuilt." });
    expect(world.held.overrides).toMatchObject([{ edit: "policy payments-endpoint" }]);
  });
});

describe("a change plan", () => {
  const added: ChangeOperation = { op: "add", namespace: "oke", key: "role", value: "storage" };

  async function plan(kind: ResourceKind, name: string, operation: ChangeOperation, override?: Override) {
    const resource = world.resource(kind, name);
    const { etag, seenSecurityAttributes } = await world.detailsFor(resource, operation);
    const { ociContext, environment, inventory } = world;
    const started = await startPlan(
      {
        principal: ociContext.principal,
        ...(environment.clock && { clock: environment.clock }),
        environmentFor: () => Promise.resolve(environment),
        onBug: environment.onBug,
      },
      { inventory, limit: 10 },
      {
        operations: [operation],
        steps: [{ resourceId: resource.id, etag, seenSecurityAttributes }],
        confirmedCount: 1,
        ...(override !== undefined && { override }),
      },
    );
    if (started.ok) await started.ended;
    return started;
  }

  test("is refused as a whole before its first step, and an override counts for its steps", async () => {
    world.held.guardFile = guardFileOf("mustReach: 3\n");
    const { hold } = heldBy(await plan("mount-target", "installers", added));
    expect(hold.nameToType).toBe("installers");
    await isRefused();
    const override = { name: "installers", reason: "The file is being written.", seen: ["guards-unreadable"] };
    const started = await plan("mount-target", "installers", added, override);
    if (!started.ok) throw new Error(JSON.stringify(started.body));
    expect(planStoreOf(world.ociContext.principal).get(started.plan.id)).toMatchObject({
      state: "finished",
      override: { reason: override.reason },
    });
  });
});
