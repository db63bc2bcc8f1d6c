import { RequiredStatementRow } from "@/components/clusters/required-statement-row";
import { LinkButton } from "@/components/shared/link-button";
import { Section } from "@/components/shared/section";
import { TextLink } from "@/components/shared/text-link";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { Literal } from "@/components/ui/literal";
import type { RequiredStatementsResponse } from "@/lib/contract/required-statements";
import { formatCounted } from "@/lib/format";
import {
  clusterParts,
  type ClusterPart,
  requiredStatementSources,
  requiredStatementStates,
} from "@/lib/oke/required-statements/required-statement";
import { routes } from "@/lib/routes";

const titles: Record<ClusterPart, string> = {
  endpoint: "Kubernetes API endpoint",
  "node-pools": "Node pools",
  "load-balancers": "Load balancers",
  "mount-targets": "Mount targets",
};

type RequiredStatementsProps = {
  readonly answer: RequiredStatementsResponse;
  readonly clusterName: string;
};

/** What a cluster needs, by the part that needs it, what is missing first. */
export function RequiredStatements({ answer, clusterName }: RequiredStatementsProps) {
  const { statements, policies } = answer;
  if (statements.length === 0) return <NothingNeeded isComplete={answer.completeness.isComplete} />;
  const missing = statements.flatMap(({ state, text, coveredBy }) =>
    state === "missing" && coveredBy === null ? (text ?? []) : [],
  );
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        {policies.state === "refused" && (
          <Banner tone="unknown" title="The ZPR policies are not visible to you">
            Which of these statements are there cannot be told.
          </Banner>
        )}
        {policies.state === "failed" && (
          <Banner tone="blocked" title="The ZPR policies could not be read">
            <Literal text={policies.message ?? "OCI gave no reason."} />
          </Banner>
        )}
        <Introduction />
        {missing.length > 0 && (
          <div>
            <LinkButton href={routes.newZprPolicy({ statements: missing, name: `${clusterName}-required` })}>
              New policy with {formatCounted(missing.length, "missing statement")}
            </LinkButton>
          </div>
        )}
      </div>
      {clusterParts.map((part) => {
        const needed = statements.filter((each) => each.part === part);
        if (needed.length === 0) return null;
        const ordered = requiredStatementStates.flatMap((state) => needed.filter((each) => each.state === state));
        return (
          <Section key={part} title={titles[part]}>
            <ul aria-label={titles[part]} className="rounded-box border-line bg-surface divide-line divide-y border">
              {ordered.map((each) => (
                <RequiredStatementRow
                  key={`${each.code} ${each.state} ${each.text ?? each.neededBy[0]?.resourceId}`}
                  statement={each}
                />
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}

function Introduction() {
  return (
    <p className="text-muted max-w-[88ch]">
      What these parts of the cluster need for the attributes that they carry now, with their own names: who, from
      Oracle&rsquo;s <TextLink href={requiredStatementSources.guide}>page on ZPR with Kubernetes Engine</TextLink>;
      ports, from its <TextLink href={requiredStatementSources.ports}>page on cluster networks</TextLink> and, of mount
      targets, its <TextLink href={requiredStatementSources.storage}>page on File Storage</TextLink>. What the workloads
      need besides, only their owners know. Network security groups, security lists and routes must allow it too.
    </p>
  );
}

function NothingNeeded({ isComplete }: { readonly isComplete: boolean }) {
  return (
    <EmptyState
      title={isComplete ? "No statement is needed" : "No statement is needed for the part that could be read"}
    >
      Neither the endpoint nor a node pool, load balancer or mount target of this cluster carries a security attribute,
      so ZPR does not apply to them. Write the policies before the first attribute is added: from then on, what no
      statement allows is blocked.
    </EmptyState>
  );
}
