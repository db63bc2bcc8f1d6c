"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useId, useRef, useState } from "react";
import { late } from "@/components/shared/late";
import { regionWords } from "@/components/shared/scope";
import { useScope } from "@/components/shared/use-scope";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { inventoryQuery } from "@/lib/queries/inventory";

// The choice is seen only when it is opened: it comes with the first opening.
const ScopeForm = late(() => import("@/components/shell/scope-form").then((module) => module.ScopeForm));

/** A path begins with the tenancy, whose name stands in front of it already. */
const belowTenancy = (path: string) => path.split(" / ").slice(1).join(" / ") || path;

/** What everything on screen is about: tenancy, regions, compartment. A button that opens the choice of it. */
export function ScopeBar({ look }: { readonly look: "bar" | "sheet" }) {
  const status = useQuery(inventoryQuery()).data;
  const { regions, compartmentId, isNarrowed } = useScope();
  const [openings, setOpenings] = useState(0);
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  if (!status?.tenancy) return <Skeleton className="w-32" />;
  const compartment = status.compartments.find((each) => each.id === compartmentId);
  const isBar = look === "bar";
  return (
    <div className={cn("min-w-0", isBar && "-ml-2")}>
      <button
        type="button"
        popoverTarget={id}
        data-scope
        className={cn(
          "rounded-box hover:bg-hover flex h-8 max-w-full min-w-0 items-center gap-1.5 px-2 whitespace-nowrap",
          isNarrowed && "bg-selected",
          !isBar && "border-edge w-full border",
        )}
      >
        <span className="sr-only">Scope: </span>
        <Literal text={status.tenancy.name} className="max-w-40 shrink-0 truncate font-medium whitespace-nowrap!" />
        {status.regions.length > 0 && (
          <span
            className={cn(
              "min-w-0 truncate",
              isNarrowed ? "text-ink" : "text-muted",
              isBar && !isNarrowed && "max-sm:sr-only",
            )}
          >
            {regionWords({ regions }, status)}
            {compartment && (
              <>
                , <Literal text={belowTenancy(compartment.path)} className="whitespace-nowrap!" /> and below
              </>
            )}
          </span>
        )}
        <ChevronDown aria-hidden="true" className="text-muted ml-auto size-3.5 shrink-0" />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Scope"
        onBeforeToggle={({ newState, currentTarget }) => {
          if (newState !== "open") return;
          setOpenings((count) => count + 1);
          const left = currentTarget.previousElementSibling?.getBoundingClientRect().left ?? 0;
          currentTarget.style.left = `${Math.max(12, Math.min(left, window.innerWidth - 372))}px`;
        }}
        className={cn(
          "layer-in rounded-box border-line bg-raised shadow-float fixed w-[min(22.5rem,calc(100vw-1.5rem))] border p-4",
          isBar ? "top-11" : "top-24",
        )}
      >
        {openings > 0 && <ScopeForm key={openings} status={status} onDone={() => panel.current?.hidePopover()} />}
      </div>
    </div>
  );
}
