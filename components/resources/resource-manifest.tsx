"use client";

import { Section } from "@/components/shared/section";
import { CopyButton } from "@/components/ui/copy-button";
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

type SnippetProps = { readonly title: string; readonly text: string; readonly what: string };

/** Text to copy, line by line, with its title and a button that copies it. */
export function Snippet({ title, text, what }: SnippetProps) {
  return (
    <figure className="rounded-box border-line bg-surface overflow-hidden border">
      <figcaption className="border-line bg-sunken flex items-center justify-between gap-3 border-b py-1 pr-1 pl-3">
        <span className="min-w-0 font-medium">
          <Literal text={title} />
        </span>
        <CopyButton text={text} what={what}>
          Copy
        </CopyButton>
      </figcaption>
      <pre className="text-note px-3 py-2 font-mono">
        {/* Line ends are ours here; anything else that cannot be seen is shown as what it is. */}
        {text
          .trimEnd()
          .split("\n")
          .map((line, index) => (
            <code key={index} className="block min-h-4">
              <Literal text={line} />
            </code>
          ))}
      </pre>
    </figure>
  );
}
