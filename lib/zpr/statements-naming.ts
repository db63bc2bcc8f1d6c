import type { FoundStatement, StatementPresence } from "@/lib/zpr/node-join-statements";
import { isSameNamed, mayName } from "@/lib/zpr/policy-language/named-attribute";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import type { NamedAttribute, Statement } from "@/lib/zpr/policy-language/statement";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { ZprPolicyList } from "@/lib/zpr/zpr-policy";

/** Whether any statement that applies in a VCN speaks of something that carries these attributes. */
export type NamingStatement = { readonly presence: StatementPresence; readonly found: FoundStatement | null };

const outOfForce = ["FAILED", "DELETED", "DELETING"];

/**
 * Looks for a statement in force whose location is an attribute of the VCN and one of whose sides is one of these
 * attributes. That it is there does not say that it allows what is needed. A text that does not parse and could be meant
 * makes it "cannot tell".
 * @param vcnAttributes what the VCN carries; `null` when it could not be read
 */
export function statementNaming(
  attributes: readonly SecurityAttribute[],
  vcnAttributes: readonly SecurityAttribute[] | null,
  { policies, isComplete }: ZprPolicyList,
): NamingStatement {
  let doubtful: FoundStatement | null = null;
  for (const policy of policies) {
    if (outOfForce.includes(policy.lifecycleState)) continue;
    for (const text of policy.statements) {
      const found = { policyId: policy.id, policyName: policy.name, statement: text };
      const statement = parseStatement(text).statement;
      if (statement === null) {
        if (attributes.some((each) => mayName(text, each))) doubtful ??= found;
        continue;
      }
      const locations = locationsNaming(statement, attributes);
      if (locations.length === 0) continue;
      const isHere = vcnAttributes?.some((each) => locations.some((location) => isSameNamed(each, location))) ?? null;
      if (isHere === true && policy.lifecycleState === "ACTIVE") return { presence: "present", found };
      if (isHere !== false) doubtful ??= found;
    }
  }
  if (doubtful !== null) return { presence: "cannot-tell", found: doubtful };
  return { presence: isComplete && vcnAttributes !== null ? "not-found" : "cannot-tell", found: null };
}

/** The locations of the sides that are one of the attributes. */
function locationsNaming(statement: Statement, attributes: readonly SecurityAttribute[]): readonly NamedAttribute[] {
  return (["source", "target"] as const).flatMap((side) => {
    const { endpoint } = statement[side];
    const isNamed = endpoint.kind === "attribute" && attributes.some((each) => isSameNamed(each, endpoint.attribute));
    if (!isNamed) return [];
    return [statement.form === "same-vcn" ? statement.location : statement[side].location];
  });
}
