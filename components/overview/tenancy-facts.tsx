import { AtLeast } from "@/components/shared/at-least";
import { TextLink } from "@/components/shared/text-link";
import type { ScopedCounts } from "@/lib/contract/inventory";
import { routes } from "@/lib/routes";

/** What there is, counted: the ground on which the four numbers stand. */
export function TenancyFacts({ counted: { counts, completeness } }: { readonly counted: ScopedCounts }) {
  const facts = [
    { label: "Clusters", count: counts.clusters, href: routes.clusters() },
    {
      label: "Node pools",
      count: counts.nodePools,
      href: routes.resources({ kind: "node-pool-primary-vnic", protected: "any" }),
    },
    { label: "Protected resources", count: counts.protectedResources, href: routes.resources({ protected: true }) },
    {
      label: "Not matched to a cluster",
      count: counts.unmatchedResources,
      href: routes.resources({ clusterId: "unmatched", protected: "any" }),
    },
  ];
  return (
    <ul className="rounded-box border-line bg-surface border">
      {facts.map((fact) => (
        <li
          key={fact.label}
          className="border-line flex h-9 items-center justify-between gap-4 border-b px-3 last:border-b-0"
        >
          <TextLink look="name" href={fact.href} className="font-normal!">
            {fact.label}
          </TextLink>
          <span>
            <AtLeast count={fact.count} isComplete={completeness.isComplete} />
          </span>
        </li>
      ))}
    </ul>
  );
}
