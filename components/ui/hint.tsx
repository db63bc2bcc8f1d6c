"use client";

import type { ReactNode } from "react";
import { useHint } from "@/components/ui/use-hint";
import { cn } from "@/lib/cn";

type HintProps = {
  readonly text: ReactNode;
  /** Gets the id to put on the control as `aria-describedby`. */
  readonly children: (describedBy: string) => ReactNode;
  readonly className?: string | undefined;
};

/** More words for a control or a short text, for pointer, keyboard and screen reader alike. */
export function Hint({ text, children, className }: HintProps) {
  const { id, layer, wrapper } = useHint();
  return (
    <span ref={wrapper} className={cn("inline-flex align-top", className)}>
      {children(id)}
      <span
        ref={layer}
        id={id}
        role="tooltip"
        popover="manual"
        className="layer-in fixed max-w-72 border-y-4 border-transparent bg-transparent p-0"
      >
        <span className="rounded-box border-line bg-raised text-body text-ink shadow-float block border px-2.5 py-1.5 font-normal whitespace-normal">
          {text}
        </span>
      </span>
    </span>
  );
}
