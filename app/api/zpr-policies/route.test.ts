import * as v from "valibot";
import { beforeAll, describe, expect, it } from "vitest";
import { get, post, useConsole } from "@/app/api/testing/console";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { listZprPoliciesResponseSchema } from "@/lib/contract/zpr-policies";
import { zprPolicyDetailSchema } from "@/lib/contract/zpr-policy";

const { signInTo: startAs } = useConsole();
let tenancy: EmulatedTenancy;

const policies = await import("@/app/api/zpr-policies/route");
const policy = await import("@/app/api/zpr-policies/[policyId]/route");
const read = await import("@/app/api/zpr-policies/read/route");

const readAgain = () => post(read.POST, "/api/zpr-policies/read");

const signInTo = async (seed: string, user?: string): Promise<void> => void (tenancy = await startAs(seed, user));

const list = async (query = "") => {
  const { status, body } = await get(policies.GET, `/api/zpr-policies?limit=100${query}`);
  expect(status).toBe(200);
  return v.parse(listZprPoliciesResponseSchema, body);
};

const idOf = async (name: string) => {
  const found = (await list(`&q=${name}`)).items.find((each) => each.name === name);
  expect(found).toBeDefined();
  return found?.id ?? "";
};

const detail = async (name: string) => {
  const policyId = await idOf(name);
  const { status, body } = await get(policy.GET, "/api/x", { policyId });
  expect(status).toBe(200);
  return v.parse(zprPolicyDetailSchema, body);
};

describe("the policies of acme", () => {
  beforeAll(() => signInTo("acme"), 60_000);

  it("are listed whole with their state, and ZPR as enabled", async () => {
    const { items, total, completeness, enabled, unread } = await list();
    expect(total).toBe(items.length);
    expect(total).toBeGreaterThan(15);
    expect(completeness.isComplete).toBe(true);
    expect(enabled.state).toBe("pass");
    expect(unread).toEqual([]);
    expect(items.find(({ name }) => name === "search-draft")).toMatchObject({
      lifecycleState: "FAILED",
      lifecycleDetails: "The policy contains invalid statements",
      statementCount: 2,
      lint: { error: 2 },
    });
    expect(items.find(({ name }) => name === "payments-node-join")?.lint).toMatchObject({ error: 0 });
  });

  it("are found by text, state and severity, and ordered by the worst that the linter says", async () => {
    expect((await list("&q=legacy-net.segment:dmz")).items.map(({ name }) => name)).toEqual(["legacy-segments"]);
    expect((await list("&lifecycleState=UPDATING,FAILED")).items.map(({ name }) => name)).toEqual([
      "observability-scrape",
      "search-draft",
    ]);
    const errors = await list("&severity=error");
    expect(errors.items.every(({ lint }) => lint.error > 0)).toBe(true);
    expect(errors.total).toBeLessThan(errors.totalUnfiltered);
    expect((await list("&severity=none")).items.every(({ lint }) => lint.error + lint.warning + lint.info === 0)).toBe(
      true,
    );
    expect((await list("&sortBy=lint")).items[0]?.lint.error).toBeGreaterThan(0);
    expect((await get(policies.GET, "/api/zpr-policies?severity=terrible")).status).toBe(400);
  });

  it("are found by a namespace that their text leaves out", async () => {
    expect((await list("&q=oracle-zpr.DB-Server")).items.map(({ name }) => name)).toEqual(["guide-samples"]);
  });

  it("page through without loss", async () => {
    const { total } = await list();
    const seen = new Set<string>();
    for (let page: string | null = ""; page !== null;) {
      const { body } = await get(policies.GET, `/api/zpr-policies?limit=4${page && `&page=${page}`}`);
      for (const { id } of body.items) seen.add(id);
      page = body.opcNextPage;
    }
    expect(seen.size).toBe(total);
  });

  it("give a statement with its sides resolved to members of the VCNs that it applies in", async () => {
    const { statements, policy: row, homeRegion } = await detail("payments-endpoint");
    expect([row.lifecycleState, homeRegion]).toEqual(["ACTIVE", "us-ashburn-1"]);
    const [first, , third] = statements;
    expect(first).toMatchObject({
      index: 0,
      isValid: true,
      meaning: {
        form: "same-vcn",
        source: { kind: "attribute", text: "oke.role:node", location: { fullName: "network.vcn:cardholder-iad" } },
        target: { kind: "attribute", filters: "tcp/6443" },
      },
    });
    expect(first?.meaning?.source.location.vcns).toHaveLength(1);
    expect(first?.meaning?.target.members?.items).toMatchObject([
      { displayName: "payments-prod", kind: "cluster-endpoint" },
    ]);
    expect(third?.meaning?.source).toMatchObject({ kind: "address", text: "10.60.1.0/24" });
    // Of another VCN than the statement's; by the seed, what failed to be made left out.
    const { total, elsewhere, items = [] } = third?.meaning?.source.members ?? {};
    expect([total, elsewhere, items.map(({ displayName }) => displayName).toSorted()]).toEqual([
      7,
      7,
      ["corporate-proxy", "home-directories", "installers", "intranet", "intranet-next", "ntp", "syslog"],
    ]);
  });

  it("spell out the namespace that is understood, and say what the linter found beside each statement", async () => {
    const { statements } = await detail("guide-samples");
    expect(statements[0]?.meaning?.source.attribute).toMatchObject({
      fullName: "oracle-zpr.oke-cluster:myclusterA",
      isNamespaceUnderstood: true,
    });
    expect(statements[0]?.findings.map(({ rule }) => rule)).toContain("location-without-vcn");
    expect(statements[1]?.meaning?.form).toBe("two-vcn");
    const broken = (await detail("search-draft")).statements[0];
    expect(broken).toMatchObject({ isValid: false, meaning: null });
    expect(broken?.findings[0]?.severity).toBe("error");
  });

  it("are not there under an id that no policy has", async () => {
    const { status, body } = await get(policy.GET, "/api/x", { policyId: "ocid1.zprpolicy.oc1..none" });
    expect([status, body.code]).toEqual([404, "NotAuthorizedOrNotFound"]);
  });

  it("are read from OCI again only when somebody asks", async () => {
    const calls = async () =>
      (await tenancy.requests()).filter(({ operation }) => operation === "listZprPolicies").length;
    await list();
    const before = await calls();
    await list();
    expect(await calls()).toBe(before);
    expect((await readAgain()).status).toBe(200);
    expect(await calls()).toBeGreaterThan(before);
  });
});

describe("a tenancy that is empty, or read in part", () => {
  it("has none, and says so", async () => {
    await signInTo("empty");
    expect(await list()).toMatchObject({ items: [], total: 0, policies: { state: "read" } });
  });

  it("has a number of policies, none of them held against what could not be read", async () => {
    await signInTo("restricted");
    const { total, unread } = await list();
    expect(total).toBeGreaterThan(10);
    expect(unread).toEqual(["resources", "peerings"]);
    const { statements, completeness } = await detail("guide-samples");
    expect(completeness.isComplete).toBe(false);
    expect(statements[0]?.findings.map(({ rule }) => rule)).not.toContain("endpoint-without-resource");
  });

  it("does not say that there are none where nobody may list them", async () => {
    await signInTo("acme", "storefront-developer");
    expect(await list()).toMatchObject({
      items: [],
      completeness: { isComplete: false },
      policies: { state: "refused" },
      enabled: { state: "unknown" },
    });
    const { status } = await get(policy.GET, "/api/x", { policyId: "ocid1.zprpolicy.oc1..some" });
    expect(status).toBe(404);
  });
});
