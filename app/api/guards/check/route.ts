import { detailAnswer } from "@/app/api/inventory-answers";
import { zprReadingsNow } from "@/app/api/zpr-readings-now";
import { type CheckedGuards, checkGuardsDetailsSchema } from "@/lib/contract/guards";
import { readGuardText } from "@/lib/guard-file/read-guard-text";
import { guardEvaluationView } from "@/lib/inventory/projections/guards";
import { handle } from "@/lib/server/handle";

/** Writes nothing; a POST because the text is a body. */
export const POST = handle({ body: checkGuardsDetailsSchema }, async ({ session: { ociContext }, body: { text } }) => {
  const read = readGuardText(text);
  if (!read.ok) {
    return Response.json({ mistakes: read.mistakes, evaluation: null } satisfies CheckedGuards);
  }
  const readings = await zprReadingsNow(ociContext, { isAnew: false });
  const evaluation = await detailAnswer(ociContext, (inventory) =>
    guardEvaluationView(inventory, readings?.policies ?? null, read.file),
  );
  return Response.json({ mistakes: [], evaluation } satisfies CheckedGuards);
});
