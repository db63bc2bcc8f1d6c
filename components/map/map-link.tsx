"use client";

import type { MouseEvent, ReactNode } from "react";
import { useMapValues } from "@/components/map/use-map";
import { cn } from "@/lib/cn";

type MapLinkProps = {
  readonly to: Parameters<ReturnType<typeof useMapValues>["hrefOf"]>[0];
  readonly look?: "name" | "plain";
  readonly className?: string | undefined;
  readonly label?: string | undefined;
  readonly children: ReactNode;
};

const isPlain = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** A link to the map as it is, with some of its address changed. The server need not draw the page anew for it. */
export function MapLink({ to, look = "name", className, label, children }: MapLinkProps) {
  const { hrefOf, go } = useMapValues();
  return (
    <a
      href={hrefOf(to)}
      aria-label={label}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        go(to);
      }}
      className={cn(
        "rounded-[2px]",
        look === "name" ? "text-accent font-medium hover:underline" : "hover:underline",
        className,
      )}
    >
      {children}
    </a>
  );
}
