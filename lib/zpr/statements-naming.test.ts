import { describe, expect, it } from "vitest";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { statementNaming } from "@/lib/zpr/statements-naming";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const attribute = (namespace: string, key: string, value: string): SecurityAttribute => ({
  namespace,
  key,
  value,
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
});
const web = attribute("app", "tier", "web");
const prod = attribute("network", "vcn", "prod");
const statement = "in network.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:api endpoints";

const presenceOf = (text: string, more: Partial<ZprPolicy> = {}, vcn: readonly SecurityAttribute[] | null = [prod]) => {
  const policy: ZprPolicy = {
    id: "p",
    name: "p",
    description: "",
    statements: [text],
    lifecycleState: "ACTIVE",
    lifecycleDetails: null,
    timeUpdated: null,
    tags: [],
    ...more,
  };
  return statementNaming([web], vcn, { policies: [policy], isComplete: true }).presence;
};

describe("a statement that names what a resource carries", () => {
  it("is found on either side, in the VCN it is written for", () => {
    expect(presenceOf(statement)).toBe("present");
    expect(presenceOf("in network.vcn:prod VCN allow '10.0.0.0/8' to connect to APP.Tier:web")).toBe("present");
  });
  it("is not found for another value, in another VCN, or in a policy that failed", () => {
    expect(presenceOf(statement.replace("app.tier:web", "app.tier:Web"))).toBe("not-found");
    expect(presenceOf(statement, {}, [attribute("network", "vcn", "test")])).toBe("not-found");
    expect(presenceOf(statement, {}, [])).toBe("not-found");
    expect(presenceOf(statement, { lifecycleState: "FAILED" })).toBe("not-found");
  });
  it("is found in the form about two VCNs, where that side has the VCN", () => {
    const acrossVcns = "allow app.tier:web endpoints in network.vcn:prod VCN to connect to a.b:c in network.vcn:x VCN";
    expect(presenceOf(acrossVcns)).toBe("present");
    expect(presenceOf(acrossVcns, {}, [attribute("network", "vcn", "x")])).toBe("not-found");
  });
  it("cannot be told in a form that is not read, in a policy that is not settled, or without the VCN", () => {
    expect(presenceOf(`${statement} and something new`)).toBe("cannot-tell");
    expect(presenceOf(statement, { lifecycleState: "UPDATING" })).toBe("cannot-tell");
    expect(presenceOf(statement, {}, null)).toBe("cannot-tell");
  });
});
