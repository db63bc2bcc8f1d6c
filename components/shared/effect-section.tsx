"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useId } from "react";
import { AtLeast } from "@/components/shared/at-least";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { EffectGroup } from "@/components/shared/effect-group";
import {
  directionSentence,
  effectChangeWords,
  effectSentence,
  shownChanges,
  stageWords,
} from "@/components/shared/effect-text";
import { ErrorNote } from "@/components/shared/error-note";
import { MapDraftButton } from "@/components/shared/map-draft-button";
import { RunningBasis } from "@/components/shared/running-basis";
import { StatementText } from "@/components/shared/statement-text";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import { useAnnounce } from "@/components/ui/live-region";
import { Skeleton } from "@/components/ui/skeleton";
import type { EffectAnswer, EffectDetails, EffectForecast } from "@/lib/contract/effect";
import { effectQuery } from "@/lib/queries/effect";

type EffectSectionProps = {
  readonly details: EffectDetails;
  /** Of its heading, where it stands: in a dialog below an h3, on a page beside other sections. */
  readonly level?: 2 | 4;
};

/** What an edit would change about what ZPR allows. It comes after the rest of a review; its place is kept. */
export function EffectSection({ details, level = 4 }: EffectSectionProps) {
  const Heading = `h${level}` as const;
  const query = useQuery(effectQuery(details));
  const headingId = useId();
  const announce = useAnnounce();
  const sentence = query.data === undefined ? null : effectSentence(query.data);
  // It comes while the person is elsewhere in the review; what they hear is what it says.
  useEffect(() => {
    if (sentence !== null) announce(sentence);
  }, [announce, sentence]);
  return (
    <section aria-labelledby={headingId} aria-busy={query.isPending} className="flex min-h-32 flex-col gap-2">
      <Heading id={headingId} className={level === 2 ? "text-section font-semibold" : "font-medium"}>
        Effect
      </Heading>
      {query.isPending ? (
        <div role="status" className="flex flex-col gap-2">
          <p className="text-muted">Working out what ZPR would allow.</p>
          <Skeleton className="w-56" />
          <Skeleton className="w-72 max-w-full" />
        </div>
      ) : query.isError ? (
        <ErrorNote
          title="The effect could not be worked out: it is unknown"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      ) : query.data.state === "unknown" ? (
        <Banner tone="unknown" title="The effect is unknown">
          <Literal text={query.data.cause} />
        </Banner>
      ) : (
        <>
          <Known answer={query.data} level={level} />
          <MapDraftButton details={details} />
        </>
      )}
    </section>
  );
}

type KnownProps = { readonly answer: Extract<EffectAnswer, { state: "known" }>; readonly level: 2 | 4 };

function Known({ answer, level }: KnownProps) {
  const Heading = level === 2 ? "h3" : "h5";
  const { forecasts, completeness, edge, runningNodeCount, runningBasis } = answer;
  return (
    <>
      <CompletenessBanner completeness={completeness} />
      {forecasts.map((forecast) => (
        <div key={forecast.stage} className="flex flex-col gap-2">
          <Heading className="text-muted">{stageWords(forecast.stage, runningNodeCount)}</Heading>
          {forecast.stage === "during" && runningBasis !== null && <RunningBasis basis={runningBasis} />}
          {edge !== null && forecast.groupCount === forecast.groups.length && (
            <p>
              {directionSentence("to", forecast)} {directionSentence("from", forecast)}
            </p>
          )}
          <Forecast forecast={forecast} isComplete={completeness.isComplete} />
        </div>
      ))}
      <p className="text-muted">
        This is what ZPR allows. Network security groups, security lists and routes must allow a flow too, and pods on
        one node are not covered.
      </p>
    </>
  );
}

function Forecast({ forecast, isComplete }: { readonly forecast: EffectForecast; readonly isComplete: boolean }) {
  const { groups, groupCount, counts, unreadable, unplaced } = forecast;
  const isEmpty = groupCount + unreadable.length + unplaced.length === 0;
  if (isEmpty) return <p>No flow that ZPR allows changes{isComplete ? "." : ", as far as could be read."}</p>;
  return (
    <>
      {shownChanges.map((change) => {
        const own = groups.filter((group) => group.change === change);
        if (counts[change] === 0) return null;
        return (
          <details key={change} open className="border-line rounded-box border px-3 py-2">
            <summary className="w-fit rounded-[2px] font-medium">
              {effectChangeWords[change]} <AtLeast count={counts[change]} isComplete={isComplete} />
            </summary>
            <ul className="divide-line mt-1 flex flex-col divide-y">
              {own.map((group) => (
                <EffectGroup key={JSON.stringify(group)} group={group} />
              ))}
            </ul>
          </details>
        );
      })}
      {groupCount > groups.length && (
        <p className="text-muted">and {groupCount - groups.length} more groups of flows</p>
      )}
      {unreadable.map((text) => (
        <p key={text}>
          What this statement changes is unknown, as it cannot be read: <StatementText text={text} />
        </p>
      ))}
      {unplaced.map((name) => (
        <p key={name}>
          What changes for <Literal text={name} /> is unknown, as its VCN could not be read.
        </p>
      ))}
    </>
  );
}
