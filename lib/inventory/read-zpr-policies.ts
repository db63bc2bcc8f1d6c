import "server-only";
import type { Readings } from "@/lib/inventory/current-readings";
import { failureOf } from "@/lib/inventory/ledger";
import type { ZprReadings } from "@/lib/inventory/projections/list-zpr-policies";
import { isChangingPolicy } from "@/lib/inventory/projections/zpr-policy-detail";
import type { OciContext } from "@/lib/oci/clients";
import { listZprPolicyWorkRequests } from "@/lib/oci/list-zpr-work-requests";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { ZprPolicyWorkRequest } from "@/lib/zpr/zpr-policy-work-request";

/** How long a page waits; what has not come by then is "not read yet", and the page asks again. */
const patienceMs = 8_000;
/** A policy that is on its way to another state is read again as soon as this. */
const changingMaxAgeMs = 4_000;

async function within<T>(reads: Promise<T>): Promise<void> {
  const timeout = AbortSignal.timeout(patienceMs);
  const ended = new Promise<void>((resolve) => timeout.addEventListener("abort", () => resolve(), { once: true }));
  await Promise.race([reads.then(() => undefined), ended]);
}

/**
 * What is known of ZPR's policies and settings, read unless that was done in the last minutes, or lately where a policy
 * is changing.
 * @param now epoch milliseconds
 */
export async function readZprPolicies(
  readings: Readings,
  ociContext: OciContext,
  { homeRegion, isAnew, now }: { readonly homeRegion: string; readonly isAnew: boolean; readonly now: number },
): Promise<ZprReadings> {
  const { principal } = ociContext;
  const place = { region: homeRegion };
  const held = readings.zprPolicies.peek(principal, place);
  const isOld = held.state === "read" && now - Date.parse(held.readAt) >= changingMaxAgeMs;
  const isChanged = isOld && held.value.some(isChangingPolicy);
  await within(
    Promise.all([
      readings.zprPolicies.read(ociContext, place, { isAnew: isAnew || isChanged }),
      readings.zprConfiguration.read(ociContext, place, { isAnew }),
    ]),
  );
  return {
    policies: readings.zprPolicies.peek(principal, place),
    configuration: readings.zprConfiguration.peek(principal, place),
  };
}

/** The newest work requests of one policy, as they are now. Never throws: why nothing came stands in the reading. */
export async function readPolicyWork(
  ociContext: OciContext,
  { homeRegion, policyId, now }: { readonly homeRegion: string; readonly policyId: string; readonly now: number },
): Promise<Reading<readonly ZprPolicyWorkRequest[]>> {
  const readAt = new Date(now).toISOString();
  try {
    const value = await listZprPolicyWorkRequests(ociContext, { region: homeRegion, zprPolicyId: policyId });
    return { state: "read", value, readAt };
  } catch (thrown) {
    const { outcome, problem } = failureOf(thrown, "listZprPolicyWorkRequests");
    const state = outcome === "refused" ? "refused" : "failed";
    return {
      state,
      message: problem?.message ?? "OCI gave no reason.",
      code: problem?.code ?? null,
      opcRequestId: problem?.opcRequestId ?? null,
      readAt,
    };
  }
}
