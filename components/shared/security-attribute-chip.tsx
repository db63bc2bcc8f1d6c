"use client";

import { useState } from "react";
import { attributeName, policyText } from "@/components/shared/policy-text";
import { TextLink } from "@/components/shared/text-link";
import { verdictWords } from "@/components/shared/verdict-words";
import { CopyButton } from "@/components/ui/copy-button";
import { Hint } from "@/components/ui/hint";
import { Literal } from "@/components/ui/literal";
import { StatusGlyph, toneText } from "@/components/ui/status-glyph";
import { cn } from "@/lib/cn";
import { routes } from "@/lib/routes";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

const changes = {
  added: { shape: "plus", tone: "allowed", outline: "border-allowed" },
  changed: { shape: "tilde", tone: "warning", outline: "border-warning-edge" },
  removed: { shape: "minus", tone: "blocked", outline: "border-blocked" },
} as const;

type SecurityAttributeChipProps = {
  /** With its verdict where the chip shows what a resource carries; without where it shows what is to be. */
  readonly attribute: AssessedSecurityAttribute | SecurityAttribute;
  /** `false` inside a form or a dialog, where a link would lead away. */
  readonly isLink?: boolean;
  /** How a change touches it: added, removed, or its value replaced. Drawn as a sign and said as a word. */
  readonly change?: keyof typeof changes | undefined;
};

const outlines = {
  ok: "border-edge/55",
  stale: "border-dashed border-warning-edge",
  unknown: "border-dotted border-unknown",
};

/**
 * One security attribute, in full: `namespace.key`, a hairline, the value. Dashed means stale, dotted unknown; the
 * state is always a word too. Copies as policy text, both by its button and as selected text.
 */
export function SecurityAttributeChip({ attribute, isLink = true, change }: SecurityAttributeChipProps) {
  // A table has hundreds of chips and nearly as many nodes for their buttons: one is made when somebody comes to its chip.
  const [isMeant, setMeant] = useState(false);
  const verdict = "verdict" in attribute ? attribute.verdict : null;
  const words = verdictWords[verdict?.state ?? "ok"];
  const isOk = words.group === "ok";
  const name = attribute.unreadable === null ? attributeName(attribute) : "Not readable";
  const text = attribute.unreadable ?? policyText(attribute);
  return (
    <span
      data-verdict={verdict?.state}
      onPointerEnter={() => setMeant(true)}
      onFocus={() => setMeant(true)}
      onCopy={(event) => {
        event.clipboardData.setData("text/plain", text);
        event.preventDefault();
      }}
      className={cn(
        "group/chip rounded-chip bg-surface text-note relative inline-flex max-w-full items-stretch border align-middle leading-5",
        change ? changes[change].outline : outlines[words.group],
      )}
    >
      <span className="flex max-w-full flex-wrap items-stretch overflow-clip">
        <span className="flex min-w-0 items-center gap-1 px-1.5">
          {change && <StatusGlyph shape={changes[change].shape} tone={changes[change].tone} className="size-3" />}
          {change && <span className="sr-only">{change} </span>}
          {!isOk && <StatusGlyph shape={words.shape} tone={words.tone} className="size-3" />}
          {isLink && attribute.unreadable === null ? (
            <TextLink
              look="plain"
              href={routes.securityAttribute(attribute.namespace, attribute.key)}
              className="text-muted font-mono"
            >
              <Literal text={name} />
            </TextLink>
          ) : (
            <Literal text={name} className="text-muted font-mono" />
          )}
        </span>
        <span className="sr-only">:</span>
        <span className="border-line -ml-px flex min-w-0 flex-wrap items-center gap-x-1.5 border-l px-1.5">
          <Literal
            text={attribute.unreadable ?? attribute.value}
            className={cn(
              "text-ink font-mono font-medium",
              change === "removed" && "decoration-blocked/60 line-through",
            )}
          />
          {attribute.mode !== null && attribute.mode !== "enforce" && <ModeWord mode={attribute.mode} />}
          {verdict && !isOk && (
            <Hint text={verdict.reason}>
              {(id) => (
                <span aria-describedby={id} className={cn("font-medium", toneText[words.tone])}>
                  {words.word}
                </span>
              )}
            </Hint>
          )}
        </span>
      </span>
      {isMeant && (
        <span className="absolute inset-y-0 left-full z-10 hidden items-center pl-0.5 group-focus-within/chip:flex group-hover/chip:flex">
          <CopyButton text={text} what="policy text" className="border-line bg-raised border" />
        </span>
      )}
    </span>
  );
}

/** `enforce` is the rule and not said; any other mode changes what the attribute does. */
function ModeWord({ mode }: { readonly mode: string }) {
  return (
    <span className="border-line text-muted border-l pl-1.5">
      mode <Literal text={mode} />
    </span>
  );
}
