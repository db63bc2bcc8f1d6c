import { currentInventories } from "@/lib/inventory/current-inventories";
import { currentReadings } from "@/lib/inventory/current-readings";
import type { ZprReadings } from "@/lib/inventory/projections/list-zpr-policies";
import { readZprPolicies } from "@/lib/inventory/read-zpr-policies";
import type { OciContext } from "@/lib/oci/clients";

/** ZPR's policies and settings; `null` while the home region, where they live, is not known. */
export async function zprReadingsNow(
  ociContext: OciContext,
  { isAnew }: { readonly isAnew: boolean },
): Promise<ZprReadings | null> {
  const homeRegion = currentInventories().view(ociContext).inventory?.homeRegion;
  if (homeRegion === undefined) return null;
  return readZprPolicies(currentReadings(), ociContext, { homeRegion, isAnew, now: Date.now() });
}
