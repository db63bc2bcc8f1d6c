"use client";

import { useNow } from "@/components/shared/use-now";
import { Hint } from "@/components/ui/hint";
import { cn } from "@/lib/cn";
import { formatAgo, formatExact } from "@/lib/format";

/** "4 min ago"; the exact time with its zone on hover and focus. `time` is ISO 8601. */
export function TimeAgo({ time, className }: { readonly time: string; readonly className?: string | undefined }) {
  const now = useNow();
  const then = Date.parse(time);
  if (Number.isNaN(then)) return <span className={className}>at an unknown time</span>;
  if (now === null) return <time dateTime={time} className={className} suppressHydrationWarning />;
  return (
    <Hint text={formatExact(then)}>
      {(id) => (
        <button
          type="button"
          aria-describedby={id}
          className={cn("cursor-default! rounded-[2px] whitespace-nowrap", className)}
        >
          <time dateTime={time}>{formatAgo(then, now)}</time>
        </button>
      )}
    </Hint>
  );
}
