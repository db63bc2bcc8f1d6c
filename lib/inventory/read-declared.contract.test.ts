import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { readFreshResource } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import { readDeclared } from "@/lib/inventory/read-declared";
import { resourceStandings } from "@/lib/inventory/resource-standings";
import { makeTestTenancy, type TestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { setKubernetesOptions } from "@/lib/kubernetes/connections";
import { patchAnnotation, readObject } from "@/lib/kubernetes/objects";
import { ingressClassAnnotation, serviceAnnotation } from "@/lib/oke/manifest";

let emulator: RunningEmulator;
beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());

async function setUp(): Promise<TestTenancy> {
  setKubernetesOptions({});
  const test = await makeTestTenancy(emulator, "acme");
  // The present time, standing still: controllers act when the test says so.
  await test.tenancy.setClock({ mode: "manual", now: new Date().toISOString() });
  return test;
}

const clusterOf = (inventory: Inventory, name: string) => {
  const cluster = inventory.clusters.find((one) => one.name === name);
  if (cluster === undefined) throw new Error(`no cluster ${name}`);
  return cluster;
};

/** Reads the manifests and the resources anew, and gives how one object's resource stands. */
async function standingOf({ ociContext, inventories, read }: TestTenancy, clusterName: string, objectName: string) {
  const cluster = clusterOf(await read(), clusterName);
  const declaration = await readDeclared(ociContext, await read(), cluster, {
    now: Date.now,
    async readStored(context, inventory, resourceId) {
      const fresh = await readFreshResource(context, inventory, resourceId);
      if (fresh !== null) inventories.replaceResource(context.principal, fresh);
    },
  });
  const standings = resourceStandings(await read(), cluster, declaration);
  return standings.find(({ standing }) => "object" in standing && standing.object.name === objectName)?.standing;
}

const declare = (value: string) => `{"app":{"tier":{"value":"${value}","mode":"enforce"}}}`;

describe("a manifest that somebody changes", () => {
  test("is not through until its controller has applied it, and then in step", async () => {
    const tenancy = await setUp();
    const cluster = clusterOf(await tenancy.read(), "payments-prod");
    const object = { kind: "Service", namespace: "ledger", name: "ledger-grpc" } as const;
    expect(await standingOf(tenancy, "payments-prod", "ledger-grpc")).toMatchObject({ state: "in-step" });
    const { resourceVersion } = await readObject(tenancy.ociContext, cluster, object);
    const write = { object, annotation: serviceAnnotation, resourceVersion, isDryRun: false };
    await patchAnnotation(tenancy.ociContext, cluster, { ...write, value: declare("web") });
    expect(await standingOf(tenancy, "payments-prod", "ledger-grpc")).toMatchObject({
      state: "declared-not-applied",
      cause: "not-through",
    });
    await tenancy.tenancy.advance(10_000);
    await vi.waitFor(async () =>
      expect(await standingOf(tenancy, "payments-prod", "ledger-grpc")).toMatchObject({ state: "in-step" }),
    );
  });

  test("is not applied when the controller is refused, with the controller's reason", async () => {
    const tenancy = await setUp();
    const cluster = clusterOf(await tenancy.read(), "payments-prod");
    const object = { kind: "Service", namespace: "ledger", name: "ledger-grpc" } as const;
    const { resourceVersion } = await readObject(tenancy.ociContext, cluster, object);
    const write = { object, annotation: serviceAnnotation, resourceVersion, isDryRun: false };
    await patchAnnotation(tenancy.ociContext, cluster, { ...write, value: declare("no-such-value") });
    await tenancy.tenancy.advance(3_000);
    await vi.waitFor(async () =>
      expect(await standingOf(tenancy, "payments-prod", "ledger-grpc")).toMatchObject({
        state: "declared-not-applied",
        cause: "controller-failed",
        event: { reason: "SyncLoadBalancerFailed" },
      }),
    );
  });

  test("of an IngressClass is put right again, and one that is no JSON is pointed into", async () => {
    const tenancy = await setUp();
    const inventory = await tenancy.read();
    const classes = await Promise.all(
      inventory.clusters.map(async (cluster) => {
        const { lists } = await readDeclared(tenancy.ociContext, inventory, cluster, {
          now: Date.now,
          readStored: () => Promise.resolve(),
        });
        return lists.ingressClasses.items.map((ingressClass) => ({ cluster, ingressClass }));
      }),
    );
    const [found] = classes.flat();
    if (found === undefined) throw new Error("no IngressClass");
    const { name, resourceVersion } = found.ingressClass;
    const clusterName = found.cluster.name ?? "";
    const object = { kind: "IngressClass", namespace: null, name } as const;
    const write = { object, annotation: ingressClassAnnotation, resourceVersion, isDryRun: false };
    await patchAnnotation(tenancy.ociContext, found.cluster, { ...write, value: `{"app":` });
    await tenancy.tenancy.advance(120_000);
    await vi.waitFor(async () =>
      expect(await standingOf(tenancy, clusterName, name)).toMatchObject({
        state: "declared-unreadable",
        reason: "not-a-set",
        problems: [{ line: 1, column: 8 }],
        event: { reason: "IngressClassReconcileFailed" },
      }),
    );
  });
});

describe("a mount target whose file system lost its tags", () => {
  test("is tied to its volume by its address, which OCI is asked for", async () => {
    const tenancy = await setUp();
    const whole = await tenancy.read();
    const cluster = clusterOf(whole, "payments-prod");
    const made = whole.resources.find(
      ({ owner, cluster: match }) =>
        owner.type === "storage-class-parameter" && "clusterId" in match && match.clusterId === cluster.id,
    );
    if (made === undefined) throw new Error("no mount target");
    const inventory = {
      ...whole,
      fileSystems: [],
      resources: whole.resources.map((each) => (each.id === made.id ? { ...each, displayName: "renamed" } : each)),
    };
    const declaration = await readDeclared(tenancy.ociContext, inventory, cluster, {
      now: Date.now,
      readStored: () => Promise.resolve(),
    });
    expect(declaration.hosts.get(made.ocid)).toEqual([expect.stringMatching(/^10\./)]);
    expect(declaration.coverage.filter(({ operation }) => operation === "getPrivateIp")).not.toEqual([]);
    const standings = resourceStandings(inventory, cluster, declaration);
    expect(standings.find(({ resource }) => resource.id === made.id)?.standing).toMatchObject({
      object: { kind: "StorageClass" },
    });
    expect(await tenancy.tenancy.requests("getPrivateIp")).not.toEqual([]);
  });
});
