"use client";

import { Section } from "@/components/shared/section";
import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";
import type { MissingPermission } from "@/lib/contract/coverage";
import { formatCounted } from "@/lib/format";

/** What to ask for, so that what was refused can be read. Never written from here. */
export function MissingPermissions({ missing }: { readonly missing: readonly MissingPermission[] }) {
  if (missing.length === 0) return null;
  return (
    <Section
      title="What would let you read the rest"
      aside={
        <CopyButton text={missing.map(({ statement }) => statement).join("\n")} what="all statements">
          Copy all
        </CopyButton>
      }
    >
      <p className="text-muted mb-3 max-w-[88ch]">
        For a policy in the root compartment, with your group&rsquo;s name. OCI gives one answer for what does not exist
        and what you may not see, so some of it may not be there at all.
      </p>
      <ul aria-label="IAM statements" className="rounded-box border-line bg-surface divide-line divide-y border">
        {missing.map(({ statement, permission, operations, scopeCount }) => (
          <li key={statement} className="flex flex-col gap-0.5 px-3 py-2">
            <span className="flex items-start justify-between gap-3">
              <code className="text-note font-mono wrap-anywhere">
                <Literal text={statement} />
              </code>
              <CopyButton text={statement} what="statement" />
            </span>
            <span className="text-note text-muted">
              <span className="font-mono">{permission}</span>, for {formatCounted(scopeCount, "refused read")} with{" "}
              <span className="font-mono">{operations.join(", ")}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
