"use client";

import type { ReactNode } from "react";
import { replacedNodeWords, replacementWords } from "@/components/node-pools/replacement-words";
import { ErrorNote } from "@/components/shared/error-note";
import { StateWord } from "@/components/shared/state-word";
import { TimeAgo } from "@/components/shared/time-ago";
import { WorkRequestNote } from "@/components/shared/work-request-note";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { ProgressLine } from "@/components/ui/progress-line";
import { StatusWord } from "@/components/ui/status-word";
import type { NodeReplacement } from "@/lib/contract/node-replacements";
import { useStopNodeReplacement } from "@/lib/queries/node-replacements";

type ReplacementRowProps = {
  readonly replacement: NodeReplacement;
  /** A button at the end of the row: to dismiss it. */
  readonly action?: ReactNode;
};

/** Where one replacement stands: state, node by node, and in words; with the error when it failed. */
export function ReplacementRow({ replacement, action }: ReplacementRowProps) {
  const { state, nodes, isFinished, error, message, workRequest, overrideReason } = replacement;
  const { shape, tone, word } = replacementWords[state];
  const countOf = (wanted: NodeReplacement["nodes"][number]["state"]) =>
    nodes.filter((node) => node.state === wanted).length;
  const [replaced, gone] = [countOf("replaced"), countOf("gone")];
  return (
    <div className="rounded-box border-line bg-surface flex flex-col gap-1.5 border px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
        <span className="font-medium">
          {replaced} of {nodes.length} nodes replaced{gone > 0 && `, ${gone} gone`}
        </span>
        <span className="text-muted ml-auto">
          {replacement.finishedAt ? "ended" : "started"}{" "}
          <TimeAgo time={replacement.finishedAt ?? replacement.startedAt} />
        </span>
        <StopButton replacement={replacement} />
        {action}
      </div>
      {!isFinished && <ProgressLine label="Nodes replaced" done={replaced} total={nodes.length} />}
      {error && isFinished ? (
        <ErrorNote title={message.replace(/\.$/, "")} error={error} />
      ) : (
        <p className="text-muted">
          <Literal text={message} />
        </p>
      )}
      {overrideReason !== null && (
        <p className="text-note text-muted">
          Policies that let nodes join were not found. The reason given: <Literal text={overrideReason} />
        </p>
      )}
      <NodeByNode replacement={replacement} />
      {workRequest && <WorkRequestNote workRequest={workRequest} />}
    </div>
  );
}

function StopButton({ replacement: { id, method, isFinished, isStopping } }: Pick<ReplacementRowProps, "replacement">) {
  const stop = useStopNodeReplacement();
  if (isFinished || method === "cycling") return null;
  return (
    <Button
      size="small"
      pendingLabel={isStopping || stop.isPending ? "Stops after this node" : undefined}
      onClick={() => stop.mutate(id)}
    >
      Stop after this node
    </Button>
  );
}

/** Every node that goes and every one that came. */
function NodeByNode({ replacement: { nodes, newNodes, isFinished } }: Pick<ReplacementRowProps, "replacement">) {
  return (
    <details open={!isFinished && nodes.length <= 12}>
      <summary className="text-note text-muted w-fit rounded-[2px]">Node by node</summary>
      <div className="mt-1 grid gap-x-8 gap-y-2 sm:grid-cols-2">
        <ul aria-label="Nodes that go" className="flex flex-col gap-0.5">
          {nodes.map(({ id, name, state }) => {
            const { shape, tone, word } = replacedNodeWords[state];
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
                <Literal text={name} className="text-note font-mono" />
                <StatusWord shape={shape} tone={tone}>
                  {word}
                </StatusWord>
              </li>
            );
          })}
        </ul>
        <ul aria-label="Nodes that came" className="flex flex-col gap-0.5">
          {newNodes.map(({ id, name, lifecycleState, since }) => (
            <li key={id ?? name} className="flex flex-wrap items-center justify-between gap-x-4">
              <Literal text={name} className="text-note font-mono" />
              <span className="flex items-center gap-2">
                <StateWord state={lifecycleState} />
                {lifecycleState !== "ACTIVE" && (
                  <span className="text-muted">
                    seen <TimeAgo time={since} />
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
