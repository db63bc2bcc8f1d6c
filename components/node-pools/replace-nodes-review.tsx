"use client";

import { useState } from "react";
import { CyclingFields } from "@/components/node-pools/cycling-fields";
import { NodeJoinGate } from "@/components/node-pools/node-join-gate";
import { NodesToReplace } from "@/components/node-pools/nodes-to-replace";
import { graceWords, needsOverride } from "@/components/node-pools/replacement-words";
import { ErrorNote } from "@/components/shared/error-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { useAnnounce } from "@/components/ui/live-region";
import { TypedConfirmation } from "@/components/ui/typed-confirmation";
import { shortestReason, type NodeReplacementPreview } from "@/lib/contract/node-replacements";
import { formatCounted } from "@/lib/format";
import { cyclingProblem } from "@/lib/oke/node-replacement";
import { useCreateNodeReplacement } from "@/lib/queries/node-replacements";

type ReplaceNodesReviewProps = {
  readonly preview: NodeReplacementPreview;
  /** Reads the pool anew, when it is no longer as it was shown. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
};

/** What replacing the nodes does, what stands in its way, and the deed. */
export function ReplaceNodesReview({ preview, onAgain, onClose }: ReplaceNodesReviewProps) {
  const { nodePoolId, nodePoolName, etag, method, nodes, nodeJoin, deletedAttributes, deletingAttributes } = preview;
  const [surge, setSurge] = useState("1");
  const [unavailable, setUnavailable] = useState("0");
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const create = useCreateNodeReplacement();
  const announce = useAnnounce();
  const problem = method === "cycling" ? cyclingProblem(surge, unavailable) : null;
  const isOverride = needsOverride(nodeJoin);
  const obstacle =
    problem?.message ??
    (isOverride && reason.trim().length < shortestReason
      ? `Say why the nodes are to be replaced all the same, with ${shortestReason} characters at least`
      : typed === nodePoolName
        ? undefined
        : `Type ${nodePoolName} first`);
  const send = () =>
    create.mutate(
      {
        nodePoolId,
        etag,
        nodeIds: nodes.map(({ id }) => id),
        maximumSurge: method === "cycling" ? surge : "1",
        maximumUnavailable: method === "cycling" ? unavailable : "0",
        overrideReason: isOverride ? reason : null,
      },
      {
        onSuccess: () => {
          announce(`The nodes of ${nodePoolName} are being replaced.`);
          onClose();
        },
      },
    );
  return (
    <>
      <DialogBody>
        <div className="flex flex-col gap-4">
          <Method preview={preview} />
          {deletedAttributes.length > 0 && (
            <Banner tone="blocked" title="New nodes will probably not launch">
              The pool gives attributes that no longer exist: {deletedAttributes.join(", ")}. Remove them first.
            </Banner>
          )}
          {deletingAttributes.length > 0 && (
            <Banner tone="warning" title="New nodes may not launch">
              The pool gives attributes that are being deleted: {deletingAttributes.join(", ")}. OCI does not take them
              off node pools. Remove them first.
            </Banner>
          )}
          <NodeJoinGate nodeJoin={nodeJoin} reason={reason} onReasonChange={setReason} />
          {method === "cycling" && (
            <CyclingFields
              surge={surge}
              unavailable={unavailable}
              problem={problem}
              onSurgeChange={setSurge}
              onUnavailableChange={setUnavailable}
            />
          )}
          <NodesToReplace nodes={nodes} />
          <Banner tone="neutral" title="Pods are evicted from each node">
            OKE drains a node for at most {graceWords(preview.evictionGrace.minutes)}, the eviction grace of the pool.{" "}
            {preview.evictionGrace.isForced
              ? "After that the node goes even with pods on it."
              : "A node that is not empty by then stays, and the replacement fails there."}
          </Banner>
          <p className="text-muted">
            Replacing boot volumes does not help: it keeps the instances, and with them the attributes of their VNICs.
          </p>
          <TypedConfirmation name={nodePoolName} value={typed} onValueChange={setTyped} />
        </div>
      </DialogBody>
      <DialogFooter error={create.error && <SendError error={create.error} onAgain={onAgain} />}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="danger"
          disabledReason={obstacle}
          pendingLabel={create.isPending ? "Sending" : undefined}
          onClick={send}
        >
          Replace {formatCounted(nodes.length, "node")}
        </Button>
      </DialogFooter>
    </>
  );
}

function Method({ preview: { method, nodes, labelKey } }: { readonly preview: NodeReplacementPreview }) {
  if (method === "one-by-one") {
    return (
      <p>
        The cluster is a basic one, so the console deletes {formatCounted(nodes.length, "node")} one after the other
        without shrinking the pool, each once the one before is ready again. It can be stopped between two nodes, and a
        node that does not come back stops the rest. The console has to run until the end.
      </p>
    );
  }
  return (
    <p>
      OKE cycles all {formatCounted(nodes.length, "node")} of the pool with instance replacement, and waits for each
      batch before the next. It does so only when a property of the pool changes with it: the console sets the
      Kubernetes label <span className="text-note font-mono">{labelKey}</span> of new nodes to the time, and nothing
      else. Once begun it cannot be stopped from here.
    </p>
  );
}

type SendErrorProps = {
  readonly error: NonNullable<ReturnType<typeof useCreateNodeReplacement>["error"]>;
  readonly onAgain: () => void;
};

function SendError({ error, onAgain }: SendErrorProps) {
  const isChanged = error.code === "ResourceChanged";
  return (
    <ErrorNote
      title={error.status === 0 ? "No answer came" : "The nodes were not replaced"}
      error={error}
      role="alert"
      {...(isChanged && { onRetry: onAgain })}
    >
      {error.status === 0 && <p>It may have begun all the same: the page of the pool tells.</p>}
    </ErrorNote>
  );
}
