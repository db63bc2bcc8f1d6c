import type { ReactNode } from "react";
import { ChangeValueButton, RemoveAttributeButton } from "@/components/shared/edit-actions";
import { attributeName } from "@/components/shared/policy-text";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import { BodyCell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { securityAttributesDifference } from "@/lib/zpr/security-attributes";

type DeclaredComparisonProps = {
  readonly declared: readonly SecurityAttribute[];
  readonly stored: readonly SecurityAttribute[];
  /** Given: what is declared can be edited where it stands. */
  readonly editable?: ProtectedResource | undefined;
};

type Pair = { readonly declared: SecurityAttribute | null; readonly stored: SecurityAttribute | null };

const pairsOf = ({ declared, stored }: DeclaredComparisonProps): readonly Pair[] => {
  const { added, removed, changed, unchanged } = securityAttributesDifference(stored, declared);
  return [
    ...added.map((attribute) => ({ declared: attribute, stored: null })),
    ...changed.map(({ before, after }) => ({ declared: after, stored: before })),
    ...removed.map((attribute) => ({ declared: null, stored: attribute })),
    ...unchanged.map((attribute) => ({ declared: attribute, stored: attribute })),
  ];
};

// A mode that a manifest leaves out agrees with any.
const isSame = ({ declared, stored }: Pair): boolean =>
  declared !== null &&
  stored !== null &&
  declared.value === stored.value &&
  (declared.mode === null || declared.mode === stored.mode) &&
  declared.unreadable === stored.unreadable;

/** Whether every attribute is declared as it is stored. */
export const isAllSame = (sets: DeclaredComparisonProps): boolean => pairsOf(sets).every(isSame);

/** Declared and stored beside each other, a row for each attribute, those that differ first. */
export function DeclaredComparison({ declared, stored, editable }: DeclaredComparisonProps) {
  const pairs = pairsOf({ declared, stored }).toSorted((a, b) => Number(isSame(a)) - Number(isSame(b)));
  if (pairs.length === 0) return <p className="text-muted">Nothing is declared, and nothing is stored.</p>;
  return (
    <Table label="Declared and stored" isStacked>
      <thead>
        <tr>
          <HeaderCell isFirst>Attribute</HeaderCell>
          <HeaderCell>Declared</HeaderCell>
          <HeaderCell>Stored in OCI</HeaderCell>
          <HeaderCell>Agreement</HeaderCell>
          {editable !== undefined && <HeaderCell>Edit the manifest</HeaderCell>}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <PairRow key={keyOf(pair)} pair={pair} editable={editable} />
        ))}
      </tbody>
    </Table>
  );
}

const keyOf = ({ declared, stored }: Pair): string =>
  [declared?.namespace, declared?.key, stored?.namespace, stored?.key].join("\u0000");

type PairRowProps = { readonly pair: Pair; readonly editable: ProtectedResource | undefined };

function PairRow({ pair, editable }: PairRowProps) {
  const named = pair.declared ?? pair.stored;
  return (
    <Row>
      <BodyCell isFirst>
        <Literal text={named === null ? "" : attributeName(named)} className="font-mono" />
      </BodyCell>
      <BodyCell label="Declared">{valueOf(pair.declared, "Not declared")}</BodyCell>
      <BodyCell label="Stored in OCI">{valueOf(pair.stored, "Not set")}</BodyCell>
      <BodyCell label="Agreement">
        {isSame(pair) ? (
          <StatusWord shape="tick" tone="allowed">
            Same
          </StatusWord>
        ) : (
          <StatusWord shape="triangle-outline" tone="warning">
            Different
          </StatusWord>
        )}
      </BodyCell>
      {editable !== undefined && (
        <BodyCell label="Edit the manifest">
          {pair.declared !== null && (
            <span className="flex">
              <ChangeValueButton resource={editable} attribute={pair.declared} />
              <RemoveAttributeButton resource={editable} attribute={pair.declared} />
            </span>
          )}
        </BodyCell>
      )}
    </Row>
  );
}

function valueOf(attribute: SecurityAttribute | null, absent: string): ReactNode {
  if (attribute === null) return <span className="text-muted">{absent}</span>;
  if (attribute.unreadable !== null) return <Literal text={attribute.unreadable} className="font-mono" />;
  return (
    <span className="wrap-anywhere">
      <Literal text={attribute.value} className="font-mono" />{" "}
      <span className="text-note text-muted">
        {attribute.mode === null ? "no mode" : <Literal text={attribute.mode} />}
      </span>
    </span>
  );
}
