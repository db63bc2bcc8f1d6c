import { guardFileNow } from "@/app/api/guards-now";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import type { GuardEnvironment } from "@/lib/changes/guards/check-hold";
import type { OciContext } from "@/lib/oci/clients";
import { notAsked } from "@/lib/oke/readiness/reading";
import { log } from "@/lib/server/log";

/** What an edit of this session is held against: the guard file and the policies, both read for it. */
export const guardEnvironment = (ociContext: OciContext): GuardEnvironment => ({
  async read() {
    const readings = await zprReadingsNow(ociContext, { isAnew: true });
    return { guardFile: guardFileNow(), policies: readings?.policies ?? notAsked };
  },
  onOverride: (override) => log().warn(override, "an edit was made against guards"),
});
