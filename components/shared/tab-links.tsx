"use client";

import { useEffect, useRef } from "react";
import { ScopedLink } from "@/components/shared/scoped-link";
import { cn } from "@/lib/cn";

export type TabLink = {
  readonly href: string;
  readonly label: string;
  /** A count beside the label: "Node pools 5", "Node pools at least 5". */
  readonly count?: number | string | undefined;
  /** Something in this tab wants to be looked at: said in words, drawn as a mark. */
  readonly note?: string | undefined;
};

/**
 * The views of one thing, as links: every tab is a URL. `current` is the href of the page. Where the row is too narrow for
 * all, the current one is scrolled into sight.
 */
export function TabLinks({
  label,
  tabs,
  current,
}: {
  readonly label: string;
  readonly tabs: readonly TabLink[];
  readonly current: string;
}) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>("[aria-current=page]");
    // Not `scrollIntoView`: it would scroll the page too.
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft + tab.offsetWidth - row.current.clientWidth;
  }, [current]);
  return (
    <nav ref={row} aria-label={label} className="relative -mx-1 overflow-x-auto">
      <ul className="border-line flex min-w-full gap-1 border-b">
        {tabs.map((tab) => {
          const isCurrent = tab.href === current;
          return (
            <li key={tab.href}>
              <ScopedLink
                href={tab.href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "-mb-px flex h-9 items-center gap-1.5 border-b-2 px-2 font-medium whitespace-nowrap focus-visible:-outline-offset-2",
                  isCurrent ? "border-accent text-ink" : "text-muted hover:text-ink border-transparent",
                )}
              >
                {tab.label}
                {tab.count !== undefined && <span className="text-muted font-normal">{tab.count}</span>}
                {tab.note !== undefined && <span className="text-note text-warning font-normal">{tab.note}</span>}
              </ScopedLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
