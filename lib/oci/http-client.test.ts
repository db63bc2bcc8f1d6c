import { createVerify } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { getCluster, listClusters, updateClusterEndpointConfig } from "@/lib/oci/clusters";
import { Credentials } from "@/lib/oci/credentials";
import type { OciRequestError } from "@/lib/oci/errors";
import { defaultHttpOptions, type OciHttpOptions } from "@/lib/oci/http-options";
import { updateLoadBalancer } from "@/lib/oci/load-balancers";
import { listMountTargets, updateMountTarget } from "@/lib/oci/mount-targets";
import { updateNetworkLoadBalancer } from "@/lib/oci/network-load-balancers";
import { updateNodePoolPrimaryVnic, updateNodePoolSecondaryVnics } from "@/lib/oci/node-pools";
import { loadPrincipal } from "@/lib/oci/principal";
import { getSecurityAttribute } from "@/lib/oci/security-attributes";
import { json, startLoopbackServer, type ReceivedRequest, type Script } from "@/lib/oci/testing/loopback-server";
import { makeTestProfile } from "@/lib/oci/testing/test-profile";
import type { Cluster } from "@/lib/oke/cluster";

let profile: ReturnType<typeof makeTestProfile>;
const open: { close: () => Promise<void> }[] = [];
const delays: number[] = [];

beforeAll(() => void (profile = makeTestProfile()));
afterAll(() => profile.remove());
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  delays.length = 0;
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const region = "us-ashburn-1";
const compartmentId = "ocid1.compartment.oc1..c";
const contextFor = (url: string, signal?: AbortSignal): OciContext => ({
  principal: loadPrincipal({ ...process.env, OCI_CONFIG_FILE: profile.configFile, ZPR_EMULATOR_URL: url }),
  signal,
});

/** A server with a script, and a context that calls it; delays between attempts are noted and not waited for. */
async function serve(script: Script, options: Partial<OciHttpOptions> = {}) {
  const server = await startLoopbackServer(script);
  open.push(server);
  const delay = async (ms: number) => void delays.push(ms);
  setOciHttpOptions({ delay, ...options });
  return { ...server, context: contextFor(server.url) };
}

const cluster = { id: "ocid1.cluster.oc1.iad.a", compartmentId, name: "a", lifecycleState: "ACTIVE" };
const failureOf = (call: Promise<unknown>): Promise<OciRequestError> =>
  call.then(
    () => {
      throw new Error("The call succeeded.");
    },
    (error: OciRequestError) => error,
  );

const parsedCluster: Cluster = {
  ...cluster,
  lifecycleState: "ACTIVE",
  vcnId: null,
  kubernetesVersion: null,
  type: "ENHANCED_CLUSTER",
  lifecycleDetails: null,
  endpointConfig: { subnetId: null, nsgIds: ["nsg"], isPublicIpEnabled: false, securityAttributes: [] },
  endpoints: null,
  clusterPodNetworkOptions: [],
  options: null,
  metadata: null,
  availableKubernetesUpgrades: [],
  definedTags: [],
  freeformTags: [],
  systemTags: [],
};
const write = (context: OciContext) =>
  updateClusterEndpointConfig(context, { region, cluster: parsedCluster, etag: "e1", securityAttributes: [] });

/** As a service would check it: over the request line and headers as they arrived. */
function isSignatureValid({ method, target, headers }: ReceivedRequest): boolean {
  const parameters = new Map(
    [...(headers.authorization ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const line = (name: string) =>
    name === "(request-target)" ? `${name}: ${method.toLowerCase()} ${target}` : `${name}: ${String(headers[name])}`;
  const text = (parameters.get("headers") ?? "").toLowerCase().split(" ").map(line).join("\n");
  return createVerify("RSA-SHA256")
    .update(text)
    .verify(profile.publicKey, parameters.get("signature") ?? "", "base64");
}

describe("limits of one attempt", () => {
  test("a server that stays silent ends the call as TimedOut", async () => {
    const { context } = await serve(() => {}, { headersTimeoutMs: 80, maxAttempts: 1 });
    expect(await failureOf(listClusters(context, { region, compartmentId }))).toMatchObject({
      code: "TimedOut",
      operation: "listClusters",
      status: null,
      isAmbiguous: false,
    });
  });

  test("a body that drips in ends the call as TimedOut, however lively it is", async () => {
    const { context } = await serve(
      (response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write(" "), 5);
        response.on("close", () => clearInterval(timer));
      },
      { totalTimeoutMs: 120, maxAttempts: 1 },
    );
    expect((await failureOf(listClusters(context, { region, compartmentId }))).code).toBe("TimedOut");
  });

  test("a body of exactly the limit is read, one byte more is refused and not asked for again", async () => {
    const body = Buffer.from(JSON.stringify([cluster]));
    const script: Script = (response) => response.writeHead(200).end(body);
    const fits = await serve(script, { maxBodyBytes: body.length });
    expect(await listClusters(fits.context, { region, compartmentId })).toHaveLength(1);
    const tooBig = await serve(script, { maxBodyBytes: body.length - 1 });
    expect((await failureOf(listClusters(tooBig.context, { region, compartmentId }))).code).toBe("UnexpectedResponse");
    expect(tooBig.requests).toHaveLength(1);
  });

  test("a compressed answer is read, and its limit counts the bytes after decompression", async () => {
    const script =
      (body: Buffer): Script =>
      (response) =>
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(body));
    const small = await serve(script(Buffer.from(JSON.stringify([cluster]))));
    expect(await listClusters(small.context, { region, compartmentId })).toHaveLength(1);
    const bomb = await serve(script(Buffer.alloc(30 * 1024 * 1024, " ")));
    expect(await failureOf(listClusters(bomb.context, { region, compartmentId }))).toMatchObject({
      code: "UnexpectedResponse",
      isTransient: false,
    });
  });

  test("a redirect is refused and its target is never called", async () => {
    const target = await startLoopbackServer((response) => json(response, []));
    open.push(target);
    const { context, requests } = await serve((response) => response.writeHead(302, { location: target.url }).end());
    const error = await failureOf(listClusters(context, { region, compartmentId }));
    expect(error).toMatchObject({ code: "UnexpectedResponse", status: 302 });
    expect(error.message).not.toContain(target.url);
    expect(requests).toHaveLength(1);
    expect(target.requests).toHaveLength(0);
  });
});

describe("repeated reads", () => {
  test("a read is attempted four times in all, with growing and jittered pauses", async () => {
    const { context, requests } = await serve((response) => json(response, {}, 503), { random: () => 0.5 });
    expect(await failureOf(listClusters(context, { region, compartmentId }))).toMatchObject({
      code: "ServiceUnavailable",
      status: 503,
      opcRequestId: "server/1",
    });
    expect(requests).toHaveLength(4);
    expect(delays).toEqual([250, 500, 1000]);
  });

  test("Retry-After decides the pause, up to a minute", async () => {
    const waits = ["7", "3600"];
    const { context } = await serve((response, _, index) => {
      const wait = waits[index];
      if (wait === undefined) json(response, [cluster]);
      else json(response, { code: "TooManyRequests", message: "slow" }, 429, { "retry-after": wait });
    });
    expect(await listClusters(context, { region, compartmentId })).toHaveLength(1);
    expect(delays).toEqual([7000, 60_000]);
  });

  test("each attempt is signed anew", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0, 1) });
    const delay = async () => void vi.setSystemTime(Date.now() + 400_000);
    const { context, requests } = await serve((response, _, index) => json(response, [], index === 0 ? 500 : 200), {
      delay,
    });
    await listClusters(context, { region, compartmentId });
    expect(requests.map(({ headers }) => headers["x-date"])).toEqual([
      "Thu, 01 Jan 2026 00:00:00 GMT",
      "Thu, 01 Jan 2026 00:06:40 GMT",
    ]);
    expect(requests.every(isSignatureValid)).toBe(true);
    expect(new Set(requests.map(({ headers }) => headers["opc-request-id"])).size).toBe(1);
  });

  const damages: Record<string, Script> = {
    "cut off inside the JSON": (response) => response.writeHead(200).end('[{"id":'),
    "cut off by the connection": (response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("[{");
      setImmediate(() => response.destroy());
    },
    "a page of HTML": (response) => response.writeHead(200).end("<html>Sign in</html>"),
    empty: (response) => response.writeHead(200).end(),
    "not UTF-8": (response) => response.writeHead(200).end(Buffer.from([0x22, 0xff, 0x22])),
    "damaged compression": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x"),
  };
  test.each(Object.entries(damages))(
    "an answer that is %s is asked for again, then UnexpectedResponse",
    async (_, damage) => {
      const { context, requests } = await serve(damage);
      const error = await failureOf(listClusters(context, { region, compartmentId }));
      expect(error).toMatchObject({ code: "UnexpectedResponse", status: 200 });
      expect(error.message).not.toMatch(/html|Sign in/i);
      expect(requests).toHaveLength(4);
    },
  );

  test("a lost connection is tried again, and the second answer counts", async () => {
    const { context } = await serve((response, _, index) => {
      if (index === 0) response.destroy();
      else json(response, [cluster]);
    });
    expect(await listClusters(context, { region, compartmentId })).toHaveLength(1);
  });

  test.each([400, 401, 404, 409, 412, 501])("status %i is not tried again", async (status) => {
    const { context, requests } = await serve((response) => json(response, {}, status));
    await failureOf(listClusters(context, { region, compartmentId }));
    expect(requests).toHaveLength(1);
  });

  test("an answer of another form than the SDK's is UnexpectedResponse", async () => {
    const { context } = await serve((response) => json(response, { items: [] }));
    expect((await failureOf(listClusters(context, { region, compartmentId }))).code).toBe("UnexpectedResponse");
    const depth = 100_000;
    const deep = JSON.stringify([{ ...cluster, endpointConfig: { securityAttributes: { ns: { key: 0 } } } }]);
    const nested = await serve((response) =>
      response.writeHead(200).end(deep.replace('"key":0', `"key":${"[".repeat(depth)}${"]".repeat(depth)}`)),
    );
    expect((await failureOf(listClusters(nested.context, { region, compartmentId }))).code).toBe("UnexpectedResponse");
    const noId = await serve((response) => json(response, [{ ...cluster, id: 7 }]));
    const error = await failureOf(listClusters(noId.context, { region, compartmentId }));
    expect(error).toMatchObject({ code: "UnexpectedResponse", operation: "listClusters" });
    expect(error.message).toContain("0.id");
  });
});

describe("writes", () => {
  const lost: Record<string, Script> = {
    "a 500": (response) => json(response, { code: "InternalError", message: "x" }, 500),
    "a 503 with Retry-After": (response) => json(response, {}, 503, { "retry-after": "0" }),
    "a lost connection": (response) => response.destroy(),
    "no answer in time": () => {},
    "an answer that is not JSON": (response) => response.writeHead(200).end("<html>"),
    "an empty 200": (response) => response.writeHead(200).end(),
    "a redirect": (response) => response.writeHead(307, { location: "/elsewhere" }).end(),
  };
  test.each(Object.entries(lost))("a write that got %s is sent once and is ambiguous", async (_, script) => {
    const { context, requests } = await serve(script, { headersTimeoutMs: 80 });
    expect((await failureOf(write(context))).isAmbiguous).toBe(true);
    expect(requests).toHaveLength(1);
    expect(delays).toEqual([]);
  });

  // 421 is here because fetch would send the write again by itself.
  test.each([400, 401, 404, 409, 412, 421, 429, 501])(
    "a write refused with %i is sent once and is not ambiguous",
    async (status) => {
      const { context, requests } = await serve((response) => json(response, {}, status));
      expect((await failureOf(write(context))).isAmbiguous).toBe(false);
      expect(requests).toHaveLength(1);
    },
  );

  test("a write that never reached a server is not ambiguous", async () => {
    const server = await serve(() => {});
    await Promise.all(open.splice(0).map((one) => one.close()));
    expect(await failureOf(write(server.context))).toMatchObject({
      code: "Unreachable",
      isAmbiguous: false,
      message: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test("an accepted write gives its work request and carries etag, body and a valid signature", async () => {
    const { context, requests } = await serve((response) =>
      response.writeHead(202, { "opc-work-request-id": "wr", "opc-request-id": "r" }).end(),
    );
    expect(await write(context)).toEqual({ workRequestId: "wr", opcRequestId: "r" });
    const [request] = requests;
    expect(request?.headers["if-match"]).toBe("e1");
    expect(JSON.parse(request?.body ?? "")).toEqual({
      nsgIds: ["nsg"],
      isPublicIpEnabled: false,
      securityAttributes: {},
    });
    expect(requests.every(isSignatureValid)).toBe(true);
  });
});

describe("every write", () => {
  const etag = '"e 1"';
  const update = { region, etag, securityAttributes: [] };
  const writes: readonly (readonly [string, (context: OciContext) => Promise<unknown>])[] = [
    ["of a cluster endpoint", (context) => updateClusterEndpointConfig(context, { ...update, cluster: parsedCluster })],
    ["of a primary VNIC", (context) => updateNodePoolPrimaryVnic(context, { ...update, nodePoolId: "n" })],
    ["of secondary VNICs", (context) => updateNodePoolSecondaryVnics(context, { ...update, nodePoolId: "n" })],
    ["of a load balancer", (context) => updateLoadBalancer(context, { ...update, loadBalancerId: "n" })],
    [
      "of a network load balancer",
      (context) => updateNetworkLoadBalancer(context, { ...update, networkLoadBalancerId: "n" }),
    ],
    ["of a mount target", (context) => updateMountTarget(context, { ...update, mountTargetId: "n" })],
  ];
  const nodePool = { id: "n", secondaryVnics: [{ createVnicDetails: { subnetId: "s" } }] };
  const isGet = ({ method }: { readonly method: string }) => method === "GET";

  test.each(writes)("%s is guarded by the etag as it was read, and removes all with an empty map", async (_, send) => {
    const { context, requests } = await serve((response, request) =>
      isGet(request)
        ? json(response, nodePool, 200, { etag })
        : json(response, {}, 202, { "opc-work-request-id": "wr" }),
    );
    await send(context);
    const sent = requests.filter((request) => !isGet(request));
    expect(sent.map(({ headers }) => headers["if-match"])).toEqual([etag]);
    expect(sent[0]?.body).toContain('"securityAttributes":{}');
  });

  test.each(writes)("%s whose answer is lost is sent once and is ambiguous", async (_, send) => {
    const { context, requests } = await serve((response, request) =>
      isGet(request) ? json(response, nodePool, 200, { etag }) : response.destroy(),
    );
    expect((await failureOf(send(context))).isAmbiguous).toBe(true);
    expect(requests.filter((request) => !isGet(request))).toHaveLength(1);
  });
});

test("without other settings a call may take 20 s, a connection 3 s, and 20 MB come back in one of four attempts", () => {
  expect(defaultHttpOptions).toMatchObject({
    connectTimeoutMs: 3_000,
    headersTimeoutMs: 10_000,
    totalTimeoutMs: 20_000,
    maxBodyBytes: 20 * 1024 * 1024,
    concurrency: 8,
    maxAttempts: 4,
    maxRetryAfterMs: 60_000,
  });
});

test("calls do not go through the global fetch, which Next patches", async () => {
  const patched = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("patched"));
  const { context } = await serve((response) => json(response, [cluster]));
  expect(await listClusters(context, { region, compartmentId })).toHaveLength(1);
  expect(patched).not.toHaveBeenCalled();
});

describe("what goes on the request line", () => {
  const texts = ["a&b=c", "100%", "a+b", "a#b", "Zürich 東京", "|{}\\^'`\"<>", "x?y/z", "%41"];
  test.each(texts)("%j arrives as it is in a query, correctly signed", async (availabilityDomain) => {
    const { context, requests } = await serve((response) => json(response, []));
    await listMountTargets(context, { region, compartmentId, availabilityDomain });
    const query = new URL(requests[0]?.target ?? "", "http://x").searchParams;
    expect(Object.fromEntries(query)).toEqual({ compartmentId, availabilityDomain });
    expect(requests.every(isSignatureValid)).toBe(true);
  });

  test.each(texts)("%j arrives as it is in a path, correctly signed", async (securityAttributeName) => {
    const { context, requests } = await serve((response) => json(response, {}, 404));
    await failureOf(
      getSecurityAttribute(context, { region, securityAttributeNamespaceId: "n", securityAttributeName }),
    );
    const path = new URL(requests[0]?.target ?? "", "http://x").pathname;
    expect(path.split("/").slice(-3).map(decodeURIComponent)).toEqual([
      "n",
      "securityAttributes",
      securityAttributeName,
    ]);
    expect(requests.every(isSignatureValid)).toBe(true);
  });

  test("a page token with + / and = comes back as it was given", async () => {
    const { context, requests } = await serve((response, _, index) =>
      json(response, [{ ...cluster, id: `c${index}` }], 200, index === 0 ? { "opc-next-page": "a+b/c=&d" } : {}),
    );
    expect(await listClusters(context, { region, compartmentId })).toHaveLength(2);
    expect(new URL(requests[1]?.target ?? "", "http://x").searchParams.get("page")).toBe("a+b/c=&d");
  });
});

describe("lists", () => {
  test("an empty page with a successor does not end the list, and an item that comes twice counts once", async () => {
    const pages = [
      [cluster],
      [],
      [
        { ...cluster, name: "renamed" },
        { ...cluster, id: "b" },
      ],
    ];
    const { context } = await serve((response, _, index) =>
      json(response, pages[index], 200, index < 2 ? { "opc-next-page": `p${index}` } : {}),
    );
    const clusters = await listClusters(context, { region, compartmentId });
    expect(clusters.map(({ id, name }) => [id, name])).toEqual([
      [cluster.id, "renamed"],
      ["b", "a"],
    ]);
  });

  test("a page token that comes twice ends the list with an error", async () => {
    const { context, requests } = await serve((response) =>
      json(response, [cluster], 200, { "opc-next-page": "same" }),
    );
    expect((await failureOf(listClusters(context, { region, compartmentId }))).code).toBe("UnexpectedResponse");
    expect(requests).toHaveLength(2);
  });
});

describe("abort and concurrency", () => {
  test("a call in flight ends when its signal aborts, and a write is then ambiguous", async () => {
    const controller = new AbortController();
    const { url } = await serve(() => controller.abort());
    const error = await failureOf(write(contextFor(url, controller.signal)));
    expect(error).toMatchObject({ code: "Aborted", isAmbiguous: true });
  });

  test("no more than eight calls of a service and region are in flight, and a waiting one leaves its line at once", async () => {
    const waiting: (() => void)[] = [];
    const { url, context, requests } = await serve((response) => void waiting.push(() => json(response, [])));
    const calls = Array.from({ length: 20 }, () => listClusters(context, { region, compartmentId }));
    await vi.waitFor(() => expect(requests.length).toBe(8));
    const controller = new AbortController();
    const late = failureOf(listClusters(contextFor(url, controller.signal), { region, compartmentId }));
    const elsewhere = listClusters(context, { region: "eu-frankfurt-1", compartmentId });
    await vi.waitFor(() => expect(requests.length).toBe(9));
    expect(requests.filter(({ target }) => target.startsWith("/us-ashburn-1/"))).toHaveLength(8);
    controller.abort();
    expect(await late).toMatchObject({ code: "Aborted", isAmbiguous: false });
    const release = setInterval(() => waiting.splice(0).forEach((answer) => answer()), 1);
    await Promise.all([...calls, elsewhere]);
    clearInterval(release);
    expect(requests).toHaveLength(21);
  });

  test("as many calls are signed ahead as may be in flight, and no more, because a signature ages", async () => {
    const sign = vi.spyOn(Credentials.prototype, "sign");
    const waiting: (() => void)[] = [];
    const script: Script = (response) => void waiting.push(() => json(response, []));
    const { context, requests } = await serve(script, { concurrency: 2 });
    const calls = Array.from({ length: 8 }, () => listClusters(context, { region, compartmentId }));
    await vi.waitFor(() => expect([requests.length, sign.mock.calls.length]).toEqual([2, 4]));
    waiting.shift()?.();
    await vi.waitFor(() => expect([requests.length, sign.mock.calls.length]).toEqual([3, 5]));
    const release = setInterval(() => waiting.splice(0).forEach((answer) => answer()), 1);
    await Promise.all(calls);
    clearInterval(release);
    expect(requests.every(isSignatureValid)).toBe(true);
  });

  test("a call leaves the pause between two attempts when its signal aborts", async () => {
    const controller = new AbortController();
    const delay = (_: number, signal?: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        controller.abort();
      });
    const { url } = await serve((response) => json(response, {}, 500), { delay });
    const call = listClusters(contextFor(url, controller.signal), { region, compartmentId });
    expect((await failureOf(call)).code).toBe("Aborted");
  });

  test("many calls under one signal raise no warning about listeners", async () => {
    const warnings: unknown[] = [];
    const note = (warning: unknown) => warnings.push(warning);
    process.on("warning", note);
    const { url } = await serve((response) => json(response, []));
    const context = contextFor(url, new AbortController().signal);
    await Promise.all(Array.from({ length: 60 }, () => listClusters(context, { region, compartmentId })));
    await new Promise(setImmediate);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });
});

describe("what is said of a failure", () => {
  test("nothing is printed, whatever the server says", async () => {
    const methods = ["log", "info", "warn", "error", "debug"] as const;
    const spies = methods.map((method) => vi.spyOn(console, method).mockImplementation(() => {}));
    const { context } = await serve((response) =>
      json(response, { code: "InvalidParameter", message: "no\u001b[31m" }, 400),
    );
    await failureOf(listClusters(context, { region, compartmentId }));
    await failureOf(getCluster(context, { region, clusterId: "" }));
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });

  test("the message is Oracle's on one short line, without control and direction characters", async () => {
    const message = `first\r\nsecond\u001b[31m \u202Ereversed ${"x".repeat(5000)}`;
    const { context } = await serve((response) => json(response, { code: "InvalidParameter", message }, 400));
    const error = await failureOf(listClusters(context, { region, compartmentId }));
    expect(error.message).toMatch(/^first second \[31m reversed x+…$/);
    expect(error.message).toHaveLength(1000);
    expect(error).toMatchObject({
      code: "InvalidParameter",
      serviceCode: "InvalidParameter",
      opcRequestId: "server/1",
    });
  });

  test("a refused signature says so when the clocks differ", async () => {
    const date = new Date(Date.now() - 600_000).toUTCString();
    const body = { code: "NotAuthenticated", message: "The required information was not provided." };
    const { context } = await serve((response) => json(response, body, 401, { date }));
    const { message } = await failureOf(listClusters(context, { region, compartmentId }));
    expect(message).toMatch(/^The required information was not provided\. The clock of this machine is \d+ s ahead/);
  });

  test("an unknown region is refused before anything is sent", async () => {
    const { context, requests } = await serve((response) => json(response, []));
    const call = listClusters(context, { region: "us-ashburn-1.evil.example", compartmentId });
    expect((await failureOf(call)).code).toBe("InvalidParameter");
    expect(requests).toHaveLength(0);
  });
});
