import "server-only";
import { stagesOfEdit } from "@/lib/changes/stages-of-edit";
import type { EffectAnswer, EffectDetails } from "@/lib/contract/effect";
import type { Inventory } from "@/lib/inventory/inventory";
import { effectAnswer } from "@/lib/inventory/projections/effect";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import type { OciContext } from "@/lib/oci/clients";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const unknown = (cause: string, { isReading = false } = {}): EffectAnswer => ({ state: "unknown", cause, isReading });

/**
 * What an edit would change about what ZPR allows. Without the policies that is not known, and it says why. Throws
 * `OciRequestError` when the resource cannot be read.
 */
export async function effectOfChange(
  ociContext: OciContext,
  inventory: Inventory,
  policies: Reading<readonly ZprPolicy[]>,
  details: EffectDetails,
): Promise<EffectAnswer> {
  if (policies.state === "not-asked") return unknown("The ZPR policies are still being read.", { isReading: true });
  if (policies.state !== "read") return unknown(`The ZPR policies could not be read: ${policies.message}`);
  const compiled = compiledWorldOf(inventory, policies);
  const planned = await stagesOfEdit({ ociContext, inventory }, compiled.world, details);
  if (planned === null) {
    return unknown(
      details.type === "policy"
        ? "The policy is not among those that were read."
        : `${details.type === "plan" ? "A" : "The"} resource is not among those that ZPR's reach is worked out for: it is gone, or where it is could not be read.`,
    );
  }
  return effectAnswer(inventory, compiled, { ...planned, policiesReadAt: policies.readAt });
}
