"use client";

import { useChooseScope } from "@/components/shared/use-choose-scope";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type ScopeEmptyProps = {
  /** Plural: "clusters". */
  readonly noun: string;
  readonly isComplete: boolean;
};

/** Nothing of the kind is in the scope, whatever there is elsewhere; and the way there. */
export function ScopeEmpty({ noun, isComplete }: ScopeEmptyProps) {
  const choose = useChooseScope();
  return (
    <EmptyState
      title={isComplete ? `No ${noun} in this scope` : `No ${noun} in what could be read of this scope`}
      action={<Button onClick={() => choose({ regions: [], compartmentId: null })}>Show the whole tenancy</Button>}
    >
      The regions and the compartment chosen at the top narrow every page.
    </EmptyState>
  );
}
