"use client";

import { runningChangeReason, useRunningChange } from "@/components/shared/running-change";
import type { EditOffer, ProtectedResource } from "@/lib/oke/protected-resource";

/** A resource as far as the buttons that edit it ask. */
export type EditedResource = Pick<
  ProtectedResource,
  "id" | "ocid" | "kind" | "displayName" | "securityAttributes" | "edit"
>;

export const isOwnedByManifest = (offer: EditOffer) => !offer.offered && offer.code === "owned-by-manifest";

/** Why the edit cannot be opened now. What a manifest owns is no reason: the dialog edits the manifest, or shows it. */
export function useEditObstacle({ ocid }: Pick<EditedResource, "ocid">, offer: EditOffer): string | undefined {
  const running = useRunningChange(ocid);
  if (!offer.offered && !isOwnedByManifest(offer)) return offer.reason;
  return running === undefined ? undefined : runningChangeReason(running);
}
