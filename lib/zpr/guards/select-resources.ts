import type { GuardEnd } from "@/lib/zpr/guards/guard-file";
import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import { carriedSetFrom, carries } from "@/lib/zpr/reach/carried-set";
import { type Certainty, no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { EndpointClass } from "@/lib/zpr/reach/reach-end";
import type { ReachEndpoint } from "@/lib/zpr/reach/reach-world";

/** Resources that an end means and that no statement can tell apart. */
export type Selected = {
  /** `null` for a resource whose VCN is not known; it then stands alone. */
  readonly group: EndpointClass | null;
  readonly endpoints: readonly ReachEndpoint[];
  /** False when nobody knows whether the end means them, because what they carry could not be read. */
  readonly isSure: boolean;
};

function patternFrom(text: string): RegExp {
  const source = text.replaceAll(/[.*+?^${}()|[\]\\]/gu, (char) => {
    if (char === "*") return ".*";
    return char === "?" ? "." : `\\${char}`;
  });
  return new RegExp(`^${source}$`, "su");
}

/** Whether the end means a resource. An attribute that is retired or deleted is carried all the same. */
function meaningOf(end: GuardEnd): (endpoint: ReachEndpoint) => Certainty {
  if (end.kind === "all-endpoints") return () => yes;
  if (end.kind === "name") {
    const pattern = patternFrom(end.text);
    return ({ name }) => (pattern.test(name) ? yes : no);
  }
  if (end.kind !== "attribute") return () => no;
  const key = namedAttributeKey(end.attribute);
  return ({ attributes }) => {
    const carried = carriedSetFrom(attributes);
    return carried.doubtful.has(key) ? yes : carries(carried, key);
  };
}

/** The resources that an end means, put together where no statement can tell them apart; `null` when it means addresses. */
export function selectResources(end: GuardEnd, { world, classOf }: CompiledWorld): readonly Selected[] | null {
  if (end.kind === "address" || end.kind === "osn-services") return null;
  const groups = new Map<EndpointClass | ReachEndpoint, Selected & { readonly endpoints: ReachEndpoint[] }>();
  const meaning = meaningOf(end);
  for (const endpoint of world.endpoints) {
    const certainty = meaning(endpoint);
    if (certainty === no) continue;
    const group = classOf.get(endpoint.id) ?? null;
    const found = groups.get(group ?? endpoint);
    if (found === undefined) groups.set(group ?? endpoint, { group, endpoints: [endpoint], isSure: certainty === yes });
    else found.endpoints.push(endpoint);
  }
  return [...groups.values()];
}
