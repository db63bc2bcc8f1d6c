"use client";

import { usePathname } from "next/navigation";
import { ScopedLink } from "@/components/shared/scoped-link";
import { useScopedCounts } from "@/components/shared/use-scoped-counts";
import { isPlaceCurrent, places } from "@/components/shell/places";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format";

type NavLinksProps = {
  /** `rail` shrinks to icons on middle-sized screens; `sheet` never does. */
  readonly look: "rail" | "sheet";
  readonly onNavigate?: () => void;
};

/** The links to the places, with how much is in each. */
export function NavLinks({ look, onNavigate }: NavLinksProps) {
  const pathname = usePathname();
  const counted = useScopedCounts();
  const isComplete = counted?.completeness.isComplete ?? false;
  const words = look === "rail" ? "sr-only lg:not-sr-only" : "";
  return (
    <ul className="flex flex-col gap-0.5">
      {places.map((place) => {
        const isCurrent = isPlaceCurrent(place, pathname);
        const count = counted ? place.count(counted) : null;
        return (
          <li key={place.href}>
            <ScopedLink
              href={place.href}
              {...(onNavigate && { onClick: onNavigate })}
              aria-current={isCurrent ? "page" : undefined}
              title={look === "rail" ? place.label : undefined}
              className={cn(
                "rounded-box flex h-8 items-center gap-2.5 px-2.5",
                isCurrent ? "bg-selected text-ink font-medium" : "text-muted hover:bg-hover hover:text-ink",
                look === "rail" && "max-lg:justify-center max-lg:px-0",
              )}
            >
              <place.icon
                aria-hidden="true"
                strokeWidth={1.75}
                className={cn("size-4 shrink-0", isCurrent && "text-accent")}
              />
              <span className={cn("flex-1", words)}>{place.label}</span>
              {count !== null && count > 0 && (
                <span className={cn("text-muted font-normal", words)}>
                  {!isComplete && <span className="sr-only">at least </span>}
                  {formatCount(count)}
                  {!isComplete && <span aria-hidden="true">+</span>}
                </span>
              )}
            </ScopedLink>
          </li>
        );
      })}
    </ul>
  );
}
