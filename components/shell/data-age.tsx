"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { TimeAgo } from "@/components/shared/time-ago";
import { useNow } from "@/components/shared/use-now";
import { IconButton } from "@/components/ui/icon-button";
import { StatusWord } from "@/components/ui/status-word";
import { formatCount } from "@/lib/format";
import { inventoryQuery, isReading, useRefreshInventory } from "@/lib/queries/inventory";

const oldAfterMs = 15 * 60_000;

/** How old the data is, or how far its reading has come; and the button that reads it again. */
export function DataAge() {
  const status = useQuery(inventoryQuery()).data;
  const refresh = useRefreshInventory();
  const now = useNow();
  const isBusy = status !== undefined && isReading(status);
  const finished = status?.finishedAt ?? null;
  const isOld = finished !== null && now !== null && now - Date.parse(finished) > oldAfterMs;
  return (
    <div className="flex items-center gap-1">
      <span className="text-muted whitespace-nowrap max-md:sr-only">
        {isBusy ? (
          <>
            {finished ? "Refreshing" : "Reading"} {formatCount(status.scopesDone)} of {formatCount(status.scopesTotal)}
          </>
        ) : isOld ? (
          <StatusWord shape="clock" tone="warning">
            Old data, read <TimeAgo time={finished} />
          </StatusWord>
        ) : (
          finished && (
            <>
              Read <TimeAgo time={finished} />
            </>
          )
        )}
        {refresh.error && <span className="text-blocked"> Refresh failed</span>}
      </span>
      <IconButton
        label="Read the tenancy again"
        icon={<RefreshCw aria-hidden="true" strokeWidth={1.75} className="size-4" />}
        disabledReason={isBusy ? "The tenancy is being read now" : undefined}
        onClick={() => refresh.mutate()}
      />
    </div>
  );
}
