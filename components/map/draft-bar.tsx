"use client";

import { MapLink } from "@/components/map/map-link";
import { useMapValues } from "@/components/map/use-map";
import { Literal } from "@/components/ui/literal";
import { Segmented } from "@/components/ui/segmented";
import type { MapAnswer } from "@/lib/contract/map";
import { mapModes } from "@/lib/oke/map/map-words";

const modeWords = { now: "Now", after: "After", changes: "Changes only" } as const;
const options = mapModes.map((mode) => ({ value: mode, label: modeWords[mode] }));

const saidOf = {
  now: "ZPR as it is; nothing of the draft is in it.",
  after: "ZPR as the draft would leave it.",
  changes: "Only what the draft gains or loses, surely or perhaps.",
} as const;

/** Which draft the map shows, and what of it. Nothing of a draft has been sent. */
export function DraftBar({ draft }: { readonly draft: NonNullable<MapAnswer["draft"]> }) {
  const { values, go } = useMapValues();
  return (
    <section
      aria-label="Draft"
      className="rounded-box border-line bg-sunken flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border px-3 py-2.5"
    >
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          Draft, not sent: <Literal text={draft.title} />
        </p>
        <p className="text-muted">
          {saidOf[values.mode]}
          {draft.isLater && values.mode !== "now" && " It is so once all nodes of the pools have been replaced."}{" "}
          <MapLink to={{ draft: null, mode: null, mark: null }}>The map without it</MapLink>
        </p>
      </div>
      <Segmented
        label="Show"
        value={values.mode}
        options={options}
        onValueChange={(mode) => go({ mode, mark: null, page: null })}
      />
    </section>
  );
}

/** A link to a draft outlives the draft. */
export function DraftGone({ message }: { readonly message: string }) {
  return (
    <div className="rounded-box border-edge/60 bg-surface flex flex-col items-start gap-2 border border-dashed px-6 py-8">
      <p className="text-prose font-medium">The draft cannot be shown</p>
      <p className="text-muted max-w-[72ch]">
        <Literal text={message} /> Open it again from the review of its edit.
      </p>
      <MapLink to={{ draft: null, mode: null, mark: null }}>The map without it</MapLink>
    </div>
  );
}
