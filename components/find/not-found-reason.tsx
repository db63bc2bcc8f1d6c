"use client";

import type { ReactNode } from "react";
import { LinkButton } from "@/components/shared/link-button";
import { TextLink } from "@/components/shared/text-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Literal } from "@/components/ui/literal";
import type { Found } from "@/lib/contract/found";
import { formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

type Reason = Exclude<Found, { readonly state: "found" | "reading" }>;

type NotFoundReasonProps = { readonly found: Reason; readonly ocid: string };

/** Why an OCID leads to no page, as exactly as it is known, and what to do. */
export function NotFoundReason({ found, ocid }: NotFoundReasonProps) {
  switch (found.state) {
    case "not-an-ocid":
      return (
        <EmptyState
          title="This is not an OCID"
          action={
            <LinkButton href={routes.resources({ q: ocid, protected: "any" })}>Search resources for it</LinkButton>
          }
        >
          An OCID reads <Mono>ocid1.</Mono>, then the type, the realm, the region and a unique part, with periods
          between them. It may be cut short.
        </EmptyState>
      );
    case "other-realm":
      return (
        <EmptyState title={`It is in another realm: ${found.realm}`}>
          This tenancy is in <Mono>{found.ownRealm}</Mono>. Realms share nothing; its own console shows it.
        </EmptyState>
      );
    case "other-region":
      return (
        <EmptyState title={`It is in a region that is not read: ${found.region}`}>
          This console reads {found.regions.join(", ")}: the regions that the tenancy is subscribed to, or those of them
          that <Mono>ZPR_REGIONS</Mono> names.
        </EmptyState>
      );
    case "kind-not-shown":
      return (
        <EmptyState title={`The console has no page for this type: ${found.ocidType}`}>
          It shows clusters, node pools, load balancers, network load balancers, mount targets, VCNs, compartments, ZPR
          policies, security attributes and their namespaces.
        </EmptyState>
      );
    case "nodes-not-read":
      return (
        <EmptyState
          title="This instance is none of the nodes that were read"
          action={<LinkButton href={routes.clusters()}>Go to the clusters</LinkButton>}
        >
          Nodes are read when somebody asks for them, under Nodes of their node pool. Read those, then look it up again.
        </EmptyState>
      );
    case "not-read":
      return <NotRead found={found} />;
    case "not-there":
      return (
        <EmptyState
          title="It is not among what was read"
          action={<LinkButton href={routes.coverage()}>See what was read</LinkButton>}
        >
          Every list in which it would stand was read to its end. It may be deleted, or newer than the last reading, or
          not visible to you: OCI leaves out of a list what one may not see.
        </EmptyState>
      );
  }
}

const Mono = ({ children }: { readonly children: ReactNode }) => (
  <span className="text-note text-ink font-mono">{children}</span>
);

function NotRead({
  found: { scopes, scopeCount },
}: {
  readonly found: Extract<Reason, { readonly state: "not-read" }>;
}) {
  const [first] = scopes;
  const more = scopeCount - scopes.length;
  return (
    <EmptyState
      title="It may be in what could not be read"
      action={<LinkButton href={routes.coverage({ q: first?.operation })}>See what is missing to read it</LinkButton>}
    >
      <ul aria-label="Not read" className="flex flex-col gap-1">
        {scopes.map((scope) => (
          <li key={JSON.stringify(scope)}>
            <Mono>{scope.operation}</Mono> in <Mono>{scope.region}</Mono>
            {scope.compartmentName !== null && (
              <>
                , compartment <Literal text={scope.compartmentName} className="text-ink" />
              </>
            )}
            : <Mono>{scope.code}</Mono>
          </li>
        ))}
        {more > 0 && (
          <li>
            <TextLink href={routes.coverage({ q: first?.operation })}>and {formatCounted(more, "more read")}</TextLink>
          </li>
        )}
      </ul>
    </EmptyState>
  );
}
