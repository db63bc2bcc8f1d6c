import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import type { ReachAttribute } from "@/lib/zpr/reach/reach-world";

/** What an endpoint of several VNICs carries: what not all of them carry is no certain attribute of it. */
export function attributesOfVnics(sets: readonly (readonly ReachAttribute[])[]): readonly ReachAttribute[] {
  const distinct = new Map(sets.flat().map((attribute) => [namedAttributeKey(attribute), attribute]));
  return [...distinct].map(([key, attribute]) => {
    const isOnAll = sets.every((set) => set.some((each) => namedAttributeKey(each) === key));
    return isOnAll ? attribute : { ...attribute, doubt: attribute.doubt ?? "some-vnics" };
  });
}
