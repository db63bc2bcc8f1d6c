"use client";

import { useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { StatementDifference } from "@/components/zpr-policy-editor/statement-difference";
import { statementsDifference } from "@/lib/zpr/policy-difference";
import type { ZprPolicyText } from "@/lib/zpr/zpr-policy-write";

type PolicyConflictProps = {
  readonly message: string;
  readonly seen: ZprPolicyText;
  readonly current: ZprPolicyText;
  /** What was to be written; `null` for a deletion. */
  readonly mine: ZprPolicyText | null;
  readonly onMerge: () => void;
};

/** Somebody else was faster: their change beside ours, and the way on. Nothing was written, nothing is lost. */
export function PolicyConflict({ message, seen, current, mine, onMerge }: PolicyConflictProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-section font-semibold">
        The policy was changed meanwhile
      </h2>
      <Banner tone="warning" role="alert" title="Somebody else changed this policy">
        {message} {mine !== null && "Your text is kept."}
      </Banner>
      <div className="grid gap-4 lg:grid-cols-2">
        <Side title="Theirs, since you opened it" from={seen} to={current} />
        {mine !== null && <Side title="Yours, not written" from={seen} to={mine} />}
      </div>
      <div>
        <Button variant="primary" onClick={onMerge}>
          {mine === null ? "Review the deletion of what is there now" : "Bring my changes into their text"}
        </Button>
      </div>
    </div>
  );
}

type SideProps = { readonly title: string; readonly from: ZprPolicyText; readonly to: ZprPolicyText };

function Side({ title, from, to }: SideProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="text-note text-muted mb-1 font-medium">{title}</h3>
      {from.description !== to.description && (
        <p className="mb-1.5">
          <span className="text-muted">Description </span>
          <Literal text={to.description} />
        </p>
      )}
      <StatementDifference label={title} difference={statementsDifference(from.statements, to.statements)} />
    </section>
  );
}
