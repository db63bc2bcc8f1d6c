import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import type { OciContext } from "@/lib/oci/clients";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

/** Policies older than this are read anew before an edit is judged by them. */
const maxAgeMs = 60_000;

/** The policies that an edit under review is judged by. */
export async function recentPolicies(ociContext: OciContext): Promise<Reading<readonly ZprPolicy[]>> {
  const held = await zprReadingsNow(ociContext, { isAnew: false });
  const isOld = held?.policies.state === "read" && Date.now() - Date.parse(held.policies.readAt) > maxAgeMs;
  const readings = isOld ? await zprReadingsNow(ociContext, { isAnew: true }) : held;
  return readings?.policies ?? notAsked;
}
