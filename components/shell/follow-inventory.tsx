"use client";

import { useAnnounce } from "@/components/ui/live-region";
import { useFollowInventory } from "@/lib/queries/use-follow-inventory";

/** Keeps the page in step with the server and has the end of a change read out once. */
export function FollowInventory() {
  useFollowInventory(useAnnounce());
  return null;
}
