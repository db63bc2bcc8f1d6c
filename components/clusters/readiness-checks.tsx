"use client";

import { outcomeOf, readinessOrder, readinessWords } from "@/components/shared/readiness-words";
import { Section } from "@/components/shared/section";
import { Snippet } from "@/components/shared/snippet";
import { TextLink } from "@/components/shared/text-link";
import { TimeAgo } from "@/components/shared/time-ago";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { ClusterReadiness } from "@/lib/contract/readiness";

type Check = ClusterReadiness["checks"][number];

const source = "https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm";

/** Every check, what asks for something first, each with what was found, why it matters and what to do. */
export function ReadinessChecks({ checks }: { readonly checks: readonly Check[] }) {
  const ordered = readinessOrder.flatMap((outcome) => checks.filter((check) => outcomeOf(check) === outcome));
  return (
    <Section title="Prerequisites">
      <ul className="rounded-box border-line bg-surface divide-line divide-y border">
        {ordered.map((check) => (
          <CheckRow key={check.code} check={check} />
        ))}
      </ul>
      <p className="text-muted mt-2">
        From Oracle&rsquo;s{" "}
        <TextLink look="inline" href={source}>
          prerequisites and limitations of ZPR with Kubernetes Engine
        </TextLink>
        .
      </p>
    </Section>
  );
}

function CheckRow({ check }: { readonly check: Check }) {
  const { shape, tone, word } = readinessWords[outcomeOf(check)];
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <div>
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="font-medium">{check.title}</h3>
        <p className="max-w-[88ch] wrap-anywhere">
          <Literal text={check.evidence} />
          {check.readAt !== null && (
            <span className="text-muted">
              {" "}
              Read <TimeAgo time={check.readAt} />.
            </span>
          )}
        </p>
        <p className="text-muted max-w-[88ch]">{check.why}</p>
        {check.remedy && check.state !== "pass" && <RemedyDetails remedy={check.remedy} title={check.title} />}
      </div>
    </li>
  );
}

function RemedyDetails({ remedy, title }: { readonly remedy: NonNullable<Check["remedy"]>; readonly title: string }) {
  return (
    <details className="mt-1">
      <summary className="text-accent w-fit cursor-pointer hover:underline">
        What to do<span className="sr-only"> about: {title}</span>
      </summary>
      <div className="mt-2 flex flex-col gap-2">
        <p className="max-w-[88ch] wrap-anywhere">
          <Literal text={remedy.text} />
        </p>
        {remedy.snippets.map((snippet) => (
          <Snippet key={snippet.title} title={snippet.title} text={snippet.text} what={snippet.title} />
        ))}
      </div>
    </details>
  );
}
