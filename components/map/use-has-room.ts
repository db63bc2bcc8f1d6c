"use client";

import { useSyncExternalStore } from "react";

const query = "(width >= 40rem)";

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

/** Whether there is room for a graph, also when the page is zoomed; `null` on the server, which cannot know. */
export const useHasRoom = (): boolean | null =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => null,
  );
