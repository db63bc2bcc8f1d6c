"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorNote } from "@/components/shared/error-note";
import { TimeAgo } from "@/components/shared/time-ago";
import { inventoryQuery } from "@/lib/queries/inventory";

/** When OCI cannot be read any more, every page says so and how old is what it still shows. */
export function ReadingProblem() {
  const status = useQuery(inventoryQuery()).data;
  if (!status?.error || status.finishedAt === null) return null;
  return (
    <div className="pt-4">
      <ErrorNote role="status" title="The tenancy could not be read again" error={status.error}>
        <p>
          What is shown was read <TimeAgo time={status.finishedAt} />. The console tries again by itself.
        </p>
      </ErrorNote>
    </div>
  );
}
