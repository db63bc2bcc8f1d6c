"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Carrier } from "@/components/security-attributes/carrier";
import { DependentFlows } from "@/components/security-attributes/dependent-flows";
import { AtLeast } from "@/components/shared/at-least";
import { NamingStatementList } from "@/components/shared/naming-statement-list";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { TextLink } from "@/components/shared/text-link";
import { TimeAgo } from "@/components/shared/time-ago";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import type { AttributeDependents, AttributeDependentsRequest } from "@/lib/contract/attribute-dependents";
import { formatCount, formatCounted } from "@/lib/format";
import { attributeDependentsQuery } from "@/lib/queries/attribute-dependents";
import { routes } from "@/lib/routes";

const loading = (
  <div role="status" aria-label="Reading what depends on it" className="flex flex-col gap-2 py-2">
    <Skeleton className="w-64" />
    <Skeleton className="w-80 max-w-full" />
  </div>
);

/** All that depends on one stale value: flows, statements, resources; and how sure each of them is. */
export function StaleDetail({ attribute }: { readonly attribute: AttributeDependentsRequest }) {
  const query = useQuery(attributeDependentsQuery(attribute));
  return (
    <QueryBoundary query={query} what="What depends on it" loading={loading}>
      {(answer) => <Dependents attribute={attribute} answer={answer} />}
    </QueryBoundary>
  );
}

type DependentsProps = { readonly attribute: AttributeDependentsRequest; readonly answer: AttributeDependents };

function Dependents({ attribute, answer }: DependentsProps) {
  const { state, flows, statements, policies, carriers, completeness } = answer;
  return (
    <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
      <Part title="Flows that ZPR allows by it alone">
        <DependentFlows state={state} flows={flows} />
      </Part>
      <Part title="Statements that name it" count={policies.state === "read" && formatCount(statements.total)}>
        <NamingStatementList answer={{ ...statements, policies }} />
      </Part>
      <Part
        title="Resources that carry it"
        count={<AtLeast count={carriers.total} isComplete={completeness.isComplete} />}
      >
        <Carriers attribute={attribute} carriers={carriers} />
      </Part>
      <Part title="How sure this is">
        <HowSure attribute={attribute} answer={answer} />
      </Part>
    </div>
  );
}

type PartProps = { readonly title: string; readonly count?: ReactNode; readonly children: ReactNode };

function Part({ title, count, children }: PartProps) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="flex items-baseline gap-2 font-medium">
        {title}
        {count !== undefined && count !== false && <span className="text-muted font-normal">{count}</span>}
      </h3>
      {children}
    </section>
  );
}

function Carriers({
  attribute: { namespace, key, value },
  carriers: { items, total, onlyCount },
}: Pick<DependentsProps, "attribute"> & Pick<AttributeDependents, "carriers">) {
  return (
    <>
      <ul className="flex flex-col gap-0.5">
        {items.map((carrier) => (
          <li key={carrier.id}>
            <Carrier carrier={carrier} />
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p>
          <TextLink href={routes.resources({ attr: `${namespace}.${key}:${value}` })}>
            {`and ${formatCounted(total - items.length, "more resource")}`}
          </TextLink>
        </p>
      )}
      {onlyCount > 0 && (
        <p className="text-muted">
          {onlyCount === 1 ? "One of them carries" : `${formatCount(onlyCount)} of them carry`} nothing else: without it
          ZPR does not look at {onlyCount === 1 ? "its" : "their"} traffic.
        </p>
      )}
    </>
  );
}

const coverage = <TextLink href={routes.coverage()}>Coverage</TextLink>;

function HowSure({ attribute: { namespace }, answer }: DependentsProps) {
  const { isDefinitionRead, completeness, policies, flows } = answer;
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4">
      <li>
        {isDefinitionRead ? (
          <>
            The definition: sure. The namespaces and the attributes of <Literal text={namespace} /> were read to their
            end.
          </>
        ) : (
          <>
            The definition: it was read itself, though not all attributes of <Literal text={namespace} /> were.
          </>
        )}
      </li>
      <li>
        {completeness.isComplete ? (
          "The resources: all regions and compartments were read."
        ) : (
          <>The resources: not all could be read, so there may be more. {coverage}</>
        )}
      </li>
      <li>
        {policies.state === "read" && policies.readAt !== null ? (
          <>
            The statements: all ZPR policies that are visible to you, read <TimeAgo time={policies.readAt} />.
          </>
        ) : (
          "The statements: not known, as the ZPR policies could not be read."
        )}
      </li>
      <li>
        {flows.state === "known"
          ? "The flows: what ZPR allows. Network security groups, security lists and routes must allow a flow too; a node pool counts with what it gives to new nodes."
          : "The flows: not known without the statements."}
      </li>
    </ul>
  );
}
