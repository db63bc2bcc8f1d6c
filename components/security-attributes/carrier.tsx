import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { AttributeCarrier } from "@/lib/contract/security-attributes";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

/** A resource that carries an attribute, by name, kind and place, with the way to it. */
export function Carrier({
  carrier: { id, displayName, kind, region, clusterName },
}: {
  readonly carrier: AttributeCarrier;
}) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2">
      <TextLink href={routes.resource(id)}>
        <Literal text={displayName} />
      </TextLink>
      <span className="text-note text-muted">
        {resourceKindFacts[kind].label}
        {clusterName !== null && clusterName !== displayName && (
          <>
            {" of "}
            <Literal text={clusterName} />
          </>
        )}
        , {region}
      </span>
    </span>
  );
}
