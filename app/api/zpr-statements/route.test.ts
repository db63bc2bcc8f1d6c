import * as v from "valibot";
import { beforeAll, describe, expect, it } from "vitest";
import { get, useConsole } from "@/app/api/testing/console";
import { namingStatementsResponseSchema } from "@/lib/contract/naming-statements";
import { requiredStatementsResponseSchema } from "@/lib/contract/required-statements";

const { signInTo } = useConsole();

const clusters = await import("@/app/api/clusters/route");
const required = await import("@/app/api/clusters/[clusterId]/required-statements/route");
const resources = await import("@/app/api/resources/route");
const statements = await import("@/app/api/zpr-statements/route");

const naming = async (query: string) => {
  const { status, body } = await get(statements.GET, `/api/zpr-statements?${query}`);
  expect(status).toBe(200);
  return v.parse(namingStatementsResponseSchema, body);
};

const resourceId = async (name: string, kind: string) => {
  const { body } = await get(resources.GET, `/api/resources?q=${name}&kind=${kind}&limit=100`);
  const found = body.items.find((each: { displayName: string }) => each.displayName === name);
  expect(found).toBeDefined();
  return encodeURIComponent(found.id);
};

const requiredOf = async (name: string) => {
  const { items } = (await get(clusters.GET, `/api/clusters?q=${name}&limit=100`)).body;
  const clusterId = items.find((each: { name: string }) => each.name === name)?.id;
  const { status, body } = await get(required.GET, "/api/x", { clusterId });
  expect(status).toBe(200);
  return v.parse(requiredStatementsResponseSchema, body);
};

describe("the statements that name something of acme", () => {
  beforeAll(() => signInTo("acme"), 60_000);

  it("are those of an endpoint's attribute, with the side that it stands on and whether they apply in its VCN", async () => {
    const { items, policies } = await naming(`resourceId=${await resourceId("payments-prod", "cluster-endpoint")}`);
    expect(policies.state).toBe("read");
    const own = items.filter(({ policyName }) => policyName === "payments-endpoint");
    expect(own).toHaveLength(3);
    expect(own.every(({ roles, appliesHere }) => roles.includes("target") && appliesHere === true)).toBe(true);
  });

  it("are said not to apply to a resource in a VCN without the location", async () => {
    const { items } = await naming(`resourceId=${await resourceId("storefront-prod", "cluster-endpoint")}`);
    expect(items.find(({ policyName }) => policyName === "payments-endpoint")?.appliesHere).toBe(false);
  });

  it("are those located in a VCN, which is never an endpoint", async () => {
    const { items } = await naming(`resourceId=${await resourceId("cardholder-iad", "vcn")}`);
    expect(items.length).toBeGreaterThan(5);
    expect(items.every(({ roles }) => roles.length === 1 && roles[0] === "location")).toBe(true);
  });

  it("are those of every value of an attribute, whatever its case", async () => {
    const { items } = await naming("namespace=OKE&key=Role");
    expect(new Set(items.map(({ policyName }) => policyName))).toContain("payments-node-join");
    expect(items.some(({ text }) => text.includes("oke.role:endpoint"))).toBe(true);
  });

  it("need to be asked for by a resource or an attribute", async () => {
    expect((await get(statements.GET, "/api/zpr-statements")).status).toBe(400);
    expect((await get(statements.GET, "/api/zpr-statements?resourceId=ocid1.none")).status).toBe(404);
  });
});

describe("the statements that a cluster of acme needs", () => {
  beforeAll(() => signInTo("acme"), 60_000);

  it("are there for payments-prod: its nodes join, and reach the endpoint", async () => {
    const { statements: needed } = await requiredOf("payments-prod");
    const stateOf = (code: string) => [
      ...new Set(needed.filter((each) => each.code === code).map(({ state }) => state)),
    ];
    expect(stateOf("nodes-to-all-endpoints")).toEqual(["present"]);
    expect(stateOf("all-endpoints-to-nodes")).toEqual(["present"]);
    expect(stateOf("nodes-to-osn-services")).toEqual(["present"]);
    expect(stateOf("nodes-to-endpoint")).toEqual(["present"]);
    expect(stateOf("nodes-to-endpoint-tunnel")).toEqual(["present"]);
    expect(stateOf("clients-to-endpoint")).toEqual(["equivalent"]);
    expect(stateOf("endpoint-to-nodes")).toEqual(["missing"]);
  });

  it("are not said to be missing where the policies may not be listed", async () => {
    await signInTo("acme", "storefront-developer");
    const { statements: needed, policies } = await requiredOf("storefront-prod");
    expect(policies.state).toBe("refused");
    expect(needed.length).toBeGreaterThan(0);
    expect(needed.filter(({ text }) => text !== null).every(({ state }) => state === "cannot-tell")).toBe(true);
    const { items, policies: reading } = await naming("namespace=oke&key=role");
    expect([items, reading.state]).toEqual([[], "refused"]);
  });
});
