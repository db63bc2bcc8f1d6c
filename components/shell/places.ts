import {
  BookCheck,
  Boxes,
  LayoutDashboard,
  ListChecks,
  ListOrdered,
  Network,
  Route,
  ScrollText,
  ShieldAlert,
  ShieldCheck,
  Tags,
  type LucideIcon,
} from "lucide-react";
import type { InventoryStatus } from "@/lib/contract/inventory";
import { routes } from "@/lib/routes";

export type Place = {
  readonly label: string;
  readonly href: string;
  readonly icon: LucideIcon;
  /** Addresses that belong to this place besides its own. */
  readonly also: readonly string[];
  /** How much is in it, of what is in the scope. */
  readonly count: (counted: Pick<InventoryStatus, "counts">) => number | null;
};

/** The places of the console, as the rail and the sheet list them. A new place is one entry here. */
export const places: readonly Place[] = [
  { label: "Overview", href: routes.overview(), icon: LayoutDashboard, also: [], count: () => null },
  {
    label: "Clusters",
    href: routes.clusters(),
    icon: Boxes,
    also: ["/node-pools"],
    count: ({ counts }) => counts.clusters,
  },
  {
    label: "Resources",
    href: routes.resources(),
    icon: ShieldCheck,
    also: [],
    count: ({ counts }) => counts.resources,
  },
  {
    label: "Findings",
    href: routes.findings(),
    icon: ListChecks,
    also: [],
    count: ({ counts: { findings } }) => findings.high + findings.medium + findings.low,
  },
  { label: "Security attributes", href: routes.securityAttributes(), icon: Tags, also: [], count: () => null },
  { label: "Change plans", href: routes.changePlans(), icon: ListOrdered, also: [], count: () => null },
  { label: "ZPR policies", href: routes.zprPolicies(), icon: ScrollText, also: [], count: () => null },
  { label: "Map", href: routes.map(), icon: Network, also: [], count: () => null },
  {
    label: "Guards",
    href: routes.guards(),
    icon: ShieldAlert,
    also: [],
    count: ({ counts }) => counts.guards?.failing ?? null,
  },
  { label: "Trace", href: routes.trace(), icon: Route, also: [], count: () => null },
  { label: "Coverage", href: routes.coverage(), icon: BookCheck, also: [], count: () => null },
];

const isUnder = (pathname: string, href: string) =>
  pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));

export const isPlaceCurrent = (place: Place, pathname: string): boolean =>
  [place.href, ...place.also].some((href) => isUnder(pathname, href));
