import { Ocid } from "@/components/shared/ocid";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { ClusterMatch, MatchConfidence } from "@/lib/oke/protected-resource";
import { routes } from "@/lib/routes";

/** How sure a match is, in words. */
export const sureness: Record<MatchConfidence, string> = {
  certain: "Certain",
  strong: "Very likely",
  possible: "Possible",
};

/** Which cluster a resource stands under, how sure that is, and by what evidence. */
export function MatchNote({
  match,
  clusterName,
}: {
  readonly match: ClusterMatch;
  readonly clusterName?: string | null;
}) {
  if (match.type === "shared") {
    return (
      <span className="text-muted">
        <Literal text={match.evidence} />
      </span>
    );
  }
  if (match.type === "unmatched" || match.type === "orphan") {
    return (
      <span className="inline-flex flex-col">
        <StatusWord shape="circle-open" tone="neutral">
          Not matched to a cluster
        </StatusWord>
        <span className="text-note text-muted">
          <Literal text={match.evidence} />
          {match.type === "orphan" && (
            <>
              {" "}
              <Ocid ocid={match.clusterId} />
            </>
          )}
        </span>
      </span>
    );
  }
  const cluster = (
    <TextLink href={routes.cluster(match.clusterId)}>
      <Literal text={clusterName ?? match.clusterId} />
    </TextLink>
  );
  if (match.type === "part-of") return cluster;
  return (
    <span className="inline-flex flex-col">
      {cluster}
      <span className="text-note text-muted">
        <MatchSureness match={match} />
      </span>
    </span>
  );
}

/**
 * On the cluster's own page: how sure it is that the resource belongs there, and by what evidence; with `isShort` the
 * evidence of a certain match is left out.
 */
export function MatchSureness({
  match,
  isShort = false,
}: {
  readonly match: ClusterMatch;
  readonly isShort?: boolean;
}) {
  if (match.type !== "matched") return null;
  if (isShort && match.confidence === "certain") return "Certain match";
  return (
    <>
      {sureness[match.confidence]}: <Literal text={match.evidence} />
    </>
  );
}
