"use client";

import { useQuery } from "@tanstack/react-query";
import { AttributeFacts } from "@/components/security-attributes/attribute-facts";
import { CarriersSection } from "@/components/security-attributes/carriers-section";
import { CatalogGaps } from "@/components/security-attributes/catalog-gaps";
import { DefinitionState } from "@/components/security-attributes/definition-state";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { LateNamingStatements } from "@/components/shared/late-naming-statements";
import { LinkButton } from "@/components/shared/link-button";
import { PageHeader } from "@/components/shared/page-header";
import { NotVisible, QueryBoundary } from "@/components/shared/query-boundary";
import { useFirstReading } from "@/components/shared/still-reading";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { securityAttributesQuery } from "@/lib/queries/security-attributes";
import { routes } from "@/lib/routes";

/** A plan that takes it off what carries it, its resources to choose from in sight. */
const removalPlan = ({ namespace, key }: SecurityAttributeListItem) =>
  routes.newChangePlan({
    steps: [JSON.stringify({ op: "remove", namespace, key })],
    params: { attr: `${namespace}.${key}` },
  });

type SecurityAttributeViewProps = { readonly namespace: string; readonly name: string };

/** One security attribute: its definition as far as it can be read, and every resource that carries it. */
export function SecurityAttributeView({ namespace, name }: SecurityAttributeViewProps) {
  const query = useQuery(securityAttributesQuery({ namespace, key: name, limit: "1" }));
  const isFirst = useFirstReading();
  const attribute = query.data?.items[0];
  // Names have no case: what is defined is spelt as its definition spells it.
  const shown = `${attribute?.namespace ?? namespace}.${attribute?.key ?? name}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: routes.securityAttributes(), label: "Security attributes" },
          { href: routes.securityAttributes({ namespace }), label: <Literal text={namespace} /> },
        ]}
        title={<Literal text={shown} className="font-mono tracking-normal" />}
        aside={attribute && <DefinitionState state={attribute.state} look="badge" />}
        actions={
          attribute !== undefined &&
          attribute.resourceCount > 0 && <LinkButton href={removalPlan(attribute)}>Plan its removal</LinkButton>
        }
      >
        {attribute?.description && <Literal text={attribute.description} />}
      </PageHeader>
      <QueryBoundary
        query={query}
        what="This security attribute"
        loading={<Loading />}
        empty={(data) => {
          if (data.items.length > 0) return null;
          if (isFirst) return <Loading />;
          return (
            <div className="flex flex-col gap-3">
              <CatalogGaps catalog={data} />
              <NotVisible what="This security attribute">
                No namespace that you can see defines it, and no resource that was read carries it.
              </NotVisible>
            </div>
          );
        }}
      >
        {(data) => (
          <div className="flex flex-col gap-6">
            {attribute && <AttributeFacts attribute={attribute} />}
            {!isFirst && attribute?.state === "unknown" && <CatalogGaps catalog={data} />}
            {!isFirst && <CompletenessBanner completeness={data.completeness} />}
            {attribute && <CarriersSection attribute={attribute} />}
            {attribute && <LateNamingStatements params={{ namespace: attribute.namespace, key: attribute.key }} />}
          </div>
        )}
      </QueryBoundary>
    </>
  );
}

const Loading = () => (
  <div
    role="status"
    aria-label="Reading the security attribute"
    className="rounded-box border-line bg-surface flex h-28 flex-col justify-center gap-4 border px-3"
  >
    <Skeleton className="w-56" />
    <Skeleton className="w-36" />
  </div>
);
