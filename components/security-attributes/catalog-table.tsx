import { AllowedValues } from "@/components/security-attributes/allowed-values";
import { DefinitionState } from "@/components/security-attributes/definition-state";
import { UsedValues } from "@/components/security-attributes/used-values";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { BodyCell, HeaderCell, Row, Table } from "@/components/ui/table";
import type {
  NamespaceSummary,
  SecurityAttributeListItem,
  SecurityAttributesResponse,
} from "@/lib/contract/security-attributes";
import { formatAtLeast, formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

type Group = { readonly name: string; readonly rows: readonly SecurityAttributeListItem[] };

/** Rows come by name, so those of one namespace stand together. */
function groupsOf(rows: readonly SecurityAttributeListItem[]): readonly Group[] {
  const groups = new Map<string, SecurityAttributeListItem[]>();
  for (const row of rows) {
    const group = groups.get(row.namespace);
    if (group) group.push(row);
    else groups.set(row.namespace, [row]);
  }
  return [...groups].map(([name, members]) => ({ name, rows: members }));
}

const headers = ["Security attribute", "State", "Allowed values", "Carried with", "Resources"] as const;

/** One page of security attributes, grouped by namespace. */
export function CatalogTable({ catalog }: { readonly catalog: SecurityAttributesResponse }) {
  const { isComplete } = catalog.completeness;
  return (
    <Table label="Security attributes" isStacked>
      <thead>
        <tr>
          {headers.map((header, index) => (
            <HeaderCell key={header} isFirst={index === 0} {...(header === "Resources" && { align: "end" })}>
              {header}
            </HeaderCell>
          ))}
        </tr>
      </thead>
      {groupsOf(catalog.items).map(({ name, rows }) => (
        <tbody key={name}>
          <NamespaceRow name={name} summary={catalog.namespaces.find(({ id }) => id === rows[0]?.namespaceId)} />
          {rows.map((attribute) => (
            <AttributeRow key={attribute.key} attribute={attribute} isComplete={isComplete} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

/** The head of a group: the namespace with its own state, or that it cannot be seen. */
function NamespaceRow({ name, summary }: { readonly name: string; readonly summary: NamespaceSummary | undefined }) {
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={headers.length}
        className="border-line bg-canvas h-(--row-height) border-b px-3 py-1 text-left font-normal [tbody+tbody_&]:border-t"
      >
        <span className="inline-flex max-w-full flex-wrap items-center gap-x-3">
          <Literal text={name} className="font-mono font-medium" />
          {summary ? (
            <>
              {summary.state !== "ok" && <DefinitionState state={summary.state} />}
              <span className="text-muted">
                {formatCounted(summary.keyCount, "attribute")}
                {!summary.isKeyListComplete && ", not all could be listed"}
              </span>
              <span className="text-muted">
                <Literal text={summary.description} />
              </span>
            </>
          ) : (
            <span className="text-muted">No such namespace is among those you can see</span>
          )}
        </span>
      </th>
    </tr>
  );
}

type AttributeRowProps = { readonly attribute: SecurityAttributeListItem; readonly isComplete: boolean };

function AttributeRow({ attribute, isComplete }: AttributeRowProps) {
  const { namespace, key, description, state, reason, resourceCount } = attribute;
  return (
    <Row>
      <BodyCell isFirst>
        <span className="flex flex-col items-start sm:max-w-96 sm:min-w-56">
          <TextLink href={routes.securityAttribute(namespace, key)} look="name">
            <span className="text-note font-mono">
              <span className="text-muted font-normal">
                <Literal text={namespace} />.
              </span>
              <Literal text={key} />
            </span>
          </TextLink>
          {description && (
            <span className="text-note text-muted max-w-[44ch]">
              <Literal text={description} />
            </span>
          )}
        </span>
      </BodyCell>
      <BodyCell label="State">
        <DefinitionState state={state} />
        {state !== "ok" && (
          <p className="text-note text-muted max-w-[40ch]">
            <Literal text={reason} />
          </p>
        )}
      </BodyCell>
      <BodyCell label="Allowed values">
        <span className="block max-w-[36ch]">
          <AllowedValues values={attribute.allowedValues} />
        </span>
      </BodyCell>
      <BodyCell label="Carried with">
        <UsedValues attribute={attribute} isComplete={isComplete} />
      </BodyCell>
      <BodyCell label="Resources" align="end">
        {resourceCount === 0 ? (
          <span className="text-muted">{formatAtLeast(0, isComplete)}</span>
        ) : (
          <TextLink href={routes.resources({ attr: `${namespace}.${key}` })}>
            {formatAtLeast(resourceCount, isComplete)}
            <span className="sr-only"> resources carry {`${namespace}.${key}`}</span>
          </TextLink>
        )}
      </BodyCell>
    </Row>
  );
}
