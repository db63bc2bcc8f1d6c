import { createVerify } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newLoopbackCertificates } from "@/emulator/kubernetes/certificates";
import { setKubernetesOptions } from "@/lib/kubernetes/connections";
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
import { startKubernetesApi, type KubernetesServer } from "@/lib/kubernetes/testing/kubernetes-server";
import { setOciHttpOptions } from "@/lib/oci/clients";
import { json, type Script } from "@/lib/oci/testing/loopback-server";

let server: KubernetesServer | null = null;
let nowMs = Date.parse("2026-11-23T12:00:00Z");

beforeEach(() => {
  setOciHttpOptions({ delay: async () => {} });
  setKubernetesOptions({ now: () => nowMs, pageSize: 2, maxPages: 3, maxBodyBytes: 20_000, totalTimeoutMs: 400 });
});
afterEach(async () => {
  setKubernetesOptions({});
  await server?.close();
  server = null;
});

async function serve(script: Script, authority?: string) {
  server = await startKubernetesApi(script, authority);
  return server;
}

const failureOf = (call: Promise<unknown>): Promise<KubernetesRequestError> =>
  call.then(
    () => {
      throw new Error("The call succeeded.");
    },
    (error: KubernetesRequestError) => error,
  );

const metadata = (name: string, more: object = {}) => ({ name, uid: `uid-${name}`, resourceVersion: "7", ...more });
const service = (name: string, type = "LoadBalancer") => ({
  metadata: metadata(name, { namespace: "shop" }),
  spec: { type },
  status: { loadBalancer: {} },
});
const page = (items: readonly unknown[], next = "") => ({ kind: "List", metadata: { continue: next }, items });
const status = (code: number, message: string) => ({ kind: "Status", status: "Failure", message, code });

const front = { kind: "Service", namespace: "shop", name: "front" } as const;

describe("the way to a cluster", () => {
  it("is asked of OKE once, and goes in the caller's own name over the cluster's own certificate", async () => {
    const { context, cluster, requests, okeRequests, publicKey } = await serve((response) => json(response, page([])));
    await Promise.all([listIngressClasses(context, cluster), listNodes(context, cluster)]);
    expect(okeRequests.map(({ target, body }) => [target, body])).toEqual([
      [
        "/us-ashburn-1/20180222/clusters/ocid1.cluster.oc1.iad.aaaa/kubeconfig/content",
        `{"tokenVersion":"2.0.0","endpoint":"PRIVATE_ENDPOINT"}`,
      ],
    ]);
    expect(requests.map(({ method, target }) => `${method} ${target}`).toSorted()).toEqual([
      "GET /cluster/api/v1/nodes?limit=2",
      "GET /cluster/apis/networking.k8s.io/v1/ingressclasses?limit=2",
    ]);
    const [, token = ""] = /^Bearer (\S+)$/.exec(requests[0]?.headers.authorization ?? "") ?? [];
    const url = new URL(Buffer.from(token, "base64url").toString());
    const [, signature = ""] = /signature="([^"]+)"/.exec(url.searchParams.get("authorization") ?? "") ?? [];
    const signed = `date: Mon, 23 Nov 2026 12:00:00 GMT\n(request-target): get ${url.pathname}\nhost: ${url.host}`;
    expect(createVerify("sha256").update(signed).verify(publicKey, signature, "base64")).toBe(true);
  });

  it("takes a token for less than four minutes, then makes another", async () => {
    const { context, cluster, requests } = await serve((response) => json(response, page([])));
    await listNodes(context, cluster);
    nowMs += 3 * 60_000;
    await listNodes(context, cluster);
    nowMs += 45_000;
    await listNodes(context, cluster);
    const [first, second, third] = requests.map(({ headers }) => headers.authorization);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it("is not taken when another authority signed the server's certificate: no token leaves", async () => {
    const { certificateAuthority } = newLoopbackCertificates(Date.now());
    const { context, cluster, requests } = await serve((response) => json(response, page([])), certificateAuthority);
    const error = await failureOf(listNodes(context, cluster));
    expect(error).toMatchObject({ code: "tls", isAmbiguous: false });
    expect(error.message).toContain("nothing was sent");
    expect(requests).toEqual([]);
  });

  it("is asked for anew after it failed", async () => {
    const { context, cluster, okeRequests } = await serve((response, _, index) => {
      if (index === 0) json(response, status(401, "Unauthorized"), 401);
      else json(response, page([]));
    });
    expect(await failureOf(listNodes(context, cluster))).toMatchObject({ code: "unauthorized", status: 401 });
    await listNodes(context, cluster);
    expect(okeRequests).toHaveLength(2);
  });

  it("is closed when more clusters are asked than are kept", async () => {
    setKubernetesOptions({ maxConnections: 1 });
    const { context, cluster, okeRequests } = await serve((response) => json(response, page([])));
    const other = { ...cluster, id: "ocid1.cluster.oc1.iad.bbbb" };
    for (const each of [cluster, other, cluster]) await listNodes(context, each);
    expect(okeRequests).toHaveLength(3);
  });
});

describe("a list", () => {
  it("is read page by page to its end, and holds what was asked for", async () => {
    const { context, cluster, requests } = await serve((response, { target }) =>
      json(
        response,
        target.includes("continue=")
          ? page([service("c")])
          : page([service("a"), service("b", "ClusterIP")], "to+ken/="),
      ),
    );
    const { items, isComplete } = await listLoadBalancerServices(context, cluster);
    expect([items.map(({ name }) => name), isComplete]).toEqual([["a", "c"], true]);
    expect(requests[1]?.target).toBe("/cluster/api/v1/services?limit=2&continue=to%2Bken%2F%3D");
  });

  it("is begun anew once when the cluster has forgotten where it was", async () => {
    const expired = status(410, "The provided continue parameter is too old.");
    const { context, cluster, requests } = await serve((response, _, index) => {
      if (index === 0) json(response, page([service("old")], "x"));
      else if (index === 1) json(response, expired, 410);
      else json(response, page([service("new")]));
    });
    const { items } = await listLoadBalancerServices(context, cluster);
    expect(items.map(({ name }) => name)).toEqual(["new"]);
    expect(requests).toHaveLength(3);
  });

  it("that expires again is given up", async () => {
    const { context, cluster, requests } = await serve((response, { target }) =>
      target.includes("continue") ? json(response, status(410, "Too old."), 410) : json(response, page([], "x")),
    );
    expect(await failureOf(listNodes(context, cluster))).toMatchObject({ code: "unexpected-answer", status: 410 });
    expect(requests).toHaveLength(4);
  });

  it("that is longer than is read says that it is not complete", async () => {
    const { context, cluster, requests } = await serve((response, _, index) =>
      json(response, page([service(`s${index}`)], `position-${index}`)),
    );
    const { items, isComplete } = await listLoadBalancerServices(context, cluster);
    expect([items.length, isComplete, requests.length]).toEqual([3, false, 3]);
  });

  it("that goes round in circles is refused", async () => {
    const { context, cluster } = await serve((response) => json(response, page([], "same")));
    expect(await failureOf(listNodes(context, cluster))).toMatchObject({ code: "unexpected-answer" });
  });

  it("of classes and volumes holds those of OCI File Storage", async () => {
    const { context, cluster } = await serve((response, { target }) =>
      json(
        response,
        target.includes("storageclasses")
          ? page([
              {
                metadata: metadata("fss"),
                provisioner: "fss.csi.oraclecloud.com",
                parameters: { securityAttributes: "{}" },
              },
              { metadata: metadata("bv"), provisioner: "blockvolume.csi.oraclecloud.com" },
            ])
          : page([
              { metadata: metadata("pv"), spec: { csi: { driver: "fss.csi.oraclecloud.com", volumeHandle: "a:b:c" } } },
              { metadata: metadata("local"), spec: { local: { path: "/" } } },
            ]),
      ),
    );
    const classes = await listFileStorageClasses(context, cluster);
    expect(classes.items).toMatchObject([{ name: "fss", parameters: [{ key: "securityAttributes", value: "{}" }] }]);
    expect((await listFileStorageVolumes(context, cluster)).items).toMatchObject([
      { name: "pv", volumeHandle: "a:b:c" },
    ]);
  });

  it("of nodes tells instance, readiness and age", async () => {
    const { context, cluster } = await serve((response) =>
      json(
        response,
        page([
          {
            metadata: metadata("10.0.1.2", { creationTimestamp: "2026-11-01T00:00:00Z" }),
            spec: { providerID: "ocid1.instance.oc1.iad.a", unschedulable: true },
            status: { conditions: [{ type: "Ready", status: "True" }] },
          },
          { metadata: metadata("10.0.1.3"), spec: {}, status: { conditions: [{ type: "Ready", status: "Unknown" }] } },
        ]),
      ),
    );
    expect((await listNodes(context, cluster)).items).toMatchObject([
      {
        providerId: "ocid1.instance.oc1.iad.a",
        isReady: true,
        isUnschedulable: true,
        createdAt: "2026-11-01T00:00:00Z",
      },
      { providerId: null, isReady: false, isUnschedulable: false },
    ]);
  });

  it("of events is about one object, not about one of its name that was there before", async () => {
    const event = (uid: string) => ({
      metadata: {},
      involvedObject: { kind: "Service", name: "front", uid },
      type: "Warning",
      reason: "SyncLoadBalancerFailed",
      message: "m",
      count: 3,
      lastTimestamp: "2026-11-23T11:00:00Z",
      eventTime: null,
    });
    const { context, cluster, requests } = await serve((response) => json(response, page([event("u1"), event("u2")])));
    const { items } = await listEvents(context, cluster, { ...front, uid: "u2" });
    expect(items).toMatchObject([{ isWarning: true, count: 3, lastSeenAt: "2026-11-23T11:00:00Z" }]);
    expect(decodeURIComponent(requests[0]?.target ?? "")).toBe(
      "/cluster/api/v1/namespaces/shop/events?limit=2&fieldSelector=involvedObject.kind=Service,involvedObject.name=front",
    );
  });
});

describe("a failure", () => {
  it.each([
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "not-found"],
    [409, "conflict"],
    [422, "invalid"],
    [429, "unavailable"],
    [503, "unavailable"],
    [418, "unexpected-answer"],
  ])("with status %i is %s, with the cluster's own words", async (code, word) => {
    const { context, cluster, requests } = await serve((response) => json(response, status(code, "Because."), code));
    const error = await failureOf(listNodes(context, cluster));
    expect(error).toMatchObject({ code: word, status: code, verb: "list", resource: "nodes", isAmbiguous: false });
    expect(error.message).toMatch(/\w.* The cluster says: Because\.$/);
    expect(requests).toHaveLength(1);
  });

  it("for want of rights says which verb on what", async () => {
    const { context, cluster } = await serve((response) => json(response, {}, 403));
    const error = await failureOf(readObject(context, cluster, front));
    expect(error.message).toContain("does not let you get services in the namespace shop.");
  });

  it("is a redirect, which is not followed", async () => {
    const { context, cluster, requests } = await serve((response, _, index) => {
      if (index > 0) json(response, page([]));
      else response.writeHead(302, { location: "/cluster/elsewhere" }).end();
    });
    expect(await failureOf(listNodes(context, cluster))).toMatchObject({ code: "unexpected-answer", status: 302 });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ["silence", "timed-out", () => {}],
    ["a broken connection", "unreachable", (response) => response.socket?.destroy()],
    ["no JSON", "unexpected-answer", (response) => response.end("<html>")],
    ["half of the JSON", "unexpected-answer", (response) => response.end(`{"items":[`)],
    ["another form", "unexpected-answer", (response) => json(response, page([{ metadata: { name: 5 } }]))],
    ["more than is accepted", "unexpected-answer", (response) => response.end(" ".repeat(30_000))],
  ] satisfies [string, string, Script][])("is %s: %s", async (_what, code, script) => {
    const { context, cluster } = await serve(script);
    expect(await failureOf(listNodes(context, cluster))).toMatchObject({ code });
  });

  it("is an address at which nobody answers", async () => {
    const { context, cluster, close } = await serve((response) => json(response, page([])));
    await listNodes(context, cluster);
    await close();
    server = null;
    const error = await failureOf(listNodes(context, cluster));
    expect(error).toMatchObject({ code: "unreachable", isAmbiguous: false });
    expect(error.message).toContain("private endpoint");
  });

  it("is the caller's own change of mind", async () => {
    const { context, cluster } = await serve(() => {});
    const signal = AbortSignal.timeout(50);
    expect(await failureOf(listNodes({ ...context, signal }, cluster))).toMatchObject({ code: "aborted" });
  });

  it("is a name that could lead elsewhere: it is not asked for", async () => {
    const { context, cluster, requests } = await serve((response) => json(response, {}));
    for (const name of ["..", "a/b", "A", "", "%2e"]) {
      expect(await failureOf(readObject(context, cluster, { ...front, name }))).toMatchObject({
        code: "unexpected-answer",
      });
    }
    expect(requests).toEqual([]);
  });
});

describe("a write", () => {
  const write = { object: front, annotation: "oci.oraclecloud.com/security-attributes", resourceVersion: "7" };

  it("changes one annotation of the object that was seen, and gives the object as it is then", async () => {
    const { context, cluster, requests } = await serve((response) => json(response, service("front")));
    const after = await patchAnnotation(context, cluster, { ...write, value: "{}", isDryRun: false });
    expect(after).toMatchObject({ kind: "Service", name: "front", resourceVersion: "7" });
    expect(requests).toMatchObject([
      {
        method: "PATCH",
        target: "/cluster/api/v1/namespaces/shop/services/front?fieldManager=zpr-console",
        body: `{"metadata":{"resourceVersion":"7","annotations":{"oci.oraclecloud.com/security-attributes":"{}"}}}`,
      },
    ]);
    expect(requests[0]?.headers["content-type"]).toBe("application/merge-patch+json");
  });

  it("removes the annotation, and can be tried without writing", async () => {
    const { context, cluster, requests } = await serve((response) => json(response, service("front")));
    await patchAnnotation(context, cluster, { ...write, value: null, isDryRun: true });
    expect(requests[0]?.target).toMatch(/\?fieldManager=zpr-console&dryRun=All$/);
    expect(requests[0]?.body).toContain(`{"oci.oraclecloud.com/security-attributes":null}`);
  });

  it.each([
    ["an answer that does not come", "timed-out", true, () => {}],
    ["a connection that breaks", "unreachable", true, (response) => response.socket?.destroy()],
    ["a cluster that is not well", "unavailable", true, (response) => json(response, {}, 500)],
    ["a conflict", "conflict", false, (response) => json(response, {}, 409)],
    ["a refusal", "forbidden", false, (response) => json(response, {}, 403)],
  ] satisfies [string, string, boolean, Script][])(
    "is sent once, and %s leaves open what became of it or not",
    async (_what, code, isAmbiguous, script) => {
      const { context, cluster, requests } = await serve(script);
      const error = await failureOf(patchAnnotation(context, cluster, { ...write, value: "{}", isDryRun: false }));
      expect(error).toMatchObject({ code, isAmbiguous, verb: "patch" });
      expect(requests).toHaveLength(1);
    },
  );
});
