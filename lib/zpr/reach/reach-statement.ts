import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import type { Endpoint, Filters, Statement } from "@/lib/zpr/policy-language/statement";
import { type AddressRange, addressRangeFrom } from "@/lib/zpr/reach/address-range";
import { both, type Certainty, perhaps, yes } from "@/lib/zpr/reach/certainty";
import { type ProtocolSet, protocolSetFrom } from "@/lib/zpr/reach/protocol-set";
import type { ReachPolicy } from "@/lib/zpr/reach/reach-world";

/** Where a statement stands. The same text may stand in several places. */
export type StatementPlace = {
  readonly policyId: string;
  readonly policyName: string;
  readonly lifecycleState: ReachPolicy["lifecycleState"];
  /** From 0. */
  readonly index: number;
};

/** Why a statement may allow less than it says. */
export type StatementDoubt =
  /** No policy that holds it is ACTIVE: it is being created, updated, or needs attention. */
  | "policy-not-active"
  /** It has mistakes that leave its meaning clear; the service may refuse it all the same. */
  | "has-mistakes"
  /** It filters its source, and Oracle does not say what that means. */
  | "source-filter"
  /** It is stateless: answers need a statement of their own. */
  | "stateless";

/** A side of a statement, with names and addresses made comparable. */
export type StatementSide =
  | { readonly kind: "attribute"; readonly key: string }
  | { readonly kind: "all-endpoints" | "osn-services" }
  | { readonly kind: "address"; readonly range: AddressRange };

export type StatementMeaning = {
  readonly form: Statement["form"];
  /** Keys of the locations; in the same-VCN form both are the same. */
  readonly sourceLocation: string;
  readonly targetLocation: string;
  readonly source: StatementSide;
  readonly target: StatementSide;
  readonly protocol: ProtocolSet;
};

/** A text without regard to where it stands. */
export type ReadText = {
  readonly text: string;
  /** `null` when it cannot be read. */
  readonly meaning: StatementMeaning | null;
  readonly doubts: readonly StatementDoubt[];
};

/** One distinct text among all policies. */
export type ReachStatement = ReadText & {
  readonly places: readonly StatementPlace[];
  /** How sure it allows what it says: by its policies and by itself. */
  readonly certainty: Certainty;
};

function sideFrom(endpoint: Endpoint): StatementSide | null {
  if (endpoint.kind === "attribute") return { kind: "attribute", key: namedAttributeKey(endpoint.attribute) };
  if (endpoint.kind !== "address") return { kind: endpoint.kind };
  const range = addressRangeFrom(endpoint.text);
  return range && { kind: "address", range };
}

const isFiltered = ({ protocol, icmpType, icmpCode, isStateless }: Filters): boolean =>
  protocol !== null || icmpType !== null || icmpCode !== null || isStateless;

export function readText(text: string): ReadText {
  const { statement, isValid } = parseStatement(text);
  const source = statement && sideFrom(statement.source.endpoint);
  const target = statement && sideFrom(statement.target.endpoint);
  if (statement === null || source === null || target === null) return { text, meaning: null, doubts: [] };
  const [from, to] =
    statement.form === "same-vcn"
      ? [statement.location, statement.location]
      : [statement.source.location, statement.target.location];
  const doubts: StatementDoubt[] = [];
  if (!isValid) doubts.push("has-mistakes");
  if (isFiltered(statement.source.filters)) doubts.push("source-filter");
  if (statement.target.filters.isStateless) doubts.push("stateless");
  const meaning = {
    form: statement.form,
    sourceLocation: namedAttributeKey(from),
    targetLocation: namedAttributeKey(to),
    source,
    target,
    protocol: protocolSetFrom(statement.target.filters),
  };
  return { text, meaning, doubts };
}

const notInForce: readonly ReachPolicy["lifecycleState"][] = ["FAILED", "DELETING", "DELETED"];

/**
 * Every distinct text of the policies that are in force or may be, once. `known` holds what was read before, and what
 * is read now is added to it.
 */
export function statementsOf(
  policies: readonly ReachPolicy[],
  known: Map<string, ReadText>,
): readonly ReachStatement[] {
  const placesByText = new Map<string, StatementPlace[]>();
  for (const { id, name, lifecycleState, statements } of policies) {
    if (notInForce.includes(lifecycleState)) continue;
    for (const [index, text] of statements.entries()) {
      const place = { policyId: id, policyName: name, lifecycleState, index };
      const places = placesByText.get(text);
      if (places === undefined) placesByText.set(text, [place]);
      else places.push(place);
    }
  }
  return Array.from(placesByText, ([text, places]) => {
    const read = known.get(text) ?? readText(text);
    known.set(text, read);
    const isActive = places.some(({ lifecycleState }) => lifecycleState === "ACTIVE");
    const doubts: readonly StatementDoubt[] = isActive ? read.doubts : ["policy-not-active", ...read.doubts];
    const certainty = both(doubts.length === 0 ? yes : perhaps, read.meaning === null ? perhaps : yes);
    return { ...read, doubts, places, certainty };
  });
}
