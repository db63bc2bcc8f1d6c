import { TimeAgo } from "@/components/shared/time-ago";
import { Literal } from "@/components/ui/literal";
import type { ControllerEvent } from "@/lib/oke/declared-standing";

/** What a controller reported of an object, in its own words. */
export function ControllerEventNote({ event: { reason, message, count, lastSeenAt } }: EventProps) {
  return (
    <p>
      <Literal text={reason} className="font-mono" />
      {count > 1 && `, ${count} times`}
      {lastSeenAt !== null && (
        <>
          , last <TimeAgo time={lastSeenAt} />
        </>
      )}
      : <Literal text={message} />
    </p>
  );
}

type EventProps = { readonly event: ControllerEvent };
