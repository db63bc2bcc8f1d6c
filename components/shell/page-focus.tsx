"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** After a navigation what was open is closed and the focus goes to the new page's title. Next itself has the title read out. */
export function PageFocus() {
  const pathname = usePathname();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return undefined;
    shown.current = pathname;
    for (const open of document.querySelectorAll<HTMLElement>("[popover=auto]:popover-open")) open.hidePopover();
    const frame = requestAnimationFrame(() => {
      document.querySelector<HTMLElement>("[data-page-title]")?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return null;
}
