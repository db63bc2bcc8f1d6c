"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { declaredLists } from "@/components/shared/declared-words";
import { ErrorNote } from "@/components/shared/error-note";
import { TimeAgo } from "@/components/shared/time-ago";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { ClusterDeclared, DeclaredGap } from "@/lib/contract/declared";
import { formatCounted } from "@/lib/format";
import { declaredQuery, useCheckDeclaredAgain } from "@/lib/queries/declared";

/** How old what is known of a cluster's manifests is, what of it could not be read and why, and a way to look again. */
export function DeclaredStatus({ clusterId }: { readonly clusterId: string }) {
  const { data, error, refetch } = useQuery(declaredQuery(clusterId));
  const again = useCheckDeclaredAgain(clusterId);
  if (data === undefined) {
    if (error === null || error.status === 503) return <Reading />;
    return <ErrorNote title="The manifests could not be read" error={error} onRetry={() => void refetch()} />;
  }
  return (
    <div className="flex flex-col gap-2">
      {again.error && <ErrorNote title="The manifests could not be read again" error={again.error} role="alert" />}
      {data.gaps.map((gap) => (
        <Gap key={gap.code} gap={gap} />
      ))}
      <Age declared={data} isPending={again.isPending} onAgain={() => again.mutate()} />
    </div>
  );
}

type AgeProps = { readonly declared: ClusterDeclared; readonly isPending: boolean; readonly onAgain: () => void };

function Age({ declared: { readAt, isReading, gaps }, isPending, onAgain }: AgeProps) {
  if (readAt === null) return <Reading />;
  return (
    <p className="text-muted flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {gaps.some(isAboutAll) ? "Tried" : "Manifests read"} <TimeAgo time={readAt} />
      </span>
      <Button
        size="small"
        icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
        pendingLabel={isReading || isPending ? "Checking" : undefined}
        onClick={onAgain}
      >
        Check again
      </Button>
    </p>
  );
}

function Reading() {
  return (
    <p role="status">
      <StatusWord shape="clock" tone="pending">
        Reading the manifests of the cluster
      </StatusWord>
    </p>
  );
}

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

const isAboutAll = ({ operations }: DeclaredGap): boolean =>
  Object.keys(declaredLists).every((operation) => operations.includes(operation));

function titleOf(gap: DeclaredGap): string {
  if (isAboutAll(gap)) return "What the manifests of this cluster declare could not be read";
  const lists = Object.entries(declaredLists).filter(([operation]) => gap.operations.includes(operation));
  if (gap.operations.includes("getPrivateIp")) return "The addresses of some mount targets could not be read";
  if (lists.length === 0) return "What the controllers reported could not be read";
  return `Not all that is declared could be read: ${listed.format(lists.map(([, name]) => name))}`;
}

/** Why something is not known; that it is not known is not to be taken for "not set". */
function Gap({ gap }: { readonly gap: DeclaredGap }) {
  const { operations, messages, code, opcRequestId } = gap;
  const [first = "", ...others] = messages;
  return (
    <Banner tone="unknown" title={titleOf(gap)}>
      <p>
        <Literal text={first} />
      </p>
      {others.length > 0 && (
        <details className="my-1">
          <summary className="text-link w-fit rounded-[2px]">
            {formatCounted(others.length, "more answer")} of the same kind
          </summary>
          <ul className="mt-1 flex flex-col gap-1">
            {others.map((message) => (
              <li key={message}>
                <Literal text={message} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {operations.some((operation) => operation in declaredLists) && (
        <p>Security attributes may be declared there all the same.</p>
      )}
      <p className="text-note text-muted mt-1 font-mono">
        <Literal text={[code, opcRequestId].filter((part) => part !== null).join(" · ")} />
      </p>
    </Banner>
  );
}
