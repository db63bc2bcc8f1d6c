"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";

type SnippetProps = {
  readonly title: string;
  readonly text: string;
  /** What it is, as the announcement says it: "manifest", "command". */
  readonly what: string;
};

/** Something to paste, shown as it will be pasted. */
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
