import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import type { GuardFileView } from "@/lib/contract/guards";
import { formatCounted } from "@/lib/format";

type GuardMistakesProps = {
  readonly mistakes: GuardFileView["mistakes"];
  /** Puts the caret there. */
  readonly onGoTo: (line: number, column: number) => void;
};

/** Every mistake of a text with its place and what to write instead. */
export function GuardMistakes({ mistakes, onGoTo }: GuardMistakesProps) {
  if (mistakes.length === 0) return null;
  return (
    <Banner tone="blocked" title={formatCounted(mistakes.length, "mistake")} role="alert">
      <ul aria-label="Mistakes" className="flex flex-col gap-1.5">
        {mistakes.map(({ line, column, field, message }, index) => (
          <li key={index} className="flex flex-wrap items-baseline gap-x-2">
            <Button size="small" onClick={() => onGoTo(line, column)}>
              {`Line ${line}, column ${column}`}
            </Button>
            {field !== "" && <Literal text={field} className="font-mono" />}
            <Literal text={message} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}
