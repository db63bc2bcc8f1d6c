import "server-only";
import { refusal, type ChangeRefusal } from "@/lib/changes/change-refusal";
import { replacementStoreOf } from "@/lib/changes/node-replacement/replacement-store";
import type { NodeReplacement } from "@/lib/contract/node-replacements";
import type { OciContext } from "@/lib/oci/clients";

/** The principal's replacements since the console started, newest first. */
export const listReplacements = ({ principal }: OciContext): readonly NodeReplacement[] =>
  replacementStoreOf(principal).list();

const notStoppable = refusal(409, {
  code: "IncorrectState",
  message: "OKE cycles the nodes by itself and cannot be stopped between two of them.",
});

const isOver = refusal(409, { code: "IncorrectState", message: "The replacement has ended already." });

/** Has a replacement of one node at a time end before the next node. `null` when there is none of that id. */
export function stopReplacement(
  { principal }: OciContext,
  id: string,
): { readonly ok: true; readonly replacement: NodeReplacement } | ChangeRefusal | null {
  const store = replacementStoreOf(principal);
  const replacement = store.get(id);
  if (replacement === null) return null;
  if (replacement.isFinished) return isOver;
  if (replacement.method === "cycling") return notStoppable;
  store.update(id, { isStopping: true });
  return { ok: true, replacement: { ...replacement, isStopping: true } };
}
