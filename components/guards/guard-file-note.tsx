import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import type { GuardsAnswer } from "@/lib/contract/guards";

type GuardFileNoteProps = { readonly answer: GuardsAnswer; readonly isFirst: boolean };

/** What there is to say of the guard file as a whole, and of what it is held against. */
export function GuardFileNote({ answer: { file, evaluation, policies }, isFirst }: GuardFileNoteProps) {
  const { adminSources, lines } = evaluation;
  return (
    <>
      {file.state === "unreadable" && (
        <Banner tone="blocked" title="The guard file cannot be read">
          <Literal text={file.message ?? ""} /> Until it can, no edit counts as having passed its guards: each asks for
          a name and a reason.
        </Banner>
      )}
      {file.state === "broken" && (
        <Banner tone="blocked" title="The guard file has mistakes">
          Until they are corrected below, no edit counts as having passed its guards: each asks for a name and a reason.
        </Banner>
      )}
      {(file.state === "absent" || file.state === "read") && adminSources.length + lines.length === 0 && (
        <Banner tone="neutral" title="Nothing is declared, so nothing is proved">
          Whether new nodes can join is looked at all the same. The example below is made of names of this tenancy:
          change it to what you mean, check it, and save it.
        </Banner>
      )}
      {!isFirst && policies.state !== "read" && policies.state !== "not-asked" && (
        <Banner tone="unknown" title="The ZPR policies could not be read, so nothing is sure">
          <Literal text={policies.message ?? ""} />
        </Banner>
      )}
    </>
  );
}
