import { TextLink } from "@/components/shared/text-link";
import { verdictWords } from "@/components/shared/verdict-words";
import { Literal } from "@/components/ui/literal";
import { StatusGlyph, toneText } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { formatAtLeast, formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

type UsedValuesProps = {
  readonly attribute: SecurityAttributeListItem;
  readonly isComplete: boolean;
  /** How many values at most; the rest is counted. */
  readonly shown?: number;
};

/** The values that resources carry, each with how many carry it, as links to those resources. */
export function UsedValues({ attribute, isComplete, shown = 4 }: UsedValuesProps) {
  const { namespace, key, usedValues } = attribute;
  if (usedValues.length === 0)
    return <span className="text-muted">{isComplete ? "Nowhere" : "Nowhere that was read"}</span>;
  const more = usedValues.length - shown;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {usedValues.slice(0, shown).map(({ value, resourceCount, state }) => {
        const { group, shape, tone, word } = verdictWords[state];
        return (
          <li key={value} className="inline-flex max-w-full flex-wrap items-center gap-x-1.5">
            {group !== "ok" && <StatusGlyph shape={shape} tone={tone} className="size-3" />}
            <TextLink href={routes.resources({ attr: `${namespace}.${key}:${value}` })}>
              <Literal text={value} className="text-note font-mono" />
              <span className="sr-only">: {formatCounted(resourceCount, "resource")}</span>
            </TextLink>
            {group !== "ok" && <span className={cn("text-note", toneText[tone])}>{word}</span>}
            <span aria-hidden="true" className="text-note text-muted">
              {formatAtLeast(resourceCount, isComplete)}
            </span>
          </li>
        );
      })}
      {more > 0 && (
        <li>
          <TextLink href={routes.securityAttribute(namespace, key)}>{formatCounted(more, "more value")}</TextLink>
        </li>
      )}
    </ul>
  );
}
