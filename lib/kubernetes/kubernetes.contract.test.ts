import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { acmeSeed } from "@/emulator/seeds/acme/acme";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { setKubernetesOptions } from "@/lib/kubernetes/connections";
import type { KubernetesCluster } from "@/lib/kubernetes/kubeconfig";
import type { KubernetesRequestError } from "@/lib/kubernetes/kubernetes-error";
import {
  listEvents,
  listFileStorageClasses,
  listFileStorageVolumes,
  listIngressClasses,
  listLoadBalancerServices,
  listNodes,
  patchAnnotation,
  readObject,
} from "@/lib/kubernetes/objects";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { getCluster } from "@/lib/oci/clusters";
import { listLoadBalancers } from "@/lib/oci/load-balancers";
import { listNetworkLoadBalancers } from "@/lib/oci/network-load-balancers";
import { loadPrincipal } from "@/lib/oci/principal";
import { serviceAnnotation } from "@/lib/oke/manifest";

let emulator: RunningEmulator;
let tenancy: EmulatedTenancy;
let context: OciContext;

beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());
beforeEach(async () => {
  setOciHttpOptions({ delay: async () => {} });
  setKubernetesOptions({ pageSize: 2, totalTimeoutMs: 3_000 });
  tenancy = await emulator.createTenancy("acme");
  context = contextFor(tenancy.profile);
});

const contextFor = (profile: string): OciContext => ({
  principal: loadPrincipal({
    NODE_ENV: "test",
    OCI_CONFIG_FILE: tenancy.configFile,
    OCI_CLI_PROFILE: profile,
    ZPR_EMULATOR_URL: emulator.url,
  }),
});

function never(message: string): never {
  throw new Error(message);
}

const seed = acmeSeed();
const allClusters = seed.regions.flatMap(({ regionName: region, clusters }) =>
  clusters.map((cluster) => ({ cluster, region })),
);
const seededObjects = (clusterId: string, kind: string) =>
  seed.regions
    .flatMap(({ kubernetes }) => kubernetes)
    .filter((one) => one.clusterId === clusterId)
    .flatMap(({ objects }) => objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name))
    .toSorted();

async function clusterNamed(name: string): Promise<KubernetesCluster & { compartmentId: string }> {
  const { cluster: found, region } = allClusters.find(({ cluster }) => cluster.name === name) ?? never(name);
  const { cluster } = await getCluster(context, { region, clusterId: found.id ?? "" });
  return { id: cluster.id, endpoints: cluster.endpoints, region, compartmentId: cluster.compartmentId };
}

const failureOf = (call: Promise<unknown>): Promise<KubernetesRequestError> =>
  call.then(
    () => never("The call succeeded."),
    (error: KubernetesRequestError) => error,
  );

const namesOf = ({ items }: { readonly items: readonly { readonly name: string }[] }) =>
  items.map(({ name }) => name).toSorted();

const declared = (value: string) => `{"app":{"tier":{"value":"${value}","mode":"enforce"}}}`;
const ledger = { kind: "Service", namespace: "payments", name: "ledger-grpc" } as const;

async function ledgerService(cluster: KubernetesCluster) {
  const { items } = await listLoadBalancerServices(context, cluster);
  const service = items.find(({ name }) => name === ledger.name) ?? never("no such Service");
  return { ...service, object: { ...ledger, namespace: service.namespace } };
}

describe("against the emulated API", () => {
  test.each(allClusters.filter(({ cluster }) => cluster.name !== "payments-eu" && cluster.name !== "data-lake"))(
    "every list of $cluster.name holds what the seed put there",
    async ({ cluster: { name, lifecycleState } }) => {
      if (lifecycleState !== "ACTIVE" && lifecycleState !== "UPDATING") return;
      const cluster = await clusterNamed(name ?? "");
      const lists = await Promise.all([
        listLoadBalancerServices(context, cluster),
        listIngressClasses(context, cluster),
        listFileStorageClasses(context, cluster),
        listFileStorageVolumes(context, cluster),
      ]);
      const kinds = ["Service", "IngressClass", "StorageClass", "PersistentVolume"];
      expect(lists.map(namesOf)).toEqual(kinds.map((kind) => seededObjects(cluster.id, kind)));
      expect(lists.every(({ isComplete }) => isComplete)).toBe(true);
    },
  );

  test("nodes name their instances", async () => {
    const { items } = await listNodes(context, await clusterNamed("payments-prod"));
    expect(items.length).toBeGreaterThan(5);
    expect(items.every(({ providerId }) => providerId?.includes("ocid1.instance."))).toBe(true);
    expect(items.some(({ isReady }) => isReady)).toBe(true);
  });

  test("the events of a Service tell why it is not applied", async () => {
    const cluster = await clusterNamed("payments-prod");
    const { items } = await listLoadBalancerServices(context, cluster);
    const service = items.find(({ name }) => name === "ledger-metrics") ?? never("no such Service");
    const events = await listEvents(context, cluster, service);
    expect(events.items).toMatchObject([{ isWarning: true, reason: "SyncLoadBalancerFailed" }]);
  });

  test("a session token is as good as an API key", async () => {
    const [user] = tenancy.users;
    context = contextFor(user?.sessionProfile ?? never("no user"));
    expect((await listNodes(context, await clusterNamed("payments-prod"))).items).not.toEqual([]);
  });

  test("a cluster without a role for the person, and one out of reach, are told apart", async () => {
    const refused = await failureOf(listLoadBalancerServices(context, await clusterNamed("data-lake")));
    expect(refused).toMatchObject({ code: "forbidden", verb: "list", resource: "services" });
    const away = await failureOf(listLoadBalancerServices(context, await clusterNamed("payments-eu")));
    expect(away).toMatchObject({ code: "unreachable" });
  });

  test("silence ends as timed out", async () => {
    setKubernetesOptions({ totalTimeoutMs: 300 });
    const cluster = await clusterNamed("payments-prod");
    await tenancy.setSettings({ kubernetesAccess: [{ clusterId: cluster.id, access: "hang" }] });
    expect(await failureOf(listNodes(context, cluster))).toMatchObject({ code: "timed-out" });
  });

  test("a list that the cluster has forgotten is begun anew", async () => {
    const cluster = await clusterNamed("payments-prod");
    await tenancy.addFault({
      operation: "list services",
      skip: 1,
      count: 1,
      effect: { kind: "error", status: 410, code: "Expired" },
    });
    const services = await listLoadBalancerServices(context, cluster);
    expect(namesOf(services)).toEqual(seededObjects(cluster.id, "Service"));
  });
});

describe("a written annotation", () => {
  test("is checked first, then written, and the controller gives it to the load balancer", async () => {
    const cluster = await clusterNamed("payments-prod");
    const { object, resourceVersion, uid } = await ledgerService(cluster);
    const write = { object, annotation: serviceAnnotation, value: declared("web"), resourceVersion };
    const tried = await patchAnnotation(context, cluster, { ...write, isDryRun: true });
    expect(tried.annotations).toContainEqual({ key: serviceAnnotation, value: declared("web") });
    expect(await readObject(context, cluster, object)).toMatchObject({ resourceVersion });
    const written = await patchAnnotation(context, cluster, { ...write, isDryRun: false });
    expect(written.resourceVersion).not.toBe(resourceVersion);
    expect(written.annotationWrites).toMatchObject([{ key: serviceAnnotation, manager: "zpr-console" }]);
    await tenancy.advance(10_000);
    await vi.waitFor(async () => expect(await valuesOf(cluster, uid)).toEqual(["web"]));
  });

  test("is not written over another's", async () => {
    const cluster = await clusterNamed("payments-prod");
    const { object, resourceVersion } = await ledgerService(cluster);
    const write = { object, annotation: serviceAnnotation, resourceVersion, isDryRun: false };
    await patchAnnotation(context, cluster, { ...write, value: declared("web") });
    const error = await failureOf(patchAnnotation(context, cluster, { ...write, value: declared("batch") }));
    expect(error).toMatchObject({ code: "conflict", isAmbiguous: false });
    const now = await readObject(context, cluster, object);
    expect(now.annotations).toContainEqual({ key: serviceAnnotation, value: declared("web") });
  });

  test("can be taken away", async () => {
    const cluster = await clusterNamed("payments-prod");
    const { object, resourceVersion } = await ledgerService(cluster);
    const write = { object, annotation: serviceAnnotation, resourceVersion, value: null, isDryRun: false };
    const { annotations } = await patchAnnotation(context, cluster, write);
    expect(annotations.map(({ key }) => key)).not.toContain(serviceAnnotation);
  });

  test("needs the right to patch", async () => {
    const cluster = await clusterNamed("payments-prod");
    const { object, resourceVersion } = await ledgerService(cluster);
    await tenancy.setSettings({ kubernetesRefusals: [{ verb: "patch" }] });
    const write = { object, annotation: serviceAnnotation, resourceVersion, value: "{}", isDryRun: true };
    const error = await failureOf(patchAnnotation(context, cluster, write));
    expect(error).toMatchObject({ code: "forbidden", verb: "patch", resource: "services" });
  });
});

/** The values that the load balancer of a Service stores. */
async function valuesOf({ region, compartmentId }: { region: string; compartmentId: string }, uid: string) {
  const place = { region, compartmentId };
  const balancers = [...(await listLoadBalancers(context, place)), ...(await listNetworkLoadBalancers(context, place))];
  const balancer = balancers.find(({ displayName }) => displayName?.endsWith(uid)) ?? never("no load balancer");
  return balancer.securityAttributes.map(({ value }) => value);
}
