"use client";

import { useEffect, useEffectEvent, useState } from "react";

const [smallest, greatest] = [0.2, 2];
/** How long the zoom has to stay before the address says it. */
const settleMs = 400;

/** A zoom as it can be drawn; 1 is the size of the picture itself. */
export const within = (zoom: number): number => Math.min(greatest, Math.max(smallest, zoom));

/** The zoom that the address has, in percent; `null` for one that fits. */
export type KeptZoom = { readonly percent: number | null; readonly onKeep: (percent: number | null) => void };

const zoomOf = (percent: number | null) => (percent === null ? null : within(percent / 100));

/** A zoom that was chosen: the address says it once it has settled, and what the address says otherwise, as after Back, wins. */
export function useKeptZoom({ percent, onKeep }: KeptZoom) {
  const [chosen, setChosen] = useState(() => zoomOf(percent));
  const [known, setKnown] = useState(percent);
  const [sent, setSent] = useState<readonly (number | null)[]>([]);
  if (known !== percent) {
    setKnown(percent);
    // What was sent from here may come back late, when another is chosen already.
    if (!sent.includes(percent)) setChosen(zoomOf(percent));
  }
  const settled = chosen === null ? null : Math.round(chosen * 100);
  const keep = useEffectEvent(() => {
    if (settled === percent) setSent([]);
    else {
      setSent((before) => [...before, settled]);
      onKeep(settled);
    }
  });
  useEffect(() => {
    const timer = setTimeout(keep, settleMs);
    return () => clearTimeout(timer);
  }, [settled, percent]);
  return [chosen, setChosen] as const;
}
