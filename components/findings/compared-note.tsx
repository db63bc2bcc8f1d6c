import { TextLink } from "@/components/shared/text-link";
import type { ListFindingsResponse } from "@/lib/contract/findings";
import { formatCount } from "@/lib/format";
import { routes } from "@/lib/routes";

type ComparedNoteProps = Pick<ListFindingsResponse, "comparedNodePools" | "comparedClusters">;

/** What is compared only when somebody asks for it, and how far that has come: the rest is not known to be in order. */
export function ComparedNote({ comparedNodePools: pools, comparedClusters: clusters }: ComparedNoteProps) {
  if (pools.read >= pools.total && clusters.read >= clusters.total) return null;
  return (
    <p className="text-muted max-w-[88ch]">
      Running nodes have been compared for {formatCount(pools.read)} of {formatCount(pools.total)} node pools, manifests
      for {formatCount(clusters.read)} of {formatCount(clusters.total)} clusters. They are read when{" "}
      <TextLink href={routes.clusters()}>a cluster&rsquo;s</TextLink> node pools or services are opened; what has not
      been read is not known to be in order.
    </p>
  );
}
