"use client";

import type { ReactNode } from "react";
import { changeWords, titleOfMessage } from "@/components/shared/change-words";
import { ErrorNote } from "@/components/shared/error-note";
import { OverrideNote } from "@/components/shared/override-note";
import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { TimeAgo } from "@/components/shared/time-ago";
import { WorkRequestNote } from "@/components/shared/work-request-note";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { Change } from "@/lib/contract/changes";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

const attributeOf = (operation: ChangeOperation, before: readonly SecurityAttribute[]): SecurityAttribute => {
  const old = before.find(({ namespace, key }) => namespace === operation.namespace && key === operation.key);
  if (operation.op === "remove" && old) return old;
  const value = operation.op === "remove" ? "" : operation.value;
  return { namespace: operation.namespace, key: operation.key, value, mode: null, otherMembers: [], unreadable: null };
};

const operationWords = { add: "added", replace: "changed", remove: "removed" } as const;

type ChangeStatusRowProps = {
  readonly change: Change;
  /** Whether the row names the resource; not on the resource's own page. */
  readonly isNamed?: boolean;
  /** A button at the end of the row: to dismiss it. */
  readonly action?: ReactNode;
};

/** Where one change stands: state, what it changes, since when, and in words; with the error when it failed. */
export function ChangeStatusRow({ change, isNamed = true, action }: ChangeStatusRowProps) {
  const { shape, tone, word } = changeWords[change.state];
  return (
    <div data-change={change.id} className="rounded-box border-line bg-surface flex flex-col gap-1.5 border px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusWord shape={shape} tone={tone}>
          {change.state === "unknown" && change.isFinished ? "Unknown" : word}
        </StatusWord>
        {isNamed && (
          <span className="font-medium">
            <Literal text={change.displayName} />{" "}
            <span className="text-muted font-normal">{resourceKindFacts[change.kind].label}</span>
          </span>
        )}
        <span className="inline-flex flex-wrap gap-1.5">
          {change.operations.map((operation) => (
            <SecurityAttributeChip
              key={`${operation.op} ${operation.namespace} ${operation.key}`}
              attribute={attributeOf(operation, change.before)}
              change={operationWords[operation.op]}
              isLink={isNamed}
            />
          ))}
        </span>
        <span className="text-muted ml-auto">
          {change.finishedAt ? "ended" : "started"} <TimeAgo time={change.finishedAt ?? change.startedAt} />
        </span>
        {action}
      </div>
      {change.error && change.isFinished ? (
        <ErrorNote title={titleOfMessage(change.message)} error={change.error} />
      ) : (
        <p className="text-muted">
          <Literal text={change.message} />
        </p>
      )}
      {change.override && <OverrideNote override={change.override} />}
      {change.workRequest && <WorkRequestNote workRequest={change.workRequest} />}
    </div>
  );
}
