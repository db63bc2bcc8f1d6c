"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ResourceSelection } from "@/components/resources/use-resource-selection";
import { LinkButton } from "@/components/shared/link-button";
import { Button } from "@/components/ui/button";
import { formatCount, formatCounted } from "@/lib/format";
import { pageQuery, type PageParams } from "@/lib/queries/page-reader";
import { resourcePages } from "@/lib/queries/resources";
import { routes } from "@/lib/routes";

/** A plan takes no more: its address has to hold them. */
const mostInPlan = 50;

type SelectionBarProps = {
  readonly selection: ResourceSelection;
  readonly request: PageParams;
  readonly total: number;
  readonly isComplete: boolean;
};

/** How many resources are chosen, the way to choose all that match or none, and to the plan that edits them. */
export function SelectionBar({ selection: { ids, set, note }, request, total, isComplete }: SelectionBarProps) {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const isAll = ids.length === total;
  const chooseAll = async () => {
    setProblem(null);
    const { page: _page, ...question } = request;
    try {
      const { items } = await queryClient.fetchQuery(
        pageQuery(resourcePages, { ...question, limit: String(mostInPlan) }),
      );
      set(items.map(({ id }) => id));
    } catch {
      setProblem("The resources that match could not be read. Try again.");
    }
  };
  const tooMany = `A plan takes at most ${mostInPlan} resources`;
  return (
    <div className="rounded-box border-line bg-selected flex flex-wrap items-center gap-x-3 gap-y-2 border px-3 py-1.5">
      <p role="status" className="mr-auto">
        {ids.length > 0 && (
          <>
            <span className="font-medium">{formatCount(ids.length)} selected</span>
            <span className="text-muted"> ({isAll ? "all that match" : "all match"} the current filter)</span>
          </>
        )}
        {note !== null && <span className="block">{note}</span>}
        {problem !== null && <span className="text-blocked block">{problem}</span>}
      </p>
      {ids.length > 0 && !isAll && (
        <Button
          size="small"
          disabledReason={total > mostInPlan ? `${tooMany}: narrow the list` : undefined}
          onClick={() => void chooseAll()}
        >
          Select all {formatCount(total)} matching{!isComplete && " that were read"}
        </Button>
      )}
      <Button size="small" onClick={() => set([])}>
        {ids.length > 0 ? "Clear selection" : "Dismiss"}
      </Button>
      {ids.length > mostInPlan ? (
        <Button size="small" variant="primary" disabledReason={tooMany}>
          Plan an edit
        </Button>
      ) : (
        ids.length > 0 && (
          <LinkButton size="small" variant="primary" href={routes.newChangePlan({ resources: ids })}>
            Plan an edit of {formatCounted(ids.length, "resource")}
          </LinkButton>
        )
      )}
    </div>
  );
}
