import { isSameNamed } from "@/lib/zpr/policy-language/named-attribute";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import type { ReachAttribute, ReachWorld } from "@/lib/zpr/reach/reach-world";

/** An attribute that no statement can name: no name holds these characters. */
const unnamed: NamedAttribute = { namespace: "\u0000", key: "\u0000", value: "\u0000" };

const isOfDefinition = ({ doubt }: ReachAttribute) => doubt === "deleted" || doubt === "retired";

/**
 * Two worlds that tell which flows hang on one attribute. In `good` its definition is in order, so that only what else
 * is doubtful about it stays doubtful. In `without` what carries it still carries something, as doubtful as it is now,
 * and no statement names that. Both differ from `world` in what carries the attribute, VCNs included, and in nothing else.
 */
export function dependenceWorlds(
  world: ReachWorld,
  attribute: NamedAttribute,
): { readonly good: ReachWorld; readonly without: ReachWorld } {
  const replaced = (replace: (own: ReachAttribute) => ReachAttribute): ReachWorld => {
    const edited = <T extends { readonly attributes: readonly ReachAttribute[] | null }>(each: T): T =>
      each.attributes?.some((own) => isSameNamed(own, attribute)) === true
        ? { ...each, attributes: each.attributes.map((own) => (isSameNamed(own, attribute) ? replace(own) : own)) }
        : each;
    return { ...world, endpoints: world.endpoints.map(edited), vcns: world.vcns.map(edited) };
  };
  return {
    good: replaced((own) => (isOfDefinition(own) ? { ...own, doubt: null } : own)),
    without: replaced((own) => ({ ...unnamed, doubt: own.doubt })),
  };
}
