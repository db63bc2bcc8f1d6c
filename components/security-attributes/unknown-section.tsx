"use client";

import { useQuery } from "@tanstack/react-query";
import {
  attributeListRequest,
  type SecurityAttributeListValues,
} from "@/components/security-attributes/security-attribute-list-params";
import { StaleTable } from "@/components/security-attributes/stale-table";
import { ErrorNote } from "@/components/shared/error-note";
import { Section } from "@/components/shared/section";
import { TextLink } from "@/components/shared/text-link";
import { formatAtLeast } from "@/lib/format";
import { securityAttributesQuery } from "@/lib/queries/security-attributes";
import { routes } from "@/lib/routes";

const shownRows = "100";

/** What resources carry and nobody could look up: beside the stale queue, never in it. Nothing when there is none. */
export function UnknownSection({ values }: { readonly values: SecurityAttributeListValues }) {
  const request = attributeListRequest({ ...values, state: "unknown", sortBy: null, page: "" });
  const { data, error, refetch } = useQuery(
    securityAttributesQuery({ ...request, by: "value", sortBy: "state", sortOrder: "ASC", limit: shownRows }),
  );
  if (error && !data) {
    return <ErrorNote title="The unknown ones could not be read" error={error} onRetry={() => void refetch()} />;
  }
  if (!data || data.items.length === 0) return null;
  return (
    <div className="mt-3">
      <Section
        title="Unknown"
        aside={<span className="text-muted">{formatAtLeast(data.total, data.completeness.isComplete)} values</span>}
      >
        <p className="text-muted mb-3 max-w-[88ch]">
          Resources carry these too, and their definition could not be looked up: it may be hidden from you, or deleted.
          They are not known to be stale. Ask somebody who may read the namespace before you remove one.
        </p>
        <StaleTable label="Unknown security attributes" rows={data.items} viewKey={JSON.stringify(request)} />
        {data.opcNextPage !== null && (
          <p className="mt-2">
            <TextLink href={routes.securityAttributes({ state: "unknown" })}>
              All security attributes that cannot be read
            </TextLink>
          </p>
        )}
      </Section>
    </div>
  );
}
