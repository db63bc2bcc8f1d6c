import { describe, expect, it } from "vitest";
import { isInCidr, newAddressPlan } from "@/emulator/seeds/builders/address-plan";
import { momentOf, ocidOf, uuidOf } from "@/emulator/seeds/builders/ocid";
import { newRandom } from "@/emulator/seeds/builders/random";
import { audited, enforced, securityAttributeMap } from "@/emulator/seeds/builders/security-attributes";

describe("OCIDs, UUIDs and moments from names", () => {
  it("are the same for the same name and differ for another name, type or region", () => {
    expect(ocidOf("vcn", "a", "iad")).toBe(ocidOf("vcn", "a", "iad"));
    const others = [
      ocidOf("vcn", "b", "iad"),
      ocidOf("subnet", "a", "iad"),
      ocidOf("vcn", "a", "eu-frankfurt-1"),
      ocidOf("vcn", "a"),
    ];
    const uniqueParts = new Set([ocidOf("vcn", "a", "iad"), ...others].map((ocid) => ocid.split(".").at(-1)));
    expect(uniqueParts.size).toBe(5);
  });

  it("have the form that Oracle gives them", () => {
    expect(ocidOf("tenancy", "acme")).toMatch(/^ocid1\.tenancy\.oc1\.\.aaaa[a-z2-7]{56}$/);
    expect(ocidOf("cluster", "a", "iad")).toMatch(/^ocid1\.cluster\.oc1\.iad\.aaaa[a-z2-7]{45}c[a-z2-7]{10}$/);
    expect(uuidOf("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(momentOf("a")).toMatch(/^202[56]-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it("do not collide for twenty thousand names that are much alike", () => {
    const made = Array.from({ length: 20_000 }, (_, index) =>
      ocidOf("vnic", `scale/pool-${index % 10}/${index}`, "iad"),
    );
    expect(new Set(made).size).toBe(made.length);
  });
});

describe("addresses", () => {
  it("are given one after another, never the network's, the router's or the broadcast's", () => {
    const plan = newAddressPlan();
    const given = Array.from({ length: 13 }, () => plan.next("subnet", "10.0.0.16/28"));
    expect([given[0], given.at(-1)]).toEqual(["10.0.0.18", "10.0.0.30"]);
    expect(() => plan.next("subnet", "10.0.0.16/28")).toThrow(/No address is left/);
    expect(plan.next("another subnet", "10.0.0.16/28")).toBe("10.0.0.18");
  });

  it("are known to be in a block or not", () => {
    expect(isInCidr("10.0.3.255", "10.0.0.0/22")).toBe(true);
    expect(isInCidr("10.0.4.0", "10.0.0.0/22")).toBe(false);
    expect(isInCidr("10.0.0.0/16", "10.0.0.0/22")).toBe(false);
    expect(isInCidr("255.255.255.255", "0.0.0.0/0")).toBe(true);
  });
});

describe("maps of security attributes", () => {
  it("are written as people write attributes, with everything after the first colon as the value", () => {
    expect(enforced("app.tier:web", "app.url:https://x.y:1")).toEqual({
      app: { tier: { value: "web", mode: "enforce" }, url: { value: "https://x.y:1", mode: "enforce" } },
    });
    expect(audited("a.b:c")).toEqual({ a: { b: { value: "c", mode: "audit" } } });
  });

  it.each(["app", "app.tier", "app:web", "a b.c:d", ""])("refuse %j", (text) => {
    expect(() => enforced(text)).toThrow(/namespace\.key:value/);
  });

  it("make a key of its own of __proto__", () => {
    const map = securityAttributeMap([["__proto__", "__proto__", { value: "x", mode: "enforce" }]]);
    expect(JSON.stringify(map)).toBe('{"__proto__":{"__proto__":{"value":"x","mode":"enforce"}}}');
  });
});

describe("the random numbers", () => {
  it("are the same row for the same start and stay below their limit", () => {
    const row = (start: number) => {
      const random = newRandom(start);
      return Array.from({ length: 1000 }, () => random.below(10));
    };
    expect(row(7)).toEqual(row(7));
    expect(row(7)).not.toEqual(row(8));
    expect(new Set(row(7))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });
});
