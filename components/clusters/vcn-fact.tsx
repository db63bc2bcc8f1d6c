import { AttributeSet } from "@/components/shared/attribute-set";
import { Ocid } from "@/components/shared/ocid";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { ClusterDetail } from "@/lib/contract/clusters";
import { routes } from "@/lib/routes";

/** The VCN and its attribute: every ZPR policy statement names a VCN by its attribute. */
export function VcnFact({ cluster }: { readonly cluster: ClusterDetail["cluster"] }) {
  const { vcnId, vcnName, vcnSecurityAttributes } = cluster;
  if (vcnId === null) return <span className="text-muted">Not known</span>;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-3 gap-y-1">
      {vcnName === null ? (
        <Ocid ocid={vcnId} />
      ) : (
        <TextLink href={routes.resource(vcnId)}>
          <Literal text={vcnName} />
        </TextLink>
      )}
      {vcnSecurityAttributes === null ? (
        <StatusWord shape="diamond" tone="unknown">
          Its attribute could not be read
        </StatusWord>
      ) : vcnSecurityAttributes.length === 0 ? (
        <StatusWord shape="triangle-outline" tone="warning">
          No attribute: no policy can match
        </StatusWord>
      ) : (
        <AttributeSet attributes={vcnSecurityAttributes} />
      )}
    </span>
  );
}
