import { FactList, type Fact } from "@/components/shared/fact-list";
import { MatchNote } from "@/components/shared/match-note";
import { Ocid } from "@/components/shared/ocid";
import { OwnerNote } from "@/components/shared/owner-note";
import { Section } from "@/components/shared/section";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { ResourceDetail } from "@/lib/contract/resources";
import { routes } from "@/lib/routes";

const poolKinds: readonly string[] = ["node-pool-primary-vnic", "node-pool-secondary-vnics"];

/** What there is to know about a resource besides its set. */
export function ResourceFacts({
  detail: { resource, cap, warnAbove, takesEffect },
}: {
  readonly detail: ResourceDetail;
}) {
  const facts: readonly Fact[] = [
    {
      label: "Cluster",
      value: <MatchNote match={resource.cluster} clusterName={resource.clusterName} />,
      width: "full",
    },
    ...(poolKinds.includes(resource.kind)
      ? [
          {
            label: "Node pool",
            value: (
              <TextLink href={routes.nodePool(resource.ocid)}>
                <Literal text={resource.displayName} />
              </TextLink>
            ),
            width: "full" as const,
          },
        ]
      : []),
    { label: "Owner of the setting", value: <OwnerNote owner={resource.owner} isLong />, width: "full" },
    { label: "Takes effect", value: takesEffect === "now" ? "Within five minutes" : "On new nodes only" },
    { label: "Limit", value: warnAbove === null ? `${cap}` : `${cap}, or ${warnAbove}: Oracle's pages differ` },
    ...(resource.vcnId !== null && resource.vcnId !== resource.ocid
      ? [
          {
            label: "VCN",
            value: (
              <span className="inline-flex flex-wrap items-center gap-x-2">
                <TextLink href={routes.resource(resource.vcnId)}>Its attributes</TextLink>
                <Ocid ocid={resource.vcnId} />
              </span>
            ),
            width: "full" as const,
          },
        ]
      : []),
    { label: "OCID", value: <Ocid ocid={resource.ocid} isFull />, width: "full" },
  ];
  return (
    <Section title="About it">
      <div className="rounded-box border-line bg-surface border px-3 py-3">
        <FactList facts={facts} />
      </div>
    </Section>
  );
}
