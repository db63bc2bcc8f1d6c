import { describe, expect, it } from "vitest";
import { regionWords, resolveScope } from "@/components/shared/scope";

const region = (regionName: string, outcome: "read" | "not-chosen" = "read") => ({
  regionName,
  outcome,
  isHomeRegion: false,
  scopesDone: 1,
  scopesUnread: 0,
  scopesTotal: 1,
});

const known = {
  regions: [region("us-ashburn-1"), region("eu-frankfurt-1"), region("us-phoenix-1")],
  compartments: [
    { id: "root", name: "acme", path: "acme" },
    { id: "payments", name: "payments", path: "acme / payments" },
  ],
  tenancy: { id: "root", name: "acme", homeRegion: "us-ashburn-1" },
};

describe("resolveScope", () => {
  it("reads regions with commas between them and given several times, in the order of the tenancy", () => {
    const scope = resolveScope({ region: ["eu-frankfurt-1,", "us-ashburn-1"], compartmentId: "payments" }, known);
    expect(scope).toEqual({
      regions: ["us-ashburn-1", "eu-frankfurt-1"],
      compartmentId: "payments",
      isNarrowed: true,
      params: { region: "us-ashburn-1,eu-frankfurt-1", compartmentId: "payments" },
      unknown: [],
    });
  });

  it("ignores a region and a compartment that are not there, and says which", () => {
    const scope = resolveScope({ region: ["mars-north-1", "us-phoenix-1"], compartmentId: "gone" }, known);
    expect(scope.params).toEqual({ region: "us-phoenix-1" });
    expect(scope.unknown).toEqual(["mars-north-1", "gone"]);
  });

  it("is not narrowed by unknown words alone, by all regions, or by the tenancy as a compartment", () => {
    expect(resolveScope({ region: ["mars-north-1"], compartmentId: "gone" }, known).isNarrowed).toBe(false);
    const all = resolveScope({ region: ["us-ashburn-1,eu-frankfurt-1,us-phoenix-1"], compartmentId: "root" }, known);
    expect(all).toMatchObject({ isNarrowed: false, params: {}, unknown: [] });
  });

  it("cannot be narrowed to a region that the console was told not to read", () => {
    const some = { ...known, regions: [region("us-ashburn-1"), region("eu-frankfurt-1", "not-chosen")] };
    expect(resolveScope({ region: ["eu-frankfurt-1"], compartmentId: null }, some)).toMatchObject({
      isNarrowed: false,
      unknown: ["eu-frankfurt-1"],
    });
  });

  it("takes every word as it is while nobody knows what there is", () => {
    const scope = resolveScope({ region: ["mars-north-1"], compartmentId: "gone" }, null);
    expect(scope.params).toEqual({ region: "mars-north-1", compartmentId: "gone" });
    expect(scope.unknown).toEqual([]);
  });
});

describe("regionWords", () => {
  it("names one region, and counts several and all", () => {
    expect(regionWords({ regions: ["us-phoenix-1"] }, known)).toBe("us-phoenix-1");
    expect(regionWords({ regions: ["us-phoenix-1", "us-ashburn-1"] }, known)).toBe("2 of 3 regions");
    expect(regionWords({ regions: [] }, known)).toBe("3 regions");
  });
});
