import { sureness } from "@/components/shared/match-note";
import { Ocid } from "@/components/shared/ocid";
import { TextLink } from "@/components/shared/text-link";
import { Hint } from "@/components/ui/hint";
import { Literal } from "@/components/ui/literal";
import type { ResourceListItem } from "@/lib/contract/resources";
import { routes } from "@/lib/routes";

/** The cluster of a row in a few words: which, how sure, and the evidence as a hint. */
export function ResourceCluster({ resource: { cluster, clusterName } }: { readonly resource: ResourceListItem }) {
  if (cluster.type === "shared") {
    return (
      <span className="text-muted">
        <Evidence text={cluster.evidence}>Belongs to none</Evidence>
      </span>
    );
  }
  if (cluster.type === "unmatched" || cluster.type === "orphan") {
    return (
      <span className="text-muted flex flex-col items-start">
        <Evidence text={cluster.evidence}>Not matched to a cluster</Evidence>
        {cluster.type === "orphan" && (
          <span className="text-note inline-flex flex-wrap items-center gap-x-1">
            names absent cluster <Ocid ocid={cluster.clusterId} />
          </span>
        )}
      </span>
    );
  }
  return (
    <span className="flex flex-col items-start">
      <TextLink href={routes.cluster(cluster.clusterId)}>
        <Literal text={clusterName ?? cluster.clusterId} />
      </TextLink>
      {cluster.type === "matched" && (
        <span className="text-note text-muted">
          <Evidence text={cluster.evidence}>{sureness[cluster.confidence]}</Evidence>
        </span>
      )}
    </span>
  );
}

function Evidence({ text, children }: { readonly text: string; readonly children: string }) {
  return (
    <Hint text={<Literal text={text} />}>
      {(id) => (
        <button
          type="button"
          aria-describedby={id}
          className="cursor-help! rounded-[2px] text-left decoration-current/40 decoration-dotted underline-offset-4 hover:underline"
        >
          {children}
        </button>
      )}
    </Hint>
  );
}
