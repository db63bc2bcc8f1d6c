"use client";

import { useQuery } from "@tanstack/react-query";
import type { SetValues } from "nuqs";
import { useEffect, useRef } from "react";
import { mostChosen, type planParsers, planListRequest, type PlanValues } from "@/components/changes/plan/plan-params";
import { AttributeSet } from "@/components/shared/attribute-set";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { columnHelper, DataTable } from "@/components/shared/data-table";
import { kindOptions } from "@/components/shared/filter-options";
import { ListBody } from "@/components/shared/list-body";
import { ChoiceFilter, TextFilter } from "@/components/shared/list-filters";
import { Section } from "@/components/shared/section";
import { useFirstReading } from "@/components/shared/still-reading";
import { TextLink } from "@/components/shared/text-link";
import { useScope } from "@/components/shared/use-scope";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Literal } from "@/components/ui/literal";
import type { ListedResource } from "@/lib/contract/resources";
import { formatCounted } from "@/lib/format";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { resourcesQuery } from "@/lib/queries/resources";
import { routes } from "@/lib/routes";

type PlanResourcesProps = {
  readonly values: PlanValues;
  readonly onChange: SetValues<typeof planParsers>;
  readonly error: string | null;
};

type Choosable = ListedResource & { readonly isChosen: boolean; readonly onChoose: (isChosen: boolean) => void };

const column = columnHelper<Choosable>();

const columns = column.columns([
  column.accessor("displayName", {
    header: "Resource",
    cell: ({ row: { original: resource } }) => (
      <span className="flex min-w-40 items-start gap-2">
        <Checkbox
          label={
            <>
              Choose <Literal text={resource.displayName} />, {resourceKindFacts[resource.kind].label}
            </>
          }
          isLabelHidden
          isChecked={resource.isChosen}
          isDisabled={refusalOf(resource) !== null}
          onChange={resource.onChoose}
        />
        <TextLink href={routes.resource(resource.id)} look="name">
          <Literal text={resource.displayName} />
        </TextLink>
      </span>
    ),
  }),
  column.accessor((resource) => resourceKindFacts[resource.kind].label, { id: "kind", header: "Kind" }),
  column.accessor("clusterName", {
    header: "Cluster",
    cell: ({ getValue }) => {
      const name = getValue();
      return name === null ? <span className="text-muted">None</span> : <Literal text={name} />;
    },
  }),
  column.accessor("region", {
    header: "Region",
    cell: ({ getValue }) => <span className="text-note font-mono whitespace-nowrap">{getValue()}</span>,
  }),
  column.accessor((resource) => resource.securityAttributes.length, {
    id: "attributes",
    header: "Attributes",
    cell: ({ row: { original: resource } }) => {
      const reason = refusalOf(resource);
      return (
        <span className="flex flex-col gap-1">
          <AttributeSet attributes={resource.securityAttributes} isLink={false} />
          {reason !== null && (
            <span className="text-note text-muted max-w-[48ch]">
              <Literal text={reason} />
            </span>
          )}
        </span>
      );
    },
  }),
]);

/**
 * Why nothing of it can be planned. What a manifest owns can be: whether its manifest can be written is seen when it
 * is read for the review.
 */
function refusalOf({ edit: { add, remove } }: ListedResource): string | null {
  const isForAll = !add.offered && !remove.offered;
  return isForAll && remove.code !== "owned-by-manifest" ? remove.reason : null;
}

/** Does what a link asked for as soon as it can be done, and only once. */
function useTakenOnce(isDue: boolean, take: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!isDue || isDone.current) return;
    isDone.current = true;
    take();
  });
}

/** The resources that a filter shows, to choose from. Only what is chosen is edited, whatever the filter. */
export function PlanResources({ values, onChange, error }: PlanResourcesProps) {
  const request = { ...planListRequest(values), ...useScope().params };
  const resources = useQuery(resourcesQuery(request));
  const isFirst = useFirstReading();
  const chosen = new Set(values.resource);
  const set = (ids: Iterable<string>) => void onChange({ resource: [...new Set(ids)].slice(0, mostChosen) });
  const choose = (id: string, isChosen: boolean) =>
    set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id));
  const items = resources.data?.items ?? [];
  const shown = items.filter((item) => refusalOf(item) === null).map(({ id }) => id);
  useTakenOnce(
    values.take !== null && resources.data !== undefined && !resources.isPlaceholderData && !isFirst,
    () => void onChange({ resource: [...new Set([...chosen, ...shown])].slice(0, mostChosen), take: null }),
  );
  const hidden = [...chosen].filter((id) => !items.some((item) => item.id === id)).length;
  const { q, kind, clusterId, attr } = values;
  const isFiltered = q !== "" || [kind, clusterId, attr].some((value) => value !== null);
  const clear = () => void onChange({ q: null, kind: null, clusterId: null, attr: null, page: null });
  return (
    <Section
      title="Resources"
      aside={
        <span role="status" className="text-muted">
          {formatCounted(chosen.size, "resource")} chosen
          {hidden > 0 && `, ${hidden} of them not among those below`}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <TextFilter noun="resources" value={q} onChange={(text) => void onChange({ q: text, page: null })} />
          <ChoiceFilter
            label="Kind"
            value={kind}
            options={kindOptions}
            onChange={(next) => void onChange({ kind: next, page: null })}
          />
          <Button
            size="small"
            disabledReason={shown.length === 0 ? "None of the resources below can be edited" : undefined}
            onClick={() => set([...chosen, ...shown])}
          >
            Choose all below
          </Button>
          <Button
            size="small"
            disabledReason={chosen.size === 0 ? "None is chosen" : undefined}
            onClick={() => set([])}
          >
            Choose none
          </Button>
        </div>
        {(attr !== null || clusterId !== null) && (
          <p className="text-muted flex flex-wrap items-center gap-2">
            {attr !== null && (
              <span>
                Only those that carry <Literal text={attr} className="text-ink font-mono" />
              </span>
            )}
            {clusterId !== null && <span>Only those of one cluster</span>}
            <Button size="small" onClick={clear}>
              Show all resources
            </Button>
          </p>
        )}
        {error !== null && (
          <p role="alert" className="text-blocked">
            {error}
          </p>
        )}
        {resources.data && <CompletenessBanner completeness={resources.data.completeness} />}
        <ListBody
          query={resources}
          noun="resources"
          columns={5}
          isFiltered={isFiltered}
          onClear={clear}
          empty={() => (
            <EmptyState title="No resource that could carry security attributes">
              None was found in the regions and compartments that were read.
            </EmptyState>
          )}
          page={values.page}
          onPage={(page) => void onChange({ page: page || null })}
        >
          {(answer) => (
            <DataTable
              label="Resources to choose from"
              columns={columns}
              rows={answer.items.map((item) => ({
                ...item,
                isChosen: chosen.has(item.id),
                onChoose: (isChosen: boolean) => choose(item.id, isChosen),
              }))}
              rowId={({ id }) => id}
              viewKey={JSON.stringify([request, resources.isPlaceholderData])}
            />
          )}
        </ListBody>
      </div>
    </Section>
  );
}
