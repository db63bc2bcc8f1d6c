import { beforeAll, describe, expect, it } from "vitest";
import { get, post, useConsole } from "@/app/api/testing/console";
import type { EmulatedTenancy } from "@/emulator/control-client";
import type { ClusterReadiness } from "@/lib/contract/readiness";

const { signInTo } = useConsole();
let tenancy: EmulatedTenancy;

const clusters = await import("@/app/api/clusters/route");
const readiness = await import("@/app/api/clusters/[clusterId]/readiness/route");
const pathTest = await import("@/app/api/resources/[resourceId]/path-test/route");

/** A console as the given user, once it has read the tenancy. */
const signInAs = async (seed: string, user?: string): Promise<void> => void (tenancy = await signInTo(seed, user));

const idOf = async (name: string): Promise<string> => {
  const { items } = (await get(clusters.GET, `/api/clusters?q=${name}`)).body;
  return items.find((each: { name: string }) => each.name === name).id;
};

const ask = async (name: string, query = ""): Promise<ClusterReadiness> => {
  const { status, body } = await get(readiness.GET, `/api/clusters/x/readiness${query}`, {
    clusterId: await idOf(name),
  });
  expect(status).toBe(200);
  return body;
};

const stateOf = ({ checks }: ClusterReadiness, code: string) => checks.find((check) => check.code === code)?.state;

describe("the readiness of a cluster", () => {
  beforeAll(() => signInAs("acme"), 60_000);

  it("costs no call for the list of clusters, which says what is not checked", async () => {
    await tenancy.clearRequests();
    const { items } = (await get(clusters.GET, "/api/clusters?sortBy=readiness&sortOrder=DESC")).body;
    expect(await tenancy.requests()).toEqual([]);
    const { readiness: counts } = items.find((each: { name: string }) => each.name === "payments-prod");
    expect(counts).toMatchObject({ fail: 0, notChecked: 8 });
    expect(items[0].readiness.fail).toBeGreaterThan(items.at(-1).readiness.fail);
  });

  it("is read when the page asks, once for all who ask, and up the path of the namespaces in use", async () => {
    await tenancy.clearRequests();
    await Promise.all([ask("payments-prod"), ask("payments-prod")]);
    const answer = await ask("payments-prod");
    expect(answer).toMatchObject({ isReading: false, counts: { notChecked: 0 } });
    const operations = (await tenancy.requests()).map(({ operation }) => operation);
    const times = (operation: string) => operations.filter((each) => each === operation).length;
    expect([times("listAddons"), times("getConfiguration")]).toEqual([1, 1]);
    // The root, security, payments, data, platform and observability.
    expect(new Set(operations)).toEqual(
      new Set([
        "listAddons",
        "listAddonOptions",
        "getConfiguration",
        "listZprPolicies",
        "listPolicies",
        "listUserGroupMemberships",
        "listGroups",
      ]),
    );
    expect(
      (await tenancy.requests("listPolicies")).filter(({ status }) => status === 200).length,
    ).toBeGreaterThanOrEqual(6);
  });

  it("has statements for the group that was named, restricted to the namespaces that were chosen", async () => {
    const answer = await ask("sandbox-new", "?group=storefront-developers&namespace=app&namespace=oke");
    expect(answer.groups).toContain("platform-operators");
    expect(answer.statements.map(({ code, state }) => [code, state])).toEqual([
      ["user-use", "present"],
      ["user-use", "absent"],
      ["user-inspect", "unknown"],
      ["cluster-use", "present"],
      ["node-pool-manage", "present"],
    ]);
    // What the cluster itself carries needs its statements whatever was chosen for the group.
    expect(stateOf(await ask("payments-prod", "?namespace=app"), "iam-node-pools")).toBe("fail");
    expect(stateOf(await ask("payments-prod", "?group=platform-operators"), "iam-user")).toBe("pass");
    expect(stateOf(await ask("payments-prod", "?group=nobody"), "iam-user")).toBe("fail");
  });

  it("has statements for the groups that the caller is in where none was named", async () => {
    const answer = await ask("payments-prod");
    expect(answer.memberOf).toEqual(["platform-operators", "zpr-readers"]);
    expect(answer.statements[0]).toMatchObject({
      code: "user-use",
      statement: "Allow group platform-operators to use security-attribute-namespace in tenancy",
      state: "present",
    });
  });

  it("is read anew only when a page of its own asks for that", async () => {
    const clusterId = await idOf("ml-training");
    await ask("ml-training");
    await tenancy.clearRequests();
    const send = (hasToken: boolean) =>
      post(readiness.POST, "/api/clusters/x/readiness", { params: { clusterId }, hasToken });
    expect((await send(false)).status).toBe(403);
    expect(await tenancy.requests()).toEqual([]);
    expect((await send(true)).status).toBe(200);
    expect(await tenancy.requests("listAddons")).toHaveLength(1);
  });

  it("of an unknown cluster is what Oracle says of it", async () => {
    const { status, body } = await get(readiness.GET, "/api/x", { clusterId: "ocid1.cluster.oc1..nobody" });
    expect([status, body.code]).toEqual([404, "NotAuthorizedOrNotFound"]);
  });

  it("comes with the command for a path between two of its resources", async () => {
    const [from, to] = [await idOf("payments-prod"), await idOf("ml-training")];
    const { body } = await get(pathTest.GET, `/api/resources/x/path-test?destinationId=${to}&port=6443`, {
      resourceId: from,
    });
    expect(body).toMatchObject({ reason: null });
    expect(body.command).toContain("get-path-analysis-adhoc");
    const wrong = await get(pathTest.GET, `/api/x?destinationId=${to}&port=70000`, { resourceId: from });
    expect([wrong.status, wrong.body.field]).toEqual([400, "port"]);
  });

  it("asks for the address of a mount target that the path leads to, and writes that down", async () => {
    const resources = await import("@/app/api/resources/route");
    const coverage = await import("@/app/api/coverage/route");
    const listed = await get(resources.GET, "/api/resources?kind=mount-target&region=us-ashburn-1");
    const { id: destinationId, displayName } = listed.body.items[0];
    const clusterId = await idOf("payments-prod");
    const { body } = await get(pathTest.GET, `/api/resources/x/path-test?destinationId=${destinationId}`, {
      resourceId: clusterId,
    });
    expect(body.command).toMatch(/"address":"10\.\d+\.\d+\.\d+"/u);
    expect(body.notes).toEqual([]);
    const { items } = (await get(coverage.GET, "/api/coverage?q=getPrivateIp")).body;
    expect(items).toMatchObject([{ outcome: "read", targetName: displayName, compartmentName: expect.any(String) }]);
  });
});

describe("somebody who may not read everything", () => {
  it("is told unknown, never absent, where the policies of a compartment are closed", async () => {
    await signInAs("acme", "reviewer");
    const answer = await ask("payments-eu");
    expect(stateOf(answer, "iam-node-pools")).toBe("unknown");
    const check = answer.checks.find(({ code }) => code === "iam-node-pools");
    expect(check?.evidence).toContain("no permission");
  });

  it("is told that ZPR may be off or hidden, and that policies and add-ons could not be read", async () => {
    await signInAs("acme", "storefront-developer");
    const answer = await ask("storefront-prod");
    expect(["zpr-enabled", "zpr-policies", "node-join", "iam-user"].map((code) => stateOf(answer, code))).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "unknown",
    ]);
    expect(answer.checks.find(({ code }) => code === "zpr-enabled")?.evidence).toContain("one answer for both");
  });

  it("sees what failed as unknown with the reason, and everything else all the same", async () => {
    await signInAs("acme");
    await tenancy.addFault({
      operation: "listZprPolicies",
      effect: { kind: "error", status: 500, code: "InternalError" },
    });
    const answer = await ask("ml-training");
    expect(stateOf(answer, "zpr-policies")).toBe("unknown");
    expect(stateOf(answer, "iam-cluster")).toBe("pass");
  });
});
