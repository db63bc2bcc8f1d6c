import { describe, expect, it } from "vitest";
import { secondaryVnicsSet } from "@/lib/oke/secondary-vnics";
import { attributesOf, nodePoolFrom } from "@/lib/oke/test-builders";

const setOf = (...vnics: { name?: string; values: Record<string, string> }[]) =>
  secondaryVnicsSet(
    nodePoolFrom("pool", null, {
      secondaryVnics: vnics.map(({ name, values }) => ({
        displayName: name,
        createVnicDetails: { subnetId: "s", securityAttributes: attributesOf(values) },
      })),
    }).secondaryVnics,
  );

describe("the secondary VNICs of a pool", () => {
  it("are one set when they agree, in whatever order and case of names", () => {
    const { differing, securityAttributes } = setOf(
      { values: { "fin.tier": "db", "fin.owner": "ops" } },
      { values: { "Fin.Owner": "ops", "fin.tier": "db" } },
    );
    expect(differing).toBeNull();
    expect(securityAttributes.map(({ key }) => key)).toEqual(["tier", "owner"]);
  });

  it("are told apart when one carries less, each with its own set in the pool's order", () => {
    const { differing, securityAttributes } = setOf({ name: "pods", values: { "fin.tier": "db" } }, { values: {} });
    expect(differing?.map(({ displayName, securityAttributes: own }) => [displayName, own.length])).toEqual([
      ["pods", 1],
      ["Secondary VNIC 2", 0],
    ]);
    expect(securityAttributes).toHaveLength(1);
  });

  it("are an empty set where there are none", () => {
    expect(setOf()).toEqual({ securityAttributes: [], differing: null });
  });
});
