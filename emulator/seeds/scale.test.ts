import { describe, expect, it } from "vitest";
import { scaleSeed } from "@/emulator/seeds/scale";

describe("a scale seed", () => {
  it.each([1, 4, 40])("of %i clusters has five pools, 25 nodes and five load balancers for each", (clusters) => {
    const { regions, compartments } = scaleSeed(clusters);
    const count = (pick: (region: (typeof regions)[number]) => readonly unknown[]) => regions.flatMap(pick).length;
    expect(count((region) => region.clusters)).toBe(clusters);
    expect(count((region) => region.nodePools)).toBe(5 * clusters);
    expect(count((region) => region.nodePools.flatMap(({ nodes }) => nodes ?? []))).toBe(25 * clusters);
    expect(count((region) => region.instances)).toBe(25 * clusters);
    expect(count((region) => [...region.loadBalancers, ...region.networkLoadBalancers])).toBe(5 * clusters);
    const objects = regions.flatMap(({ kubernetes }) => kubernetes.flatMap((one) => one.objects));
    expect(objects.filter(({ kind }) => kind === "Service")).toHaveLength(5 * clusters);
    expect(compartments).toHaveLength(Math.max(8, clusters / 4));
  });

  it("mixes both kinds of load balancer, uses both regions and every compartment", () => {
    const { regions, compartments } = scaleSeed(40);
    expect(
      regions.every(
        ({ clusters, loadBalancers, networkLoadBalancers }) =>
          clusters.length * loadBalancers.length * networkLoadBalancers.length > 0,
      ),
    ).toBe(true);
    const used = new Set(regions.flatMap(({ clusters }) => clusters.map(({ compartmentId }) => compartmentId)));
    expect(used.size).toBe(compartments.length);
  });

  it("has protected, unprotected and stale resources, and nodes that are behind their pool", () => {
    const { regions } = scaleSeed(40);
    const maps = regions.flatMap(({ loadBalancers }) =>
      loadBalancers.map(({ securityAttributes }) => JSON.stringify(securityAttributes)),
    );
    expect(maps).toContain("{}");
    expect(maps.some((text) => text.includes("stage"))).toBe(true);
    expect(maps.some((text) => text.includes("squad"))).toBe(true);
    const behind = regions.flatMap(({ vnics }) =>
      vnics.filter(
        ({ isPrimary, securityAttributes }) =>
          isPrimary === true &&
          JSON.stringify(securityAttributes) === '{"oke":{"role":{"value":"node","mode":"enforce"}}}',
      ),
    );
    expect(behind.length).toBeGreaterThan(0);
  });
});
