import { GuardVerdictWord } from "@/components/guards/guard-verdict";
import { LinkButton } from "@/components/shared/link-button";
import { StatementText } from "@/components/shared/statement-text";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { BodyCell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { ClusterGuardsView, NeededFlowView } from "@/lib/contract/guards";
import { formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

type ClusterGuardsProps = {
  readonly clusters: readonly ClusterGuardsView[];
  readonly arePoliciesRead: boolean;
  /** Whether the guard file could be gone by. */
  readonly isFileUsable: boolean;
};

const rank = { fail: 0, unknown: 1, pass: 2 } as const;
const worst = ({ access, join }: ClusterGuardsView) =>
  Math.min(rank[access?.verdict ?? "pass"], rank[join?.verdict ?? "pass"]);

/** Of each cluster whether admin sources reach its endpoint and new nodes can join, the worst first. */
export function ClusterGuards({ clusters, arePoliciesRead, isFileUsable }: ClusterGuardsProps) {
  return (
    <Table label="Guards of each cluster" isStacked>
      <thead>
        <tr>
          <HeaderCell isFirst>Cluster</HeaderCell>
          <HeaderCell>Admin sources reach its endpoint on tcp/6443</HeaderCell>
          <HeaderCell>New nodes can join</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {clusters
          .toSorted((a, b) => worst(a) - worst(b))
          .map((cluster) => (
            <Row key={cluster.clusterId}>
              <BodyCell isFirst className="align-top">
                <span className="flex flex-col py-1">
                  <TextLink href={routes.cluster(cluster.clusterId)} look="name">
                    <Literal text={cluster.name} />
                  </TextLink>
                  <span className="text-note text-muted font-mono">{cluster.region}</span>
                </span>
              </BodyCell>
              <BodyCell label="Admin sources reach its endpoint" className="align-top">
                <Access cluster={cluster} arePoliciesRead={arePoliciesRead} isFileUsable={isFileUsable} />
              </BodyCell>
              <BodyCell label="New nodes can join" className="align-top">
                <Join cluster={cluster} />
              </BodyCell>
            </Row>
          ))}
      </tbody>
    </Table>
  );
}

function Access({
  cluster: { access },
  arePoliciesRead,
  isFileUsable,
}: Omit<ClusterGuardsProps, "clusters"> & { readonly cluster: ClusterGuardsView }) {
  if (access === null) {
    return (
      <span className="text-muted block py-1">
        {isFileUsable ? "No admin source is declared" : "Not known while the guard file has to be seen to"}
      </span>
    );
  }
  return (
    <span className="flex flex-col gap-1 py-1">
      <GuardVerdictWord verdict={access.verdict} />
      {access.verdict !== "pass" && <Missing flows={access.sources} isCured={arePoliciesRead} />}
    </span>
  );
}

function Join({ cluster: { join } }: { readonly cluster: ClusterGuardsView }) {
  if (join === null) return <span className="text-muted block py-1">No managed node pool</span>;
  const more = join.openPoolCount - join.pools.length;
  return (
    <span className="flex flex-col gap-1 py-1">
      <GuardVerdictWord verdict={join.verdict} />
      {join.verdict === "pass" && <span className="text-muted">{formatCounted(join.poolCount, "pool")}</span>}
      {join.pools.length > 0 && (
        <details>
          <summary className="w-fit rounded-[2px]">
            {`${join.openPoolCount} of ${formatCounted(join.poolCount, "pool")}: what is missing`}
          </summary>
          <ul className="mt-1 flex flex-col gap-2">
            {join.pools.map((pool) => (
              <li key={pool.id}>
                <TextLink href={routes.resource(pool.id)}>
                  <Literal text={pool.name} />
                </TextLink>
                <Missing flows={pool.flows} isCured />
              </li>
            ))}
            {more > 0 && <li className="text-muted">and {formatCounted(more, "pool")} more</li>}
          </ul>
        </details>
      )}
    </span>
  );
}

/** Flows that do not surely pass, and one step to the statements that would let them. */
function Missing({ flows, isCured }: { readonly flows: readonly NeededFlowView[]; readonly isCured: boolean }) {
  const cures = [...new Set(flows.flatMap(({ verdict, cure }) => (verdict === "fail" && cure !== null ? cure : [])))];
  return (
    <span className="flex flex-col gap-1">
      {flows.map(({ source, destination, protocol, verdict }, index) => (
        <span key={index} className="text-muted wrap-anywhere">
          <Literal text={source} /> to <Literal text={destination} /> <span className="font-mono">{protocol}</span>
          {verdict === "unknown" && ": unknown"}
        </span>
      ))}
      {isCured && cures.length > 0 && (
        <>
          {cures.map((cure) => (
            <span key={cure} className="text-note max-w-[72ch] pl-3">
              <StatementText text={cure} />
            </span>
          ))}
          <span>
            <LinkButton size="small" href={routes.newZprPolicy({ statements: cures })}>
              Write as a policy
            </LinkButton>
          </span>
        </>
      )}
    </span>
  );
}
