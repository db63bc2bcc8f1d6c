"use client";

import { RefreshCw } from "lucide-react";
import { AddAttributesButton } from "@/components/shared/add-attributes-button";
import { Ocid } from "@/components/shared/ocid";
import { PageHeader } from "@/components/shared/page-header";
import { StateWord } from "@/components/shared/state-word";
import { TimeAgo } from "@/components/shared/time-ago";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import type { ResourceDetail } from "@/lib/contract/resources";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

type ResourceHeaderProps = {
  readonly resourceId: string;
  /** `undefined` until it is read: the header stays the same element, so that its title keeps the focus. */
  readonly detail: ResourceDetail | undefined;
  readonly isReading: boolean;
  readonly onRead: () => void;
};

const crumbs = [{ href: routes.resources(), label: "Resources" }];

/** Name, kind and state of one resource, where it is, when it was read, and the first thing to do with it. */
export function ResourceHeader({ resourceId, detail, isReading, onRead }: ResourceHeaderProps) {
  return (
    <PageHeader
      crumbs={crumbs}
      title={detail ? <Literal text={detail.resource.displayName} /> : "Resource"}
      aside={
        detail && (
          <span className="text-muted inline-flex flex-wrap items-center gap-x-2">
            {resourceKindFacts[detail.resource.kind].label}
            <StateWord state={detail.resource.lifecycleState} look="badge" />
          </span>
        )
      }
      actions={
        detail && (
          <>
            <Button
              icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
              {...(isReading && { pendingLabel: "Reading" })}
              onClick={onRead}
            >
              Read again
            </Button>
            <AddAttributesButton resource={detail.resource} size="medium" />
          </>
        )
      }
    >
      {detail ? <Facts detail={detail} /> : <Ocid ocid={resourceId} />}
    </PageHeader>
  );
}

function Facts({ detail: { resource, readAt } }: { readonly detail: ResourceDetail }) {
  return (
    <>
      <span className="text-note font-mono">{resource.region}</span>
      <span>
        Compartment <Literal text={resource.compartmentName} className="text-ink" />
      </span>
      <Ocid ocid={resource.ocid} />
      <span>
        Read <TimeAgo time={readAt} />
      </span>
    </>
  );
}
