import { definitionWords } from "@/components/security-attributes/definition-words";
import { StatusWord } from "@/components/ui/status-word";
import type { AttributeVerdictState } from "@/lib/zpr/verdict-state";

/** The state of a namespace or of a security attribute as shape and word. */
export function DefinitionState({ state, look }: { readonly state: AttributeVerdictState; readonly look?: "badge" }) {
  const { shape, tone, word } = definitionWords[state];
  return (
    <StatusWord shape={shape} tone={tone} {...(look && { look })}>
      {word}
    </StatusWord>
  );
}
