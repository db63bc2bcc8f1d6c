import { describe, expect, it } from "vitest";
import { routes, withScope } from "@/lib/routes";

const scope = { region: "us-ashburn-1,us-phoenix-1", compartmentId: "ocid1.compartment.oc1..a" };
const words = "region=us-ashburn-1%2Cus-phoenix-1&compartmentId=ocid1.compartment.oc1..a";

describe("withScope", () => {
  it("adds the scope to an address with and without a query, before its anchor", () => {
    expect(withScope(routes.clusters(), scope)).toBe(`/clusters?${words}`);
    expect(withScope(routes.resources({ q: "a b" }), scope)).toBe(`/resources?q=a+b&${words}`);
    expect(withScope(routes.zprPolicy("p", 2), scope)).toBe(`/policies/p?${words}#statement-3`);
  });

  it("leaves what an address names itself", () => {
    expect(withScope(routes.coverage({ region: "eu-frankfurt-1" }), { region: "us-ashburn-1" })).toBe(
      "/coverage?region=eu-frankfurt-1",
    );
    expect(withScope(routes.coverage({ region: "eu-frankfurt-1" }), scope)).toBe(
      "/coverage?region=eu-frankfurt-1&compartmentId=ocid1.compartment.oc1..a",
    );
  });

  it("changes nothing without a scope", () => expect(withScope("/clusters?q=a#b", {})).toBe("/clusters?q=a#b"));
});
