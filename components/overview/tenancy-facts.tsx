import Link from "next/link";
import { AtLeast } from "@/components/shared/at-least";
import type { InventoryStatus } from "@/lib/contract/inventory";
import { routes } from "@/lib/routes";

/** What there is, counted: the ground on which the four numbers stand. */
export function TenancyFacts({ status }: { readonly status: InventoryStatus }) {
  const { counts, completeness } = status;
  const facts = [
    { label: "Clusters", count: counts.clusters, href: routes.clusters() },
    { label: "Node pools", count: counts.nodePools, href: routes.resources({ kind: "node-pool-primary-vnic" }) },
    { label: "Protected resources", count: counts.protectedResources, href: routes.resources({ protected: true }) },
    { label: "Not matched to a cluster", count: counts.unmatchedResources, href: routes.resources({ clusterId: "unmatched" }) },
  ];
  return (
    <ul className="rounded-box border border-line bg-surface">
      {facts.map((fact) => (
        <li key={fact.label} className="flex h-9 items-center justify-between gap-4 border-b border-line px-3 last:border-b-0">
          <Link href={fact.href} className="rounded-[2px] text-accent hover:underline">
            {fact.label}
          </Link>
          <span>
            <AtLeast count={fact.count} isComplete={completeness.isComplete} />
          </span>
        </li>
      ))}
    </ul>
  );
}
