"use client";

import { useFollowInventory } from "@/lib/queries/use-follow-inventory";

/** Keeps the page in step with the server. */
export function FollowInventory() {
  useFollowInventory();
  return null;
}
