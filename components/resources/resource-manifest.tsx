"use client";

import { Section } from "@/components/shared/section";
import { Snippet } from "@/components/shared/snippet";
import { Literal } from "@/components/ui/literal";
import type { ResourceDetail } from "@/lib/contract/resources";

type ResourceManifestProps = { readonly manifest: NonNullable<ResourceDetail["manifest"]> };

/** What to put into the Kubernetes manifest that owns the setting, ready to paste. */
export function ResourceManifest({ manifest: { title, yaml, command, note } }: ResourceManifestProps) {
  return (
    <Section title="In the manifest">
      <p className="text-muted mb-2 max-w-[88ch]">
        <Literal text={note} />
      </p>
      <div className="flex flex-col gap-3">
        <Snippet title={title} text={yaml} what="manifest" />
        {command !== null && <Snippet title="The same with kubectl" text={command} what="command" />}
      </div>
    </Section>
  );
}
