"use client";

import { useNow } from "@/components/shared/use-now";
import { StatusGlyph } from "@/components/ui/status-glyph";

/** https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/managing-zpr-policies.htm */
const longestMs = 5 * 60_000;
/** Afterwards it is no news any more. */
const shownMs = 60 * 60_000;

/**
 * How long the network may still go by the old statements. ZPR does not say when it is done, so neither does this.
 * @param since ISO 8601, when a fresh read showed the new ones
 */
export function PropagationNote({ since }: { readonly since: string }) {
  const now = useNow();
  const passed = now === null ? Number.NaN : now - Date.parse(since);
  if (!(passed < shownMs)) return null;
  // The page's clock ticks every few seconds and may be behind.
  const left = Math.ceil(Math.min(longestMs - passed, longestMs) / 1000);
  const [minutes, seconds] = [Math.floor(left / 60), String(left % 60).padStart(2, "0")];
  return (
    <p className="flex items-start gap-1.5">
      <StatusGlyph shape="clock" tone="pending" className="mt-[3px]" />
      {left > 0 ? (
        <span>
          Propagating, up to five minutes: for another {minutes}:{seconds} the network may go by the old statements.
        </span>
      ) : (
        <span>
          The five minutes that Oracle names have passed. ZPR does not report when every VCN goes by the new statements.
        </span>
      )}
    </p>
  );
}
