"use client";

import { late } from "@/components/shared/late";
import { FollowChanges } from "@/components/shell/follow-changes";
import { closeOverlay, useOverlay } from "@/components/shell/overlay";
import { useShortcutKeys } from "@/components/shell/use-shortcut-keys";

const Palette = late(() => import("@/components/shell/palette").then((module) => module.Palette));
const ShortcutList = late(() => import("@/components/shell/shortcut-list").then((module) => module.ShortcutList));

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
