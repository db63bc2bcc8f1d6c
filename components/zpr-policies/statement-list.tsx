"use client";

import { useEffect } from "react";
import { StatementCard } from "@/components/zpr-policies/statement-card";
import type { StatementView } from "@/lib/contract/zpr-policy";

type StatementListProps = {
  readonly statements: readonly StatementView[];
  /** Whether everything was read that statements are resolved to. */
  readonly isComplete: boolean;
};

/** The statements of a policy in its order. A link to one of them finds it though the list came after the page. */
export function StatementList({ statements, isComplete }: StatementListProps) {
  useEffect(() => {
    const anchor = window.location.hash.slice(1);
    if (anchor !== "") document.getElementById(anchor)?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <ol aria-label="Statements" className="flex flex-col gap-3">
      {statements.map((statement) => (
        <StatementCard key={statement.index} statement={statement} isComplete={isComplete} />
      ))}
    </ol>
  );
}
