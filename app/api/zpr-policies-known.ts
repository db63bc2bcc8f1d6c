import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import type { OciContext } from "@/lib/oci/clients";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

/** The ZPR policies, read unless they were lately; why there are none stands in the reading. */
export async function zprPoliciesKnown(ociContext: OciContext): Promise<Reading<readonly ZprPolicy[]>> {
  return (await zprReadingsNow(ociContext, { isAnew: false }))?.policies ?? notAsked;
}
