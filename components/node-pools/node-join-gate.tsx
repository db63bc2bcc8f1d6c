"use client";

import { needsOverride, presenceWords } from "@/components/node-pools/replacement-words";
import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import { TextField } from "@/components/ui/text-field";
import { longestReason } from "@/lib/contract/node-replacements";
import type { NodeJoinStatements } from "@/lib/zpr/node-join-statements";

type NodeJoinGateProps = {
  readonly nodeJoin: NodeJoinStatements;
  readonly reason: string;
  readonly onReasonChange: (reason: string) => void;
};

/**
 * Whether ZPR lets nodes with the pool's attributes join: what was found of the three statements that Oracle asks for,
 * and, where not all were, the reason that a person has to give to go on.
 */
export function NodeJoinGate({ nodeJoin, reason, onReasonChange }: NodeJoinGateProps) {
  if (nodeJoin.state === "not-needed") return null;
  if (!needsOverride(nodeJoin)) {
    return (
      <Banner tone="allowed" title="The policies that let new nodes join were found">
        <Statements nodeJoin={nodeJoin} />
      </Banner>
    );
  }
  const isMissing = nodeJoin.state === "missing";
  return (
    <>
      <Banner
        tone={isMissing ? "blocked" : "unknown"}
        title={
          isMissing
            ? "New nodes may not be able to join the cluster"
            : "Whether new nodes can join the cluster cannot be told"
        }
      >
        <p>
          The primary VNICs carry attributes, so ZPR has to allow what a node needs to join. Oracle asks for three
          statements:
        </p>
        <Statements nodeJoin={nodeJoin} />
      </Banner>
      <TextField
        label="Why the nodes are to be replaced all the same"
        help="It stands in the console's log and beside the replacement."
        maxLength={longestReason}
        value={reason}
        onValueChange={onReasonChange}
      />
    </>
  );
}

function Statements({ nodeJoin: { statements } }: Pick<NodeJoinGateProps, "nodeJoin">) {
  return (
    <ul className="mt-1.5 flex flex-col gap-2">
      {statements.map(({ code, presence, statement, evidence, found }) => {
        const { shape, tone, word } = presenceWords[presence];
        const text = found?.statement ?? statement;
        return (
          <li key={code}>
            <span className="flex flex-wrap items-center gap-x-2">
              <StatusWord shape={shape} tone={tone}>
                {word}
              </StatusWord>
              <span className="text-muted">
                <Literal text={evidence} />
              </span>
            </span>
            {text !== null && (
              <span className="flex items-start gap-1">
                <Literal text={text} className="text-note font-mono wrap-anywhere" />
                <CopyButton text={text} what="statement" />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
