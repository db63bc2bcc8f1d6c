"use client";

import { createContext, useCallback, useContext, useMemo, useRef, type ReactNode } from "react";

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Gives a function that has screen readers say one sentence, politely. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

/** The page's one polite live region. Stands once, around the console. */
export function LiveRegionProvider({ children }: { readonly children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const announce = useCallback<Announce>((message) => {
    const element = region.current;
    if (!element) return;
    // The same words twice would not be said twice: a new node makes them new.
    const line = document.createElement("p");
    line.textContent = message;
    element.replaceChildren(line);
  }, []);
  const value = useMemo(() => announce, [announce]);
  return (
    <AnnounceContext value={value}>
      {children}
      <div ref={region} role="status" aria-live="polite" className="sr-only" />
    </AnnounceContext>
  );
}
