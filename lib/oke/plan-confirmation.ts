import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** Above this many resources a plan wants a reason. */
export const reasonAbove = 20;

type Planned = {
  readonly kind: ResourceKind;
  readonly before: readonly SecurityAttribute[];
  readonly after: readonly SecurityAttribute[];
};

/** Whether the first attribute goes on an API endpoint or the last comes off: a mistake there can lock everybody out. */
export const isEndpointEdge = ({ kind, before, after }: Planned): boolean =>
  kind === "cluster-endpoint" && (before.length === 0) !== (after.length === 0);

/** Why a plan is not begun without a reason; `null` where one is welcome but not required. */
export function reasonRequiredBecause(steps: readonly Planned[]): string | null {
  if (steps.length > reasonAbove) return `It changes more than ${reasonAbove} resources.`;
  return steps.some(isEndpointEdge)
    ? "It puts the first attribute on a Kubernetes API endpoint, or takes the last one off."
    : null;
}
