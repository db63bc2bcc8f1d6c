import { describe, expect, it } from "vitest";
import { routes } from "@/lib/routes";

describe("routes", () => {
  it("keeps an id in one part of the path, whatever it holds", () => {
    expect(routes.resource("ocid1.nodepool.oc1.iad.abc:primary-vnic")).toBe(
      "/resources/ocid1.nodepool.oc1.iad.abc%3Aprimary-vnic",
    );
    expect(routes.securityAttribute("a/b", "..?x=1#y")).toBe("/security-attributes/a%2Fb/..%3Fx%3D1%23y");
  });

  it("opens a cluster at its security tab without naming it", () => {
    expect(routes.cluster("c1")).toBe("/clusters/c1");
    expect(routes.cluster("c1", "node-pools")).toBe("/clusters/c1/node-pools");
  });

  it("leaves empty parameters out", () => {
    expect(routes.clusters({ q: "", state: "stale", page: null, region: undefined })).toBe("/clusters?state=stale");
    expect(routes.clusters({})).toBe("/clusters");
  });

  it("sends a false value, because it is not an empty one", () => {
    expect(routes.resources({ protected: false })).toBe("/resources?protected=false");
  });
});
