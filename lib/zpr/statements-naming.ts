import type { FoundStatement, StatementPresence } from "@/lib/zpr/node-join-statements";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { isSameNamed, mayName, simpleStatementFrom, type StatementSide } from "@/lib/zpr/simple-statement";
import type { ZprPolicyList } from "@/lib/zpr/zpr-policy";

/** Whether any statement that applies in a VCN speaks of something that carries these attributes. */
export type NamingStatement = { readonly presence: StatementPresence; readonly found: FoundStatement | null };

const outOfForce = ["FAILED", "DELETED", "DELETING"];

/**
 * Looks for a statement in force whose location is an attribute of the VCN and one of whose sides is one of these
 * attributes. That it is there does not say that it allows what is needed. A statement of another form that could be
 * meant makes it "cannot tell".
 * @param vcnAttributes what the VCN carries; `null` when it could not be read
 */
export function statementNaming(
  attributes: readonly SecurityAttribute[],
  vcnAttributes: readonly SecurityAttribute[] | null,
  { policies, isComplete }: ZprPolicyList,
): NamingStatement {
  const named = (side: StatementSide) =>
    side.kind === "attribute" && attributes.some((each) => isSameNamed(each, side.attribute));
  let doubtful: FoundStatement | null = null;
  for (const policy of policies) {
    if (outOfForce.includes(policy.lifecycleState)) continue;
    for (const text of policy.statements) {
      const found = { policyId: policy.id, policyName: policy.name, statement: text };
      const statement = simpleStatementFrom(text);
      if (statement === null) {
        if (attributes.some((each) => mayName(text, each))) doubtful ??= found;
        continue;
      }
      if (!named(statement.source) && !named(statement.target)) continue;
      const isHere = vcnAttributes?.some((each) => isSameNamed(each, statement.location)) ?? null;
      if (isHere === true && policy.lifecycleState === "ACTIVE") return { presence: "present", found };
      if (isHere !== false) doubtful ??= found;
    }
  }
  if (doubtful !== null) return { presence: "cannot-tell", found: doubtful };
  return { presence: isComplete && vcnAttributes !== null ? "not-found" : "cannot-tell", found: null };
}
