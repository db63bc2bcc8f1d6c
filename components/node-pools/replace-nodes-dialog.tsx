"use client";

import { useQuery } from "@tanstack/react-query";
import { ReplaceNodesReview } from "@/components/node-pools/replace-nodes-review";
import { ErrorNote } from "@/components/shared/error-note";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter, DialogFrame } from "@/components/ui/dialog";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import { nodeReplacementPreviewQuery } from "@/lib/queries/node-replacements";

type ReplaceNodesDialogProps = {
  readonly nodePoolId: string;
  readonly name: string;
  readonly onClose: () => void;
};

/** The replacement of a pool's nodes: what would happen, from a fresh read, and the deed. */
export function ReplaceNodesDialog({ nodePoolId, name, onClose }: ReplaceNodesDialogProps) {
  const query = useQuery({ ...nodeReplacementPreviewQuery(nodePoolId), refetchOnMount: "always" });
  const preview = query.isFetchedAfterMount ? query.data : undefined;
  return (
    <DialogFrame
      isOpen
      title={
        <>
          Replace the nodes of <Literal text={name} />
        </>
      }
      subtitle="New nodes carry what the pool says now"
      onClose={onClose}
    >
      {preview === undefined ? (
        <>
          <DialogBody>
            {query.error && !query.isFetching ? (
              <ErrorNote
                title="The nodes cannot be replaced now"
                error={query.error}
                onRetry={() => void query.refetch()}
                role="alert"
              />
            ) : (
              <div role="status" className="flex flex-col gap-3">
                <p className="text-muted">Reading the node pool and the policies as they are now.</p>
                <Skeleton className="w-56" />
                <Skeleton className="w-40" />
                <Skeleton className="mt-3 h-8 w-full" />
              </div>
            )}
          </DialogBody>
          <DialogFooter>
            <Button onClick={onClose}>{query.error ? "Close" : "Cancel"}</Button>
          </DialogFooter>
        </>
      ) : (
        <ReplaceNodesReview
          key={preview.etag}
          preview={preview}
          onAgain={() => void query.refetch()}
          onClose={onClose}
        />
      )}
    </DialogFrame>
  );
}
