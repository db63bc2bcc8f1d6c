import { expect, test } from "vitest";
import type { Addon, AddonOption } from "@/lib/oke/cluster";
import { cniAddonCheck } from "@/lib/oke/readiness/checks/cni-add-on-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import { clusterFrom } from "@/lib/oke/test-builders";

const readAt = "2026-11-23T12:00:00Z";
const read = <T>(value: T): Reading<T> => ({ state: "read", value, readAt });
const installed = (currentInstalledVersion: string | null): Reading<readonly Addon[]> =>
  read([
    { name: "NativeIngressController", version: null, currentInstalledVersion: "v1.4.5", lifecycleState: "ACTIVE" },
    { name: "OciVcnIpNative", version: null, currentInstalledVersion, lifecycleState: "ACTIVE" },
  ]);
const offered = (...versions: readonly (readonly [string, AddonOption["versions"][number]["status"]])[]) =>
  read([{ name: "OciVcnIpNative", versions: versions.map(([versionNumber, status]) => ({ versionNumber, status })) }]);

const check = (more: Partial<ReadinessInput>) =>
  cniAddonCheck({
    cluster: clusterFrom("one"),
    addons: installed("v3.3.0"),
    addonOptions: notAsked,
    launched: null,
    times: { cluster: readAt, nodePools: readAt, vcn: readAt, catalog: readAt },
    ...more,
  } as ReadinessInput);

test("does not apply to a cluster with flannel", () => {
  const cluster = clusterFrom("one", { clusterPodNetworkOptions: [{ cniType: "FLANNEL_OVERLAY" }] });
  expect(check({ cluster }).state).toBe("does-not-apply");
});

test("passes by a node that was started with its pool's attributes, whatever the version", () => {
  const launched = { nodeName: "oke-1", poolName: "web", readAt };
  expect(check({ launched, addons: notAsked })).toMatchObject({
    state: "pass",
    evidence: expect.stringContaining("oke-1 of the node pool web"),
    readAt,
  });
});

test("is unknown by the version alone, newest or not, and gives the update where there is one", () => {
  const newest = check({ addonOptions: offered(["v2.3.0", "DEPRECATED"], ["v3.3.0", "ACTIVE"]) });
  expect(newest).toMatchObject({
    state: "unknown",
    evidence: expect.stringContaining("No newer one is offered"),
    remedy: { snippets: [] },
  });
  const older = check({
    addons: installed("v2.3.0"),
    addonOptions: offered(["v2.3.0", "DEPRECATED"], ["v3.10.0", "ACTIVE"], ["v4.0.0", "RECALLED"]),
  });
  expect(older).toMatchObject({ state: "unknown", evidence: expect.stringContaining("OKE offers v3.10.0") });
  expect(older.remedy?.snippets[0]?.text).toContain("update-addon");
  expect(older.remedy?.snippets[0]?.text).toContain("v3.10.0");
});

test("is unknown where versions, add-ons or the add-on itself are not there", () => {
  expect(check({}).evidence).toContain("Which versions OKE offers could not be read");
  expect(check({ addons: notAsked })).toMatchObject({ state: "unknown", isNotChecked: true });
  expect(check({ addons: read([]) }).evidence).toContain("is not among the cluster's add-ons");
});
