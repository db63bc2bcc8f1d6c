"use client";

import { useAnnounce } from "@/components/ui/live-region";
import { useFollowChanges } from "@/lib/queries/use-follow-changes";

/** Has what changed read again, and the end of a change read out once. */
export function FollowChanges() {
  useFollowChanges(useAnnounce());
  return null;
}
