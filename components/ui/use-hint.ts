import { useCallback, useId, useRef } from "react";

const gapPx = 8;
const hideAfterMs = 120;

function place(layer: HTMLElement, anchor: DOMRect) {
  const { width, height } = layer.getBoundingClientRect();
  const below = anchor.bottom + height + gapPx <= window.innerHeight;
  const left = Math.min(Math.max(anchor.left + anchor.width / 2 - width / 2, gapPx), window.innerWidth - width - gapPx);
  layer.style.left = `${Math.max(left, gapPx)}px`;
  layer.style.top = `${below ? anchor.bottom : anchor.top - height}px`;
}

/**
 * A small layer of words that shows while its wrapper is hovered or has the focus, can itself be hovered, and goes
 * away on Escape (WCAG 1.4.13). It is a popover in the top layer: no table clips it, no inline style is served.
 */
export function useHint() {
  const id = useId();
  const layer = useRef<HTMLSpanElement>(null);

  const wrapper = useCallback((element: HTMLSpanElement | null) => {
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      clearTimeout(timer);
      const shown = layer.current;
      if (!shown || shown.matches(":popover-open")) return;
      shown.showPopover();
      // A page of rows has a hint in each: only one that is shown has to hear of scrolling.
      window.addEventListener("scroll", hideNow, { capture: true, passive: true });
      place(shown, (element.firstElementChild ?? element).getBoundingClientRect());
    };
    const hideNow = () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", hideNow, { capture: true });
      if (layer.current?.matches(":popover-open")) layer.current.hidePopover();
    };
    const hideSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(hideNow, hideAfterMs);
    };
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) show();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !layer.current?.matches(":popover-open")) return;
      event.stopPropagation();
      hideNow();
    };
    element.addEventListener("pointerenter", show);
    element.addEventListener("pointerleave", hideSoon);
    element.addEventListener("focusin", onFocus);
    element.addEventListener("focusout", hideNow);
    element.addEventListener("keydown", onKey);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("pointerenter", show);
      element.removeEventListener("pointerleave", hideSoon);
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("focusout", hideNow);
      element.removeEventListener("keydown", onKey);
      window.removeEventListener("scroll", hideNow, { capture: true });
    };
  }, []);

  return { id, layer, wrapper };
}
