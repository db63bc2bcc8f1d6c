"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { cn } from "@/lib/cn";
import type { AnnotationPreview, ChangePreview } from "@/lib/contract/change-preview";

type AsCodeProps = {
  readonly preview: Pick<ChangePreview, "asCode" | "storageClass">;
  /** What is written to a manifest; `null` for other changes, and while there is still a choice. */
  readonly outcome: AnnotationPreview["outcomes"][number] | null;
};

/** The same change for other tools: the OCI CLI command and the body of the API call, or `kubectl` and the manifest. */
export function AsCode({ preview: { asCode, storageClass }, outcome }: AsCodeProps) {
  if (asCode === null && outcome === null) return null;
  return (
    <details>
      <summary className="w-fit rounded-[2px] font-medium">As code</summary>
      <div className="mt-2 flex flex-col gap-3">
        {asCode !== null && (
          <>
            <CodeBlock label="OCI CLI command" what="command" text={asCode.cli} />
            <CodeBlock label="JSON body" what="JSON" text={asCode.json} />
          </>
        )}
        {outcome !== null && (
          <>
            <CodeBlock label="kubectl command" what="command" text={outcome.command} />
            <CodeBlock label="Manifest" what="manifest" text={outcome.yaml} />
          </>
        )}
        {storageClass !== null && (
          <CodeBlock label="StorageClass for volumes made from now on" what="manifest" text={storageClass} />
        )}
      </div>
    </details>
  );
}

type CodeBlockProps = {
  readonly label: string;
  readonly what: string;
  readonly text: string;
  /** For what is read and compared rather than pasted: nothing of a long line stands out of sight. */
  readonly isWrapped?: boolean;
};

/** A piece of code that scrolls on its own, with its copy button. */
export function CodeBlock({ label, what, text, isWrapped = false }: CodeBlockProps) {
  return (
    <div className="rounded-box border-line bg-sunken border">
      <div className="flex items-center justify-between gap-3 px-3 pt-1.5">
        <span className="text-note text-muted font-medium">{label}</span>
        <CopyButton text={text} what={what} />
      </div>
      <pre
        role="region"
        aria-label={label}
        tabIndex={0}
        dir="ltr"
        className={cn(
          "text-note max-h-64 overflow-auto px-3 pb-2 font-mono focus-visible:-outline-offset-2",
          isWrapped && "wrap-anywhere whitespace-pre-wrap",
        )}
      >
        {text}
      </pre>
    </div>
  );
}
