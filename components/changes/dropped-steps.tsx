import type { RebasedOperations } from "@/components/changes/rebase-operations";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";

/** What became of the steps of an edit when it was made anew for the present set. */
export function DroppedSteps({ rebased }: { readonly rebased: RebasedOperations | null }) {
  const notes = [...(rebased?.dropped ?? []), ...(rebased?.adjusted ?? [])];
  if (rebased === null || notes.length === 0) return null;
  const isNothingLeft = rebased.operations.length === 0;
  return (
    <Banner
      tone={isNothingLeft ? "neutral" : "warning"}
      role="status"
      title={isNothingLeft ? "Nothing of your edit is left to do" : "Your edit was made anew for the present set"}
    >
      <ul className="list-disc pl-4">
        {notes.map(({ note }) => (
          <li key={note}>
            <Literal text={note} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}
