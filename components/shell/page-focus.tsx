"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** The place on the page that its address names; the title where it names none. */
const placeToFocus = (): HTMLElement | null => {
  const id = window.location.hash.slice(1);
  const named = id === "" ? null : document.getElementById(id);
  return named?.tabIndex === -1 && named.hasAttribute("tabindex") ? named : document.querySelector("[data-page-title]");
};

/**
 * After a navigation what was open is closed and the focus goes to the new page's title, or to the place that its address
 * names. Next itself has the title read out.
 */
export function PageFocus() {
  const pathname = usePathname();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return undefined;
    shown.current = pathname;
    for (const open of document.querySelectorAll<HTMLElement>("[popover=auto]:popover-open")) open.hidePopover();
    const frame = requestAnimationFrame(() => {
      placeToFocus()?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return null;
}
