import type { ReactNode } from "react";
import { attributeName } from "@/components/shared/policy-text";
import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { Literal } from "@/components/ui/literal";
import { MeterText } from "@/components/ui/meter-text";
import { StatusGlyph, type GlyphShape, type Tone } from "@/components/ui/status-glyph";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { securityAttributesDifference } from "@/lib/zpr/security-attributes";

type DifferenceListProps = {
  readonly before: readonly SecurityAttribute[];
  readonly after: readonly SecurityAttribute[];
  readonly cap?: number;
  readonly warnAbove?: number | null;
};

const nameOf = (attribute: SecurityAttribute) => `${attribute.namespace}\u0000${attribute.key}`;

/** What leads from one set to another, a line for each attribute: added, changed, removed, then what stays. */
export function DifferenceList({ before, after, cap, warnAbove }: DifferenceListProps) {
  const { added, changed, removed, unchanged } = securityAttributesDifference(before, after);
  return (
    <div className="rounded-box border-line bg-surface border">
      <ul aria-label="Difference" className="divide-line divide-y">
        {added.map((attribute) => (
          <Line key={nameOf(attribute)} shape="plus" tone="allowed" word="Added">
            <SecurityAttributeChip attribute={attribute} isLink={false} />
          </Line>
        ))}
        {changed.map(({ before: old, after: next }) => (
          <Line key={nameOf(next)} shape="tilde" tone="warning" word="Changed">
            <ChangedAttribute before={old} after={next} />
          </Line>
        ))}
        {removed.map((attribute) => (
          <Line key={nameOf(attribute)} shape="minus" tone="blocked" word="Removed">
            <SecurityAttributeChip attribute={attribute} isLink={false} />
          </Line>
        ))}
        {unchanged.length > 0 && (
          <Line shape="circle-open" tone="neutral" word="Unchanged">
            {unchanged.map((attribute) => (
              <SecurityAttributeChip key={nameOf(attribute)} attribute={attribute} isLink={false} />
            ))}
          </Line>
        )}
      </ul>
      {added.length + changed.length + removed.length === 0 && <p className="text-muted px-3 py-2">No difference.</p>}
      {cap !== undefined && (
        <p className="border-line text-note flex flex-wrap gap-x-2 border-t px-3 py-1.5">
          <span className="text-muted">Afterwards</span>
          {after.length === 0 && <span className="font-medium">no security attribute,</span>}
          <MeterText used={after.length} cap={cap} warnAbove={warnAbove} />
        </p>
      )}
    </div>
  );
}

type LineProps = {
  readonly shape: GlyphShape;
  readonly tone: Tone;
  readonly word: string;
  readonly children: ReactNode;
};

function Line({ shape, tone, word, children }: LineProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2 sm:flex-nowrap">
      <span className="flex w-24 shrink-0 items-center gap-1.5 pt-px">
        <StatusGlyph shape={shape} tone={tone} />
        {word}
      </span>
      <span className="flex min-w-0 flex-wrap gap-1.5">{children}</span>
    </li>
  );
}

function ChangedAttribute({
  before,
  after,
}: {
  readonly before: SecurityAttribute;
  readonly after: SecurityAttribute;
}) {
  return (
    <span className="min-w-0 wrap-anywhere">
      <Literal text={attributeName(after)} className="text-muted font-mono" /> <span className="sr-only">from </span>
      <del className="decoration-blocked/60">
        <Literal text={before.unreadable ?? before.value} className="font-mono" />
      </del>{" "}
      <span aria-hidden="true">→</span>
      <span className="sr-only">to </span>{" "}
      <Literal text={after.unreadable ?? after.value} className="font-mono font-medium" />
      {before.mode !== after.mode && (
        <span className="text-muted">
          {" "}
          (mode <Literal text={before.mode ?? "not given"} /> → <Literal text={after.mode ?? "not given"} />)
        </span>
      )}
    </span>
  );
}
