import { routes } from "@/lib/routes";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";

/** A plan that takes an attribute off every resource that carries it with this value, all of them chosen already. */
export const removalPlanOf = ({ namespace, key, value }: NamedAttribute): string =>
  routes.newChangePlan({
    steps: [JSON.stringify({ op: "remove", namespace, key })],
    params: { attr: `${namespace}.${key}:${value}`, take: "all" },
  });
