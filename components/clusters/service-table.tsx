"use client";

import { AttributeSet } from "@/components/shared/attribute-set";
import { columnHelper, DataTable } from "@/components/shared/data-table";
import { late } from "@/components/shared/late";
import { manifestClusterId } from "@/components/shared/manifest-cluster-id";
import { MatchSureness } from "@/components/shared/match-note";
import { Ocid } from "@/components/shared/ocid";
import { OwnerNote } from "@/components/shared/owner-note";
import { StateWord } from "@/components/shared/state-word";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

const DeclaredCell = late(() => import("@/components/clusters/declared-cell").then((module) => module.DeclaredCell));

const column = columnHelper<ProtectedResource>();

const columns = column.columns([
  column.accessor("displayName", {
    header: "Name",
    cell: ({ row: { original: resource } }) => (
      <span className="block min-w-32">
        <TextLink look="name" href={routes.resource(resource.id)}>
          <Literal text={resource.displayName} />
        </TextLink>
      </span>
    ),
  }),
  column.accessor("kind", {
    header: "Kind, owner of the setting",
    cell: ({ row: { original: resource } }) => (
      <span className="flex flex-col">
        <span className="whitespace-nowrap">{resourceKindFacts[resource.kind].label}</span>
        <span className="text-note text-muted">
          <OwnerNote owner={resource.owner} />
        </span>
      </span>
    ),
  }),
  column.accessor("securityAttributes", {
    header: "Stored in OCI",
    cell: ({ row: { original: resource } }) => {
      const { cap, warnAbove } = resourceKindFacts[resource.kind];
      return (
        <span className="block py-0.5 sm:min-w-52">
          <AttributeSet attributes={resource.securityAttributes} cap={cap} warnAbove={warnAbove} />
        </span>
      );
    },
  }),
  column.display({
    id: "declared",
    header: "Declared",
    cell: ({ row: { original: resource } }) => {
      const clusterId = manifestClusterId(resource);
      return clusterId !== null && <DeclaredCell resource={resource} clusterId={clusterId} />;
    },
  }),
  column.accessor("cluster", {
    header: "Why it stands here",
    cell: ({ getValue }) => (
      <span className="block min-w-40 py-0.5">
        <MatchSureness match={getValue()} />
      </span>
    ),
  }),
  column.accessor("lifecycleState", {
    header: "State",
    cell: ({ getValue }) => <StateWord state={getValue()} />,
  }),
  column.accessor("ocid", {
    header: "OCID",
    cell: ({ getValue }) => <Ocid ocid={getValue()} />,
  }),
]);

type ServiceTableProps = { readonly clusterName: string; readonly services: readonly ProtectedResource[] };

/** Load balancers and mount targets with why they are thought to belong to the cluster. */
export function ServiceTable({ clusterName, services }: ServiceTableProps) {
  return (
    <DataTable
      label={`Services and storage of ${clusterName}`}
      columns={columns}
      rows={services}
      rowId={({ id }) => id}
    />
  );
}
