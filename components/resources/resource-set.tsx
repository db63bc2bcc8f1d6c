"use client";

import { ChangeValueButton, RemoveAttributeButton } from "@/components/shared/edit-actions";
import { Section } from "@/components/shared/section";
import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { noPlaceReason } from "@/components/shared/surface-standing";
import { TextLink } from "@/components/shared/text-link";
import { verdictWords } from "@/components/shared/verdict-words";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { Literal } from "@/components/ui/literal";
import { MeterText } from "@/components/ui/meter-text";
import { StatusWord } from "@/components/ui/status-word";
import type { ResourceDetail, ResourceListItem } from "@/lib/contract/resources";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

type ResourceSetProps = { readonly detail: ResourceDetail; readonly title?: string };

/** The set of a resource: each attribute in full, what its definition says of it and why, and what can be done. */
export function ResourceSet({ detail, title = "Security attributes" }: ResourceSetProps) {
  const { resource, cap, warnAbove } = detail;
  const { securityAttributes: attributes, edit } = resource;
  return (
    <Section title={title} aside={<MeterText used={attributes.length} cap={cap} warnAbove={warnAbove} />}>
      <CapWarning detail={detail} />
      {attributes.length === 0 ? (
        <NothingSet resource={resource} />
      ) : (
        <ul aria-label="Security attributes" className="rounded-box border-line bg-surface border">
          {attributes.map((attribute) => (
            <SetRow key={`${attribute.namespace}\u0000${attribute.key}`} attribute={attribute} resource={resource} />
          ))}
        </ul>
      )}
      {!edit.add.offered && (attributes.length > 0 || noPlaceReason(resource) === null) && (
        <p className="text-muted mt-2 max-w-[88ch]">{edit.add.reason}</p>
      )}
    </Section>
  );
}

function SetRow({
  attribute,
  resource,
}: {
  readonly attribute: AssessedSecurityAttribute;
  readonly resource: ResourceListItem;
}) {
  const { shape, tone, word } = verdictWords[attribute.verdict.state];
  return (
    <li className="border-line flex items-start gap-x-4 border-b px-3 py-2.5 last:border-b-0">
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1.5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <span>
          <SecurityAttributeChip attribute={attribute} />
        </span>
        <div className="flex min-w-0 flex-wrap items-start gap-x-3">
          <StatusWord shape={shape} tone={tone}>
            <span className="inline-block first-letter:uppercase">{word}</span>
          </StatusWord>
          <span className="text-muted min-w-0 flex-1 basis-52">
            <Literal text={attribute.verdict.reason} />{" "}
            {attribute.unreadable === null && (
              <TextLink href={routes.securityAttribute(attribute.namespace, attribute.key)}>Definition</TextLink>
            )}
          </span>
        </div>
      </div>
      <span className="flex shrink-0">
        <ChangeValueButton resource={resource} attribute={attribute} />
        <RemoveAttributeButton resource={resource} attribute={attribute} />
      </span>
    </li>
  );
}

function NothingSet({ resource }: { readonly resource: ResourceListItem }) {
  const reason = noPlaceReason(resource);
  if (reason !== null) return <EmptyState title="It cannot carry security attributes">{reason}</EmptyState>;
  return (
    <EmptyState title="No security attribute is set on it">
      {resource.kind === "vcn"
        ? "ZPR policies name a VCN by its attribute: none can be about this one."
        : "ZPR does not apply to it. Network security groups and security lists alone decide."}
    </EmptyState>
  );
}

/** Where Oracle's pages give two limits, the lower one is only said: the service has the last word. */
function CapWarning({ detail: { resource, cap, warnAbove } }: { readonly detail: ResourceDetail }) {
  if (warnAbove === null || resource.securityAttributes.length < warnAbove) return null;
  const { label } = resourceKindFacts[resource.kind];
  return (
    <Banner
      tone="warning"
      className="mb-3"
      title={
        resource.securityAttributes.length > warnAbove
          ? `More than the ${warnAbove} attributes that Oracle's limits page allows here`
          : `Another attribute would be more than the ${warnAbove} that Oracle's limits page allows here`
      }
    >
      Its page on OKE gives {cap}. A {label.toLowerCase()} with more than {warnAbove} may be refused by the service.
    </Banner>
  );
}
