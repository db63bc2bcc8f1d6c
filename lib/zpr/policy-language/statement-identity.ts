import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import type { NamedAttribute, Statement, StatementSide } from "@/lib/zpr/policy-language/statement";

const foldedAttribute = ({ namespace, key, value }: NamedAttribute): NamedAttribute => ({
  namespace: namespace.toLowerCase(),
  key: key.toLowerCase(),
  value,
});

const foldedSide = <S extends StatementSide>(side: S): S =>
  side.endpoint.kind === "attribute"
    ? { ...side, endpoint: { kind: "attribute", attribute: foldedAttribute(side.endpoint.attribute) } }
    : side;

const foldedStatement = (statement: Statement): Statement =>
  statement.form === "same-vcn"
    ? {
        form: "same-vcn",
        location: foldedAttribute(statement.location),
        source: foldedSide(statement.source),
        target: foldedSide(statement.target),
      }
    : {
        form: "two-vcn",
        source: { ...foldedSide(statement.source), location: foldedAttribute(statement.source.location) },
        target: { ...foldedSide(statement.target), location: foldedAttribute(statement.target.location) },
      };

/**
 * One text for all wordings of what a valid statement says: names are compared without regard to case, as OCI looks them
 * up. A text with mistakes is only the same as itself, because nobody knows what the service makes of it.
 */
export function statementIdentity(text: string): string {
  const { statement, isValid } = parseStatement(text);
  return statement !== null && isValid ? printStatement(foldedStatement(statement)) : `text ${text.trim()}`;
}
