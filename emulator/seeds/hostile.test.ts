import { describe, expect, it } from "vitest";
import { hostileSeed } from "@/emulator/seeds/hostile";
import { everyHostileString, hostileStrings } from "@/emulator/seeds/hostile-strings";
import { surfacesIn } from "@/emulator/seeds/testing";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const seed = hostileSeed();
const read = JSON.parse(JSON.stringify(seed)) as typeof seed;
const attributes = surfacesIn(read).flatMap(({ map }) => securityAttributesFromWire(map));

describe("the hostile seed", () => {
  it("carries every string as a cluster's name and as an attribute's value", () => {
    const names = read.regions.flatMap(({ clusters }) => clusters.map(({ name }) => name));
    expect(names).toEqual([...everyHostileString]);
    expect(new Set(attributes.map(({ value }) => value))).toEqual(new Set([...everyHostileString, "e.f:g"]));
  });

  it("carries them as names of compartments, load balancers, policies and in statements", () => {
    expect(read.compartments.map(({ name }) => name)).toEqual([...everyHostileString]);
    expect(read.zprPolicies.map(({ name }) => name)).toEqual([...everyHostileString]);
    const named = read.regions.flatMap((region) =>
      [...region.loadBalancers, ...region.networkLoadBalancers, ...region.mountTargets].map(
        ({ displayName }) => displayName,
      ),
    );
    expect(named).toEqual(expect.arrayContaining([...everyHostileString]));
  });

  it.each(["__proto__", "constructor", "toString"])("has %s as a namespace of its own that survives JSON", (name) => {
    expect(attributes.some(({ namespace }) => namespace === name)).toBe(true);
    expect(read.securityAttributeNamespaces.map((namespace) => namespace.name)).toContain(name);
    const [first] = read.regions.flatMap(({ clusters }) => clusters);
    expect(Object.hasOwn(first?.endpointConfig?.securityAttributes ?? {}, name)).toBe(true);
  });

  it("declares them in annotations, most of which are no JSON, and one that names what no definition does", () => {
    const objects = read.regions.flatMap(({ kubernetes }) => kubernetes.flatMap((one) => one.objects));
    const texts = objects.flatMap(({ metadata }) => Object.values(metadata.annotations ?? {}));
    expect(texts).toEqual(expect.arrayContaining(everyHostileString.slice(0, 8)));
    expect(texts.some((text) => text.includes(JSON.stringify(hostileStrings.bidi)))).toBe(true);
    expect(objects.some(({ metadata }) => metadata.namespace === hostileStrings.script)).toBe(true);
  });

  it("has __proto__ as a key, as a free-form tag, as a listener and as a backend set", () => {
    expect(attributes.some(({ key }) => key === "__proto__")).toBe(true);
    const [cluster] = read.regions.flatMap(({ clusters }) => clusters);
    const [loadBalancer] = read.regions.flatMap(({ loadBalancers }) => loadBalancers);
    const maps = [cluster?.freeformTags, loadBalancer?.listeners, loadBalancer?.backendSets];
    expect(maps.map((map) => Object.hasOwn(map ?? {}, "__proto__"))).toEqual([true, true, true]);
  });

  it("has values and names of 255 characters, control characters, bidi marks and formulas", () => {
    const values = attributes.map(({ value }) => value);
    expect(values.some(({ length }) => length === 255)).toBe(true);
    expect(values.some((value) => value.includes("\u0000"))).toBe(true);
    expect(values.some((value) => value.includes("\u202E"))).toBe(true);
    expect(values.some((value) => value.startsWith("="))).toBe(true);
    expect(hostileStrings.longMarkup).toHaveLength(255);
    expect(hostileStrings.longText).toHaveLength(255);
  });

  it("keeps no resource above five attributes", () => {
    expect(Math.max(...surfacesIn(read).map(({ map }) => securityAttributesFromWire(map).length))).toBe(5);
  });
});
