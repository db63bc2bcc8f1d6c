"use client";

import { ErrorNote } from "@/components/shared/error-note";
import { Button } from "@/components/ui/button";
import type { EffectDetails } from "@/lib/contract/effect";
import { useStoreMapDraft } from "@/lib/queries/map-drafts";
import { routes } from "@/lib/routes";

/**
 * Shows an edit that has not been sent on the map, in a tab of its own: the review stays as it is. Where the browser
 * lets no tab be opened, it becomes the link to it.
 */
export function MapDraftButton({ details }: { readonly details: EffectDetails }) {
  const store = useStoreMapDraft();
  const open = () =>
    store.mutate(details, {
      onSuccess: ({ id }) => {
        window.open(routes.map({ draft: id, mode: "changes" }), `zpr-map-${id}`);
      },
    });
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" onClick={open} {...(store.isPending && { pendingLabel: "Opening the map" })}>
          See it on the map
        </Button>
        {store.data && (
          <a
            className="text-link"
            href={routes.map({ draft: store.data.id, mode: "changes" })}
            target={`zpr-map-${store.data.id}`}
          >
            The map of this edit
          </a>
        )}
      </div>
      {store.error && <ErrorNote title="The edit could not be put on the map" error={store.error} role="alert" />}
    </div>
  );
}
