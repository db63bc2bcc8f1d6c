import { parseAsNativeArrayOf, parseAsString } from "nuqs";
import type { InventoryStatus } from "@/lib/contract/inventory";
import { formatCounted } from "@/lib/format";
import type { ScopeParams } from "@/lib/routes";

/** The scope in the address: regions, parted by commas or given several times, and one compartment. */
export const scopeParsers = { region: parseAsNativeArrayOf(parseAsString), compartmentId: parseAsString };

/** The part of the tenancy that every page is about. */
export type Scope = {
  /** The chosen regions; empty for all. */
  readonly regions: readonly string[];
  /** The compartment that is meant with everything below it; `null` for the whole tenancy. */
  readonly compartmentId: string | null;
  readonly isNarrowed: boolean;
  /** The same as requests and addresses carry it. */
  readonly params: ScopeParams;
  /** What the address names and the console does not know: it narrows nothing. */
  readonly unknown: readonly string[];
};

type Asked = { readonly region: readonly string[]; readonly compartmentId: string | null };
type Known = Pick<InventoryStatus, "regions" | "compartments" | "tenancy">;

/** Regions that the console reads, so that something can be chosen in them. */
export const readRegions = ({ regions }: Pick<Known, "regions">): readonly string[] =>
  regions.filter(({ outcome }) => outcome !== "not-chosen").map(({ regionName }) => regionName);

/**
 * The scope that the address asks for, without what is not there. All regions, and the compartment that is the tenancy,
 * narrow nothing. As long as it is not `known` what there is, every word is taken as it is.
 */
export function resolveScope({ region, compartmentId }: Asked, known: Known | null): Scope {
  const asked = [...new Set(region.flatMap((text) => text.split(",")).filter((word) => word !== ""))];
  const there = known && readRegions(known);
  const found = there === null ? asked : there.filter((name) => asked.includes(name));
  const regions = found.length === there?.length ? [] : found;
  const hasCompartment = known?.compartments.some(({ id }) => id === compartmentId) ?? true;
  const isWhole = compartmentId === "" || compartmentId === known?.tenancy?.id;
  const chosen = hasCompartment && !isWhole ? compartmentId : null;
  return {
    regions,
    compartmentId: chosen,
    isNarrowed: regions.length > 0 || chosen !== null,
    params: {
      ...(regions.length > 0 && { region: regions.join(",") }),
      ...(chosen !== null && { compartmentId: chosen }),
    },
    unknown: [
      ...(there === null ? [] : asked.filter((name) => !there.includes(name))),
      ...(compartmentId !== null && !isWhole && !hasCompartment ? [compartmentId] : []),
    ],
  };
}

/** The regions of a scope in words: "eu-frankfurt-1", "2 of 3 regions", "All 3 regions". */
export function regionWords(scope: Pick<Scope, "regions">, status: Pick<Known, "regions">): string {
  const all = readRegions(status).length;
  const [first, second] = scope.regions;
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined) return `${scope.regions.length} of ${formatCounted(all, "region")}`;
  const chosen = formatCounted(status.regions.length, "region");
  return all === status.regions.length ? chosen : `${all} of ${chosen}`;
}
