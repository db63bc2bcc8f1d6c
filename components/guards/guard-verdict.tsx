import { guardVerdictWords } from "@/components/guards/guard-words";
import { StatusWord } from "@/components/ui/status-word";
import type { GuardVerdict } from "@/lib/zpr/guards/guard-words";

/** A verdict as shape, word and colour. */
export function GuardVerdictWord({ verdict }: { readonly verdict: GuardVerdict }) {
  const { shape, tone, word } = guardVerdictWords[verdict];
  return (
    <StatusWord shape={shape} tone={tone}>
      {word}
    </StatusWord>
  );
}
