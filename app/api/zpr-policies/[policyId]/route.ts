import * as v from "valibot";
import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { ocidParam } from "@/lib/contract/ocid-param";
import type { ZprPolicyDetail } from "@/lib/contract/zpr-policy";
import { zprPolicyDetail } from "@/lib/inventory/projections/zpr-policy-detail";
import { readPolicyWork } from "@/lib/inventory/read-zpr-policies";
import { handle } from "@/lib/server/handle";
import { notFound, Problem } from "@/lib/server/problem";

export const GET = handle(
  { params: v.object({ policyId: ocidParam }) },
  async ({ session: { ociContext }, params: { policyId } }) => {
    const inventory = await detailAnswer(ociContext, (found) => found);
    const readings = await zprReadingsNow(ociContext, { isAnew: false });
    if (readings === null || readings.policies.state === "not-asked") {
      throw unread("The ZPR policies are still being read. Try again in a moment.");
    }
    const { policies } = readings;
    if (policies.state === "failed") throw unread(policies.message);
    const isThere = policies.state === "read" && policies.value.some(({ id }) => id === policyId);
    // Refused or absent: OCI gives one answer for both.
    if (!isThere) throw notFound("Authorization failed or requested resource not found.");
    const { homeRegion } = inventory;
    const work = await readPolicyWork(ociContext, { homeRegion, policyId, now: Date.now() });
    const detail = zprPolicyDetail(inventory, policyId, policies, work);
    if (detail === null) throw notFound("Authorization failed or requested resource not found.");
    return Response.json(detail satisfies ZprPolicyDetail);
  },
);

const unread = (message: string) => new Problem(503, { code: "ServiceUnavailable", message });
