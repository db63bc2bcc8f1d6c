"use client";

import { useQuery } from "@tanstack/react-query";
import { FactList } from "@/components/shared/fact-list";
import { LinkButton } from "@/components/shared/link-button";
import { Ocid } from "@/components/shared/ocid";
import { readRegions } from "@/components/shared/scope";
import { Section } from "@/components/shared/section";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCount } from "@/lib/format";
import { inventoryQuery } from "@/lib/queries/inventory";
import { routes } from "@/lib/routes";

/** In whose name the console calls OCI, where, and how much of it was allowed. */
export function ConnectionFacts() {
  const status = useQuery(inventoryQuery()).data;
  const tenancy = status?.tenancy;
  return (
    <Section
      title="Connection"
      aside={
        <LinkButton size="small" href={routes.coverage()}>
          What may be read
        </LinkButton>
      }
    >
      {status && tenancy ? (
        <FactList
          facts={[
            { label: "Profile", value: <Literal text={status.profile} /> },
            { label: "Tenancy", value: <Literal text={tenancy.name} /> },
            { label: "Tenancy OCID", value: <Ocid ocid={tenancy.id} /> },
            { label: "Home region", value: <span className="text-note font-mono">{tenancy.homeRegion}</span> },
            {
              label: "Regions read",
              value: <span className="text-note font-mono">{readRegions(status).join(", ")}</span>,
            },
            {
              label: "Lists and objects asked for",
              value:
                status.scopesUnread === 0
                  ? `All ${formatCount(status.scopesDone)} were allowed and read`
                  : `${formatCount(status.scopesUnread)} of ${formatCount(status.scopesDone)} were refused or failed`,
            },
          ]}
        />
      ) : (
        <Skeleton className="w-56" />
      )}
    </Section>
  );
}
