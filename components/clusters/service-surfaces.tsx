import { SheetGroup } from "@/components/clusters/sheet-group";
import { SurfaceRow } from "@/components/clusters/surface-row";
import { MatchSureness } from "@/components/shared/match-note";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

const serviceKinds = ["load-balancer", "network-load-balancer", "mount-target"] as const;

type ServiceSurfacesProps = { readonly services: readonly ProtectedResource[]; readonly isComplete: boolean };

/** Load balancers, network load balancers and mount targets of the cluster, a group a kind; kinds without any in a line. */
export function ServiceSurfaces({ services, isComplete }: ServiceSurfacesProps) {
  const groups = serviceKinds.map((kind) => ({
    kind,
    resources: services.filter((resource) => resource.kind === kind),
  }));
  const missing = groups
    .filter(({ resources }) => resources.length === 0)
    .map(({ kind }) => resourceKindFacts[kind].pluralLabel.toLowerCase());
  return (
    <>
      {groups.flatMap(({ kind, resources }) =>
        resources.length === 0
          ? []
          : [<ServiceGroup key={kind} label={resourceKindFacts[kind].pluralLabel} resources={resources} />],
      )}
      {missing.length > 0 && (
        <SheetGroup
          title={
            <span className="text-muted">
              No {missing.join(", ")}
              {!isComplete && " among what could be read"}
            </span>
          }
        >
          {null}
        </SheetGroup>
      )}
    </>
  );
}

function ServiceGroup({
  label,
  resources,
}: {
  readonly label: string;
  readonly resources: readonly ProtectedResource[];
}) {
  return (
    <SheetGroup title={<span className="text-muted">{label}</span>}>
      {resources.map((resource) => (
        <SurfaceRow
          key={resource.id}
          resource={resource}
          name={
            <TextLink look="name" href={routes.resource(resource.id)}>
              <Literal text={resource.displayName} />
            </TextLink>
          }
          note={<MatchSureness match={resource.cluster} isShort />}
        />
      ))}
    </SheetGroup>
  );
}
