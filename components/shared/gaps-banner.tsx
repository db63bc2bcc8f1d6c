"use client";

import { TextLink } from "@/components/shared/text-link";
import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";
import type { Completeness, CoverageGap } from "@/lib/contract/page";
import { formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

const namesOf = (gaps: readonly CoverageGap[]): string => {
  const regions = [...new Set(gaps.map((gap) => gap.region))];
  return regions.length <= 3 ? regions.join(", ") : `${regions.slice(0, 3).join(", ")} and ${regions.length - 3} more`;
};

/** What could not be read, in one line that opens. */
export function GapsBanner({ gaps, gapCount }: Pick<Completeness, "gaps" | "gapCount">) {
  return (
    <Banner
      tone="warning"
      title={gaps.length === 0 ? "Not everything has been read" : `Not everything could be read in ${namesOf(gaps)}`}
    >
      <p>Counts are lower bounds, and what is missing here may exist.</p>
      {gaps.length > 0 && (
        <details className="group mt-1">
          <summary className="text-link w-fit rounded-[2px]">{formatCounted(gapCount, "reason")}</summary>
          <ul className="mt-1.5 flex flex-col gap-1.5">
            {gaps.map((gap) => (
              <GapLine key={`${gap.operation}|${gap.region}|${gap.code}|${gap.message}`} gap={gap} />
            ))}
            {gapCount > gaps.length && (
              <li className="text-muted">and {formatCounted(gapCount - gaps.length, "more reason")}</li>
            )}
            <li>
              <TextLink href={routes.coverage()}>
                Everything that was read, and what would let you read the rest
              </TextLink>
            </li>
          </ul>
        </details>
      )}
    </Banner>
  );
}

function GapLine({ gap }: { readonly gap: CoverageGap }) {
  const more = gap.scopeCount - gap.compartmentNames.length;
  return (
    <li>
      <span className="text-note font-mono">{gap.operation}</span> in{" "}
      <span className="text-note font-mono">{gap.region}</span> {gap.outcome === "refused" ? "was refused" : "failed"}:{" "}
      <span className="text-note font-mono">{gap.code}</span>. <Literal text={gap.message} />
      {gap.compartmentNames.length > 0 && (
        <span className="text-muted block">
          Compartments: <Literal text={gap.compartmentNames.join(", ")} />
          {more > 0 && ` and ${more} more`}
        </span>
      )}
      {gap.opcRequestId && (
        <span className="text-muted flex items-center">
          opc-request-id <Literal text={gap.opcRequestId} className="text-note ml-1 font-mono" />
          <CopyButton text={gap.opcRequestId} what="request id" />
        </span>
      )}
    </li>
  );
}
