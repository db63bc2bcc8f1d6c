"use client";

import type { ReactNode } from "react";
import { changeWords } from "@/components/shared/change-words";
import { ErrorNote } from "@/components/shared/error-note";
import { OverrideNote } from "@/components/shared/override-note";
import { PropagationNote } from "@/components/shared/propagation-note";
import { TextLink } from "@/components/shared/text-link";
import { TimeAgo } from "@/components/shared/time-ago";
import { WorkRequestNote } from "@/components/shared/work-request-note";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import { routes } from "@/lib/routes";

const deeds = { create: "creation", update: "edit", delete: "deletion" } as const;

type PolicyChangeRowProps = {
  readonly change: ZprPolicyChange;
  /** Whether the name leads to the policy; not on its own page. */
  readonly isLink?: boolean;
  /** A button at the end of the row: to dismiss it. */
  readonly action?: ReactNode;
};

/** Where one change of a policy stands: state, what it does, since when, and in words; with the error when it failed. */
export function PolicyChangeRow({ change, isLink = false, action }: PolicyChangeRowProps) {
  const { shape, tone, word } = changeWords[change.state];
  return (
    <div
      data-policy-change={change.id}
      className="rounded-box border-line bg-surface flex flex-col gap-1.5 border px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusWord shape={shape} tone={tone}>
          {change.state === "unknown" && change.isFinished ? "Unknown" : word}
        </StatusWord>
        <span className="font-medium">
          {isLink && change.policyId !== null && change.action !== "delete" ? (
            <TextLink href={routes.zprPolicy(change.policyId)} look="name">
              <Literal text={change.policyName} />
            </TextLink>
          ) : (
            <Literal text={change.policyName} />
          )}{" "}
          <span className="text-muted font-normal">ZPR policy, {deeds[change.action]}</span>
        </span>
        <span className="text-muted ml-auto">
          {change.finishedAt ? "ended" : "started"} <TimeAgo time={change.finishedAt ?? change.startedAt} />
        </span>
        {action}
      </div>
      {change.error && change.isFinished ? (
        <ErrorNote title={change.message.replace(/\.$/, "")} error={change.error} />
      ) : (
        <p className="text-muted">
          <Literal text={change.message} />
        </p>
      )}
      {change.state === "verified" && change.finishedAt !== null && <PropagationNote since={change.finishedAt} />}
      {change.override && <OverrideNote override={change.override} />}
      {change.workRequest && <WorkRequestNote workRequest={change.workRequest} />}
    </div>
  );
}
