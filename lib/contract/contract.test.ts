import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { createChangeDetailsSchema } from "@/lib/contract/create-change";
import { listClustersRequestSchema } from "@/lib/contract/list-clusters-request";
import { listResourcesRequestSchema } from "@/lib/contract/list-resources-request";
import { securityAttributeSchema } from "@/lib/contract/security-attribute";

const messagesOf = (schema: v.GenericSchema, input: unknown) => {
  const result = v.safeParse(schema, input);
  return (result.issues ?? []).map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
};

describe("a security attribute in JSON", () => {
  it("keeps names that are special to JavaScript, and unknown members unchanged", () => {
    const attribute = JSON.parse(
      `{"namespace":"__proto__","key":"constructor","value":"42","mode":"enforce",
        "otherMembers":[["usagetype","zpr"],["__proto__",{"__proto__":1,"constructor":[null,false]}]],"unreadable":null}`,
    );
    expect(JSON.stringify(v.parse(securityAttributeSchema, attribute))).toBe(JSON.stringify(attribute));
  });
});

describe("the query of a list", () => {
  it("is a first page of 50 in ascending order when nothing is said", () => {
    expect(v.parse(listClustersRequestSchema, {})).toEqual({ limit: 50, sortOrder: "ASC" });
  });

  it("takes several words parted by commas, and true and false", () => {
    expect(
      v.parse(listResourcesRequestSchema, { kind: "vcn,mount-target", protected: "false", region: "a,b," }),
    ).toMatchObject({ kind: ["vcn", "mount-target"], protected: false, region: ["a", "b"] });
  });

  it("takes a member that is given several times, and one without a word as not given", () => {
    expect(v.parse(listResourcesRequestSchema, { region: ["a", "b,c"], kind: "", state: [] })).toMatchObject({
      region: ["a", "b", "c"],
      kind: undefined,
      state: undefined,
    });
  });

  it("forgets members that it does not know", () => {
    expect(v.parse(listClustersRequestSchema, { utm_source: "mail" })).not.toHaveProperty("utm_source");
  });

  it.each([
    [{ limit: "0" }, "limit: Use a whole number from 1 to 100."],
    [{ limit: "101" }, "limit: Use a whole number from 1 to 100."],
    [{ limit: "5.5" }, "limit: Use a whole number from 1 to 100."],
    [{ sortOrder: "down" }, "sortOrder: Use ASC or DESC."],
    [{ k8s: "new" }, "k8s: Use a version such as 1.33, or a bound such as <1.32."],
    [{ eligibility: "eligible,maybe" }, "eligibility.1: Use one or more of: eligible, not-eligible, unknown."],
  ])("refuses %j and names the member", (query, message) => {
    expect(messagesOf(listClustersRequestSchema, query)).toEqual([message]);
  });
});

describe("the body of a change", () => {
  const details = (operation: unknown) => ({
    resourceId: "ocid1.cluster.oc1..a",
    etag: "e",
    seenSecurityAttributes: [],
    operations: [operation],
  });

  it("refuses an empty value and names the operation", () => {
    expect(messagesOf(createChangeDetailsSchema, details({ op: "add", namespace: "a", key: "b", value: "" }))).toEqual([
      "operations.0.value: The value is missing",
    ]);
  });

  it("counts characters and not the units that a string is stored in", () => {
    const add = (value: string) =>
      messagesOf(createChangeDetailsSchema, details({ op: "add", namespace: "a", key: "b", value }));
    expect(add("💥".repeat(255))).toEqual([]);
    expect(add("💥".repeat(256))).toEqual(["operations.0.value: The value has at most 255 characters"]);
  });

  it("lets anything that is on a resource be removed, however it is named", () => {
    expect(
      messagesOf(createChangeDetailsSchema, details({ op: "remove", namespace: "", key: "x".repeat(400) })),
    ).toEqual([]);
  });
});
