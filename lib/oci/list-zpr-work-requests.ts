import "server-only";
import * as v from "valibot";
import { parseAnswer } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { displayText } from "@/lib/oci/display-text";
import { encodedQuery } from "@/lib/oci/query";
import { nullable } from "@/lib/oke/wire";
import type { ZprPolicyWorkRequest } from "@/lib/zpr/zpr-policy-work-request";

/** What tells how far a policy's work is does not stand far down its list. */
const newest = 20;

const line = v.pipe(
  v.string(),
  v.transform((raw) => displayText(raw)),
);

const workRequestSchema: v.GenericSchema<unknown, ZprPolicyWorkRequest> = v.object({
  id: v.string(),
  operationType: v.nullish(line, ""),
  status: v.nullish(line, "UNKNOWN_VALUE"),
  percentComplete: nullable(v.number()),
  timeAccepted: nullable(v.string()),
  timeFinished: nullable(v.string()),
});

/** Reads the newest work requests of one ZPR policy, newest first. Throws `OciRequestError`. */
export async function listZprPolicyWorkRequests(
  context: OciContext,
  { region, zprPolicyId }: { readonly region: string; readonly zprPolicyId: string },
): Promise<readonly ZprPolicyWorkRequest[]> {
  const target = { service: "zpr", operation: "listZprPolicyWorkRequests", region } as const;
  const query = encodedQuery({
    compartmentId: context.principal.tenancyId,
    resourceId: zprPolicyId,
    limit: newest,
  });
  const { workRequestSummaryCollection } = await callOci(context, target, (client) =>
    client.listZprPolicyWorkRequests(query),
  );
  const items = parseAnswer(v.array(workRequestSchema), workRequestSummaryCollection.items, target.operation);
  const acceptedAt = ({ timeAccepted }: ZprPolicyWorkRequest) => Date.parse(timeAccepted ?? "") || 0;
  return items.toSorted((a, b) => acceptedAt(b) - acceptedAt(a));
}
