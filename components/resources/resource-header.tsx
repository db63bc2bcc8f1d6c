"use client";

import { RefreshCw } from "lucide-react";
import { AddAttributesButton } from "@/components/shared/edit-actions";
import { Ocid } from "@/components/shared/ocid";
import { PageHeader, type Crumb } from "@/components/shared/page-header";
import { StateWord } from "@/components/shared/state-word";
import { TimeAgo } from "@/components/shared/time-ago";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import type { ResourceDetail } from "@/lib/contract/resources";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

type ResourceHeaderProps = {
  readonly detail: ResourceDetail;
  readonly crumbs: readonly Crumb[];
  readonly isReading: boolean;
  readonly onRead: () => void;
};

/** Name, kind and state of one resource, where it is, when it was read, and the first thing to do with it. */
export function ResourceHeader({ detail, crumbs, isReading, onRead }: ResourceHeaderProps) {
  const { resource, readAt } = detail;
  const { label } = resourceKindFacts[resource.kind];
  return (
    <>
      <title>{`${resource.displayName}, ${label} - ZPR console`}</title>
      <PageHeader
        crumbs={crumbs}
        title={<Literal text={resource.displayName} />}
        aside={
          <span className="text-muted inline-flex flex-wrap items-center gap-x-2">
            {label}
            <StateWord state={resource.lifecycleState} look="badge" />
          </span>
        }
        actions={
          <>
            <Button
              icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
              {...(isReading && { pendingLabel: "Reading" })}
              onClick={onRead}
            >
              Read again
            </Button>
            <AddAttributesButton resource={resource} size="medium" />
          </>
        }
      >
        <span className="text-note font-mono">{resource.region}</span>
        <Literal text={resource.compartmentName} />
        <Ocid ocid={resource.ocid} />
        <span>
          Read <TimeAgo time={readAt} />
        </span>
      </PageHeader>
    </>
  );
}
