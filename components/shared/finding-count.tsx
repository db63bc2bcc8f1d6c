import { severityWords } from "@/components/shared/finding-words";
import { TextLink } from "@/components/shared/text-link";
import { StatusWord } from "@/components/ui/status-word";
import { formatCounted } from "@/lib/format";
import { type FindingCounts, findingSeverities } from "@/lib/oke/findings/finding";

/** "3 findings" with the shape of the gravest, as a link to them; nothing where there are none. */
export function FindingCount({ counts, href }: { readonly counts: FindingCounts; readonly href: string }) {
  const gravest = findingSeverities.find((severity) => counts[severity] > 0);
  if (gravest === undefined) return null;
  const { shape, tone, word } = severityWords[gravest];
  return (
    <TextLink look="plain" href={href}>
      <StatusWord shape={shape} tone={tone}>
        {formatCounted(counts.high + counts.medium + counts.low, "finding")}
      </StatusWord>
      <span className="sr-only">, the gravest {word.toLowerCase()}</span>
    </TextLink>
  );
}
