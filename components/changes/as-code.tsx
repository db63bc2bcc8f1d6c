"use client";

import { CopyButton } from "@/components/ui/copy-button";
import type { ChangeAsCode } from "@/lib/oke/change-as-code";

/** The same change for other tools: the OCI CLI command and the body of the API call. */
export function AsCode({ code }: { readonly code: ChangeAsCode }) {
  return (
    <details>
      <summary className="w-fit rounded-[2px] font-medium">As code</summary>
      <div className="mt-2 flex flex-col gap-3">
        <CodeBlock label="OCI CLI command" what="command" text={code.cli} />
        <CodeBlock label="JSON body" what="JSON" text={code.json} />
      </div>
    </details>
  );
}

type CodeBlockProps = { readonly label: string; readonly what: string; readonly text: string };

/** A piece of code that scrolls on its own, with its copy button. */
export function CodeBlock({ label, what, text }: CodeBlockProps) {
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
        className="text-note max-h-64 overflow-auto px-3 pb-2 font-mono focus-visible:-outline-offset-2"
      >
        {text}
      </pre>
    </div>
  );
}
