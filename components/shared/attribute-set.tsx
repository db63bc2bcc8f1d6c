import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { MeterText } from "@/components/ui/meter-text";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

type AttributeSetProps = {
  readonly attributes: readonly (AssessedSecurityAttribute | SecurityAttribute)[];
  /** Given: "3 of 5 used" stands beside the chips. */
  readonly cap?: number | undefined;
  readonly warnAbove?: number | null | undefined;
  readonly isLink?: boolean;
  /** Set where attributes are impossible: said instead of "Not set". */
  readonly emptyWord?: string;
};

/** The attributes of one resource as chips, or the plain words that there are none. Never an empty cell. */
export function AttributeSet({ attributes, cap, warnAbove, isLink = true, emptyWord = "Not set" }: AttributeSetProps) {
  const meter = cap !== undefined && (
    <MeterText used={attributes.length} cap={cap} warnAbove={warnAbove} className="text-note ml-1" />
  );
  if (attributes.length === 0) {
    return (
      <span className="inline-flex flex-wrap items-center gap-1.5">
        <span className="text-muted">{emptyWord}</span>
        {meter}
      </span>
    );
  }
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1.5">
      <ul className="contents">
        {attributes.map((attribute) => (
          <li key={`${attribute.namespace}\u0000${attribute.key}`} className="max-w-full">
            <SecurityAttributeChip attribute={attribute} isLink={isLink} />
          </li>
        ))}
      </ul>
      {meter}
    </span>
  );
}
