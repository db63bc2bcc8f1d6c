"use client";

import { useQuery } from "@tanstack/react-query";
import { severityWords } from "@/components/shared/finding-words";
import { Section } from "@/components/shared/section";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import { findingsQuery } from "@/lib/queries/findings";

/** What is wrong with one resource, with the cure; nothing where nothing is. */
export function ResourceFindings({ resourceId }: { readonly resourceId: string }) {
  const { data } = useQuery(findingsQuery({ resourceId, limit: "100" }));
  const findings = (data?.items ?? []).filter((finding) => finding.resourceId === resourceId);
  if (findings.length === 0) return null;
  return (
    <Section title="Findings">
      <ul className="rounded-box border-line bg-surface divide-line divide-y border">
        {findings.map(({ id, severity, title, evidence, cure }) => (
          <li key={id} className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[6rem_minmax(0,1fr)]">
            <div>
              <StatusWord shape={severityWords[severity].shape} tone={severityWords[severity].tone}>
                {severityWords[severity].word}
              </StatusWord>
            </div>
            <div className="min-w-0 wrap-anywhere">
              <p className="font-medium">{title}</p>
              <p>
                <Literal text={evidence} />
              </p>
              <p className="text-muted">{cure}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
