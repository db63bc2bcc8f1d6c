"use client";

import { useQueryStates } from "nuqs";
import { CatalogView } from "@/components/security-attributes/catalog-view";
import { securityAttributeListParsers } from "@/components/security-attributes/security-attribute-list-params";
import { StaleView } from "@/components/security-attributes/stale-view";
import { PageHeader } from "@/components/shared/page-header";
import { TabLinks } from "@/components/shared/tab-links";
import { useScopedCounts } from "@/components/shared/use-scoped-counts";
import { staleCount } from "@/components/shared/verdict-counts-summary";
import { formatAtLeast } from "@/lib/format";
import { routes } from "@/lib/routes";

const catalogHref = routes.securityAttributes();
const staleHref = routes.securityAttributes({ state: "stale" });

/** Which security attributes exist and where each is used; or those that resources carry and wants cleaning up. */
export function SecurityAttributesView() {
  const [values, setValues] = useQueryStates(securityAttributeListParsers);
  const counted = useScopedCounts();
  const isQueue = values.state === "stale";
  const stale = counted && staleCount(counted.counts.attributes);
  const tabs = [
    { href: catalogHref, label: "All" },
    {
      href: staleHref,
      label: "Stale",
      ...(counted !== undefined && stale !== undefined && stale > 0
        ? { note: `${formatAtLeast(stale, counted.completeness.isComplete)} on resources` }
        : {}),
    },
  ];
  return (
    <>
      <PageHeader title="Security attributes" />
      <div className="mb-3">
        <TabLinks label="Views of security attributes" tabs={tabs} current={isQueue ? staleHref : catalogHref} />
      </div>
      {isQueue ? (
        <StaleView values={values} onChange={setValues} />
      ) : (
        <CatalogView values={values} onChange={setValues} />
      )}
    </>
  );
}
