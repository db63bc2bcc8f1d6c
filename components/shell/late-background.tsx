"use client";

import dynamic from "next/dynamic";
import { FollowChanges } from "@/components/shell/follow-changes";
import { closeOverlay, useOverlay } from "@/components/shell/overlay";
import { useShortcutKeys } from "@/components/shell/use-shortcut-keys";

const Palette = dynamic(() => import("@/components/shell/palette").then((module) => module.Palette), { ssr: false });
const ShortcutList = dynamic(() => import("@/components/shell/shortcut-list").then((module) => module.ShortcutList), {
  ssr: false,
});

/** What works behind every page: the changes are followed, the keys listened to, and what they open stands here. */
export function LateBackground() {
  useShortcutKeys();
  const { open } = useOverlay();
  return (
    <>
      <FollowChanges />
      {open === "palette" && <Palette onClose={closeOverlay} />}
      {open === "shortcuts" && <ShortcutList onClose={closeOverlay} />}
    </>
  );
}
