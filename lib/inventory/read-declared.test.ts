import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterDeclared } from "@/lib/inventory/projections/cluster-declared";
import { readDeclared } from "@/lib/inventory/read-declared";
import { setKubernetesOptions } from "@/lib/kubernetes/connections";
import { startKubernetesApi, testCluster, type KubernetesServer } from "@/lib/kubernetes/testing/kubernetes-server";
import { setOciHttpOptions } from "@/lib/oci/clients";
import { json, type Script } from "@/lib/oci/testing/loopback-server";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import {
  attributesOf,
  clusterFrom,
  fileSystemFrom,
  loadBalancerFrom,
  mountTargetFrom,
  noParts,
  subnetFrom,
} from "@/lib/oke/test-builders";

let server: KubernetesServer | null = null;
beforeEach(() => setOciHttpOptions({ delay: async () => {} }));
afterEach(async () => {
  setKubernetesOptions({});
  await server?.close();
  server = null;
});

const cluster = { ...clusterFrom("one"), id: testCluster.id, endpoints: testCluster.endpoints };
const tags = { systemTags: { "orcl-containerengine": { Cluster: cluster.id } } };
const uids = ["a", "b", "c"].map((letter) => `3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a1${letter}`);
const web = attributesOf({ "fin.tier": "web" });

const parts = {
  ...noParts,
  clusters: [cluster],
  subnets: [subnetFrom("mt", cluster.vcnId ?? "")],
  loadBalancers: [
    loadBalancerFrom("same", { ...tags, displayName: uids[0], securityAttributes: web }),
    loadBalancerFrom("other", {
      ...tags,
      displayName: uids[1],
      securityAttributes: attributesOf({ "fin.tier": "db" }),
    }),
    loadBalancerFrom("lost", { ...tags, displayName: uids[2], securityAttributes: web }),
    loadBalancerFrom("elsewhere", { displayName: "3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a1f" }),
  ],
  mountTargets: [mountTargetFrom("mt", { ...tags, displayName: "csi-fss-1", securityAttributes: web })],
  fileSystems: [fileSystemFrom("fs", { freeformTags: { mountTargetOCID: "ocid1.mounttarget.oc1.iad.mt" } })],
};

const inventory = {
  ...parts,
  finishedAt: "2026-11-23T12:00:00Z",
  resources: protectedResourcesFrom(parts),
} as unknown as Inventory;

const metadata = (name: string, more: object) => ({ name, resourceVersion: "1", uid: `uid-${name}`, ...more });
const annotations = { "oci.oraclecloud.com/security-attributes": JSON.stringify(web) };
const service = (name: string, uid: string | undefined) => ({
  metadata: metadata(name, { namespace: "shop", uid, annotations }),
  spec: { type: "LoadBalancer" },
});

const objects: Record<string, readonly unknown[]> = {
  services: [service("same", uids[0]), service("other", uids[1])],
  persistentvolumes: [
    {
      metadata: metadata("csi-fss-1", { creationTimestamp: "2026-02-01T00:00:00Z" }),
      spec: {
        storageClassName: "fss",
        csi: { driver: "fss.csi.oraclecloud.com", volumeHandle: "ocid1.filesystem.oc1.iad.fs:10.0.0.1:/x" },
      },
    },
  ],
  storageclasses: [
    {
      metadata: metadata("fss", { creationTimestamp: "2026-01-01T00:00:00Z" }),
      provisioner: "fss.csi.oraclecloud.com",
      parameters: { securityAttributes: "{}" },
    },
  ],
  events: [
    {
      metadata: {},
      involvedObject: { kind: "Service", name: "other", uid: uids[1] },
      type: "Warning",
      reason: "SyncLoadBalancerFailed",
      message: "Error syncing load balancer.",
      count: 4,
      lastTimestamp: "2026-11-23T11:59:00Z",
    },
  ],
};

const answer: Script = (response, { target }) => {
  const plural = /\/(\w+)\?/.exec(target)?.[1] ?? "";
  json(response, { metadata: {}, items: objects[plural] ?? [] });
};

async function declaredWith(script: Script) {
  server = await startKubernetesApi(script);
  const storedRead: string[] = [];
  const declaration = await readDeclared(server.context, inventory, cluster, {
    now: () => Date.parse("2026-11-23T12:00:00Z"),
    readStored: (_context, _inventory, resourceId) => {
      storedRead.push(resourceId);
      return Promise.resolve();
    },
  });
  const { standings, gaps, ...rest } = clusterDeclared(inventory, cluster, { declaration, isReading: false });
  const states = Object.fromEntries(
    standings.map(({ resourceId, standing }) => [resourceId.split(".").at(-1) ?? "", standing] as const),
  );
  return { declaration, states, gaps, rest, storedRead, requests: server.requests };
}

describe("what a cluster's manifests declare", () => {
  it("stands beside what each resource stores, with the event that explains a difference", async () => {
    const { states, gaps, rest, storedRead } = await declaredWith(answer);
    expect(rest).toEqual({ clusterId: cluster.id, isReading: false, readAt: "2026-11-23T12:00:00.000Z", unstored: [] });
    expect(gaps).toEqual([]);
    expect(states).toMatchObject({
      same: { state: "in-step", object: { kind: "Service", namespace: "shop", name: "same" } },
      other: { state: "declared-not-applied", event: { reason: "SyncLoadBalancerFailed", count: 4 } },
      lost: { state: "no-manifest-found" },
      mt: { state: "stored-differs", object: { kind: "StorageClass", name: "fss" } },
    });
    expect(states).not.toHaveProperty("elsewhere");
    expect(storedRead.toSorted()).toEqual(["ocid1.loadbalancer.oc1.iad.other", "ocid1.mounttarget.oc1.iad.mt"]);
  });

  it("asks for events of objects that are not in step alone", async () => {
    const { requests } = await declaredWith(answer);
    const events = requests
      .map(({ target }) => decodeURIComponent(target))
      .filter((target) => target.includes("/events"));
    expect(events).toEqual([expect.stringContaining("involvedObject.name=other")]);
  });

  it("is shown of a Service whose load balancer is not among those that were read, with its events", async () => {
    const { rest, requests } = await declaredWith((response, request, index) => {
      if (!request.target.includes("/services?")) return answer(response, request, index);
      const services = [...(objects["services"] ?? []), service("pending", "3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0aff")];
      json(response, { metadata: {}, items: services });
    });
    expect(rest.unstored).toMatchObject([{ object: { namespace: "shop", name: "pending" }, reason: "not-made" }]);
    expect(requests.some(({ target }) => decodeURIComponent(target).includes("involvedObject.name=pending"))).toBe(
      true,
    );
  });

  it("is not readable, never not set, where a list is refused; the rest stands", async () => {
    const { states, gaps, declaration } = await declaredWith((response, request, index) => {
      if (request.target.includes("/services?")) json(response, { kind: "Status", message: "No." }, 403);
      else answer(response, request, index);
    });
    const notReadable = { state: "declared-unreadable", reason: "not-readable", problem: { code: "forbidden" } };
    expect(states).toMatchObject({ same: notReadable, other: notReadable, lost: notReadable });
    expect(states["mt"]).toMatchObject({ state: "stored-differs" });
    expect(gaps).toMatchObject([{ operations: ["listServices"], outcome: "refused", code: "forbidden" }]);
    expect(declaration.coverage.find(({ operation }) => operation === "listServices")).toMatchObject({
      outcome: "refused",
      target: cluster.id,
      count: 0,
    });
  });

  it("is refused once for a person whom the cluster lets see nothing, with what each list answered", async () => {
    const { gaps } = await declaredWith((response, { target }) => {
      const plural = /\/(\w+)\?/.exec(target)?.[1] ?? "";
      json(response, { kind: "Status", message: `cannot list resource "${plural}"` }, 403);
    });
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ code: "forbidden", outcome: "refused" });
    expect(gaps[0]?.operations).toHaveLength(4);
    expect(gaps[0]?.messages).toHaveLength(4);
  });

  it("is not readable at all where nobody answers, and that is one gap", async () => {
    const { states, gaps } = await declaredWith((response) => response.socket?.destroy());
    expect(Object.values(states).map(({ state }) => state)).toEqual(
      Object.values(states).map(() => "declared-unreadable"),
    );
    expect(Object.keys(states).toSorted()).toEqual(["lost", "mt", "other", "same"]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ outcome: "failed", code: "unreachable" });
    expect(gaps[0]?.operations).toHaveLength(4);
  });

  it("is not absent because a list is longer than is read", async () => {
    setKubernetesOptions({ maxPages: 1 });
    const { states, gaps } = await declaredWith((response, { target }) => {
      const plural = /\/(\w+)\?/.exec(target)?.[1] ?? "";
      json(response, { metadata: { continue: "more" }, items: objects[plural] ?? [] });
    });
    expect(states).toMatchObject({ same: { state: "in-step" }, lost: { problem: { code: "TooLong" } } });
    expect(gaps[0]).toMatchObject({ code: "TooLong" });
  });
});
