"use client";

import { useEffect, useRef, useState } from "react";
import { CheckAgain } from "@/components/changes/check-again";
import { isByHand, type EditSession } from "@/components/changes/use-edit-session";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";

/** Above a form that starts from what OCI stores: why the manifest was not read, and what the form ends in. */
export function ManifestUnread({ session }: { readonly session: EditSession }) {
  const { place } = session.base;
  const isUnread = isByHand(session.base);
  const [isAsked, setAsked] = useState(false);
  const read = useRef<HTMLParagraphElement>(null);
  // The button that was pressed goes with the banner.
  useEffect(() => {
    if (isAsked && !isUnread) read.current?.focus();
  }, [isAsked, isUnread]);
  if (place.type !== "manifest" || !isUnread) {
    return isAsked ? (
      <p ref={read} tabIndex={-1}>
        The manifest was read just now. The edit is made to what it declares.
      </p>
    ) : null;
  }
  return (
    <Banner
      tone="unknown"
      title="The manifest could not be read from here"
      actions={<CheckAgain session={session} size="small" onAsk={() => setAsked(true)} />}
    >
      <p>
        <Literal text={place.reason} />
      </p>
      <p>
        A set may be declared there all the same. The edit starts from what OCI stores, and ends in the command and the
        manifest to use from where the cluster can be reached.
      </p>
      <p className="text-note text-muted mt-1 font-mono">
        <Literal text={place.code} />
      </p>
    </Banner>
  );
}
