import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import type { GuardsAnswer, SaveGuardsDetails } from "@/lib/contract/guards";
import {
  type GuardFileState,
  readGuardFile,
  saveGuardFile,
  type SavedGuardFile,
} from "@/lib/guard-file/guard-file-store";
import { guardsAnswer } from "@/lib/inventory/projections/guards";
import type { OciContext } from "@/lib/oci/clients";
import { serverEnv } from "@/lib/server/env";

/** The guard file of this console as it is now, or what is the matter with it. Read from the disk with every call. */
export const guardFileNow = (): GuardFileState => readGuardFile(serverEnv().guardsPath);

/** Writes it, unless it is not as it was seen. */
export const saveGuardsNow = ({ text, seenHash }: SaveGuardsDetails): SavedGuardFile =>
  saveGuardFile(serverEnv().guardsPath, text, seenHash);

/** What a state of it says of the tenancy. Throws as `detailAnswer` does. */
export async function guardsAnswerNow(ociContext: OciContext, state: GuardFileState): Promise<GuardsAnswer> {
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  return detailAnswer(ociContext, (inventory) => guardsAnswer(inventory, readings?.policies ?? null, state));
}
