"use client";

import type { ReactNode } from "react";
import { Hint } from "@/components/ui/hint";

type DisabledReasonProps = {
  /** Why the control does nothing now; `undefined` when it works. */
  readonly reason: string | undefined;
  /** Draws the control. Spread the given attributes on it: it stays focusable and says why it does nothing. */
  readonly children: (attributes: {
    readonly "aria-disabled"?: true;
    readonly "aria-describedby"?: string;
  }) => ReactNode;
  readonly className?: string | undefined;
};

/** Keeps a control that may not be used in the tab order and gives its reason to everybody. */
export function DisabledReason({ reason, children, className }: DisabledReasonProps) {
  if (reason === undefined) return children({});
  return (
    <Hint text={reason} className={className}>
      {(id) => children({ "aria-disabled": true, "aria-describedby": id })}
    </Hint>
  );
}
