"use client";

import { ErrorNote, type ShownError } from "@/components/shared/error-note";
import { TimeAgo } from "@/components/shared/time-ago";
import { Button } from "@/components/ui/button";
import type { NodeReading } from "@/lib/contract/nodes";
import { formatCounted } from "@/lib/format";

type NodeReadingLineProps = {
  /** `undefined` until the console has answered. */
  readonly reading: NodeReading | undefined;
  readonly onRead: () => void;
  readonly isStarting: boolean;
  /** Why the console itself did not answer. */
  readonly error: ShownError | null;
  /** Whose nodes, for the button's name. */
  readonly of: string;
};

/** How old what is known about nodes is, what it cost to read, and the button that reads it again. */
export function NodeReadingLine({ reading, onRead, isStarting, error, of }: NodeReadingLineProps) {
  const isReading = isStarting || reading?.state === "reading";
  const isRead = reading?.readAt != null;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-muted">
        <Age reading={reading} />
      </span>
      <Button
        size="small"
        pendingLabel={isReading ? "Reading" : undefined}
        disabledReason={reading === undefined ? "The console has not answered yet." : undefined}
        aria-label={isReading ? undefined : `${isRead ? "Read again" : "Read"} the nodes of ${of}`}
        onClick={onRead}
      >
        {isRead ? "Read again" : "Read nodes"}
      </Button>
      {error && <ErrorNote title="The nodes could not be read" error={error} />}
    </div>
  );
}

function Age({ reading }: { readonly reading: NodeReading | undefined }) {
  if (reading === undefined) return <>Looking what is known about the nodes</>;
  const { state, progress, readAt, vnicCount, callCount } = reading;
  if (readAt === null) {
    return state === "reading" && progress !== null ? (
      <Progress {...progress} />
    ) : (
      <>What the running nodes carry has not been read: each VNIC is a call of its own.</>
    );
  }
  return (
    <>
      {formatCounted(vnicCount, "VNIC")} read <TimeAgo time={readAt} /> with {formatCounted(callCount, "call")}
      {progress !== null && (
        <>
          . <Progress {...progress} />
        </>
      )}
    </>
  );
}

const Progress = ({ done, total }: { readonly done: number; readonly total: number }) => (
  <span role="status">
    {done} of {formatCounted(total, "call")} done
  </span>
);
