"use client";

import { type PointerEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Box, Layout } from "@/components/map/graph/layout";
import { type KeptZoom, useKeptZoom, within } from "@/components/map/graph/use-kept-zoom";

const step = 1.25;
/** Below this the words can hardly be read: a wide map is scrolled rather than shrunk further by itself. */
const readable = 0.75;
const panStep = 160;
/** What has the focus is kept so far from the border. */
const clearance = 48;

/**
 * The view on a picture that is larger than its frame. The frame scrolls; zooming keeps what is in its middle there. The
 * picture stands in a sheet that is as large as it looks. A zoom that was chosen is `kept` once it has settled, so that a
 * copied link shows the same; one that only fits is worked out for each window anew.
 */
export function usePanZoom({ width, height }: Pick<Layout, "width" | "height">, kept: KeptZoom) {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(1);
  const [chosen, setChosen] = useKeptZoom(kept);
  const zoom = chosen ?? fitting;
  const centre = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const drag = useRef<{ readonly x: number; readonly y: number } | null>(null);

  const zoomTo = useCallback(
    (next: (zoom: number) => number) => {
      const element = frame.current;
      if (element === null) return;
      setChosen((before) => {
        const now = before ?? fitting;
        const wanted = within(next(now));
        centre.current = {
          x: ((element.scrollLeft + element.clientWidth / 2) * wanted) / now,
          y: ((element.scrollTop + element.clientHeight / 2) * wanted) / now,
        };
        return wanted;
      });
    },
    [fitting, setChosen],
  );
  const zoomToFit = () => {
    const element = frame.current;
    if (element === null) return;
    const whole = Math.min(element.clientWidth / width, element.clientHeight / height);
    setChosen(within(Math.min(whole, 1)));
  };

  // As wide as fits, if the words can be read then.
  useLayoutEffect(() => {
    const wide = (frame.current?.clientWidth ?? width) / width;
    setFitting(within(Math.max(Math.min(wide, 1), readable)));
  }, [width]);
  // The picture is scaled, not laid out anew: of hundreds of texts that would take several frames.
  useLayoutEffect(() => {
    const picture = sheet.current?.firstElementChild;
    if (sheet.current === null || !(picture instanceof SVGElement)) return;
    sheet.current.style.width = `${width * zoom}px`;
    sheet.current.style.height = `${height * zoom}px`;
    picture.style.transform = `scale(${zoom})`;
  }, [width, height, zoom]);
  useLayoutEffect(() => {
    if (centre.current === null || frame.current === null) return;
    frame.current.scrollLeft = centre.current.x - frame.current.clientWidth / 2;
    frame.current.scrollTop = centre.current.y - frame.current.clientHeight / 2;
    centre.current = null;
  }, [zoom]);
  // React listens to the wheel passively, and then the page would be zoomed too.
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomTo((now) => now * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [zoomTo]);

  const show = useCallback(
    (box: Box) => {
      const element = frame.current;
      if (element === null) return;
      const [left, top] = [box.x * zoom - clearance, box.y * zoom - clearance];
      const [right, bottom] = [(box.x + box.width) * zoom + clearance, (box.y + box.height) * zoom + clearance];
      if (left < element.scrollLeft) element.scrollLeft = left;
      else if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    },
    [zoom],
  );
  const isOnItem = (event: PointerEvent) =>
    event.target instanceof Element && event.target.closest("[data-item]") !== null;
  return {
    frame,
    sheet,
    zoomIn: () => zoomTo((now) => now * step),
    zoomOut: () => zoomTo((now) => now / step),
    zoomToFit,
    pan: (x: number, y: number) => frame.current?.scrollBy(x * panStep, y * panStep),
    show,
    dragHandlers: {
      onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
        if (event.button !== 0 || event.pointerType === "touch" || isOnItem(event)) return;
        drag.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
        if (drag.current === null) return;
        event.currentTarget.scrollBy(drag.current.x - event.clientX, drag.current.y - event.clientY);
        drag.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp: () => {
        drag.current = null;
      },
    },
  };
}
