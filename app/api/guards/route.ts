import { guardFileNow, guardsAnswerNow, saveGuardsNow } from "@/app/api/guards-now";
import { type GuardFileConflict, type GuardsAnswer, saveGuardsDetailsSchema } from "@/lib/contract/guards";
import { guardFileView } from "@/lib/inventory/projections/guards";
import { handle } from "@/lib/server/handle";
import { log } from "@/lib/server/log";
import { invalidParameter, Problem } from "@/lib/server/problem";

export const GET = handle({}, async ({ session: { ociContext } }) =>
  Response.json((await guardsAnswerNow(ociContext, guardFileNow())) satisfies GuardsAnswer),
);

/** Writes the guard file, unless it is not as the person saw it, or the text has mistakes. */
export const POST = handle({ body: saveGuardsDetailsSchema }, async ({ session: { ociContext }, body }) => {
  const saved = saveGuardsNow(body);
  if (saved.ok) {
    log().info({ path: saved.state.path }, "the guard file was written");
    return Response.json((await guardsAnswerNow(ociContext, saved.state)) satisfies GuardsAnswer);
  }
  if (saved.reason === "changed") {
    const message = "The guard file was changed after you opened it. Nothing was written.";
    const current = guardFileView(saved.current);
    return Response.json({ code: "GuardFileChanged", message, current } satisfies GuardFileConflict, { status: 409 });
  }
  if (saved.reason === "mistakes") throw invalidParameter("The text has mistakes. Nothing was written.", "text");
  throw new Problem(500, { code: "GuardFileNotWritten", message: `Nothing was written. ${saved.message}` });
});
