import { heldStatements, needPresence } from "@/lib/oke/required-statements/need-presence";
import { isTemplate, needText } from "@/lib/oke/required-statements/need-text";
import type { RequiredStatement, RequiredStatementState } from "@/lib/oke/required-statements/required-statement";
import {
  type ClusterSurface,
  type ClusterSurfaces,
  type NeedPlace,
  type StatementNeed,
  statementNeeds,
  type VcnAttributes,
} from "@/lib/oke/required-statements/statement-need";
import { type NodeJoinStatement, nodeJoinStatements } from "@/lib/zpr/node-join-statements";
import { ipBlockFrom, isBlockWithin } from "@/lib/zpr/policy-language/ip-block";
import { isSameNamed } from "@/lib/zpr/policy-language/named-attribute";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import type { Endpoint, Statement } from "@/lib/zpr/policy-language/statement";
import { coverKey, isCoveredBy, widerCoverKeys } from "@/lib/zpr/policy-lint/statement-cover";
import type { ZprPolicyList } from "@/lib/zpr/zpr-policy";

export type RequiredStatementsInput = {
  readonly surfaces: ClusterSurfaces;
  /** What the cluster's VCN carries. */
  readonly vcnAttributes: VcnAttributes;
  /** `null` when the policies could not be read. */
  readonly policies: ZprPolicyList | null;
};

type Presence = Pick<RequiredStatement, "state" | "evidence" | "found">;

/** Endpoints of statements that are the cluster's own parts, which are no clients of it. */
function ownOf({ endpoint, nodes, pods }: ClusterSurfaces): (endpoint: Endpoint) => boolean {
  const own = [...(endpoint === null ? [] : [endpoint]), ...nodes, ...pods];
  const blocks = own.flatMap((each) => each.blocks).flatMap((block) => ipBlockFrom(block) ?? []);
  const attributes = own.flatMap((each) => each.attributes);
  return (given) => {
    if (given.kind === "attribute") return attributes.some((each) => isSameNamed(each, given.attribute));
    const block = given.kind === "address" ? ipBlockFrom(given.text) : null;
    return block !== null && blocks.some((each) => isBlockWithin(block, each));
  };
}

const vcnsOf = (place: NeedPlace): readonly VcnAttributes[] =>
  place.form === "same-vcn" ? [place.vcn] : [place.source, place.target];

function presenceIn({ surfaces, policies }: RequiredStatementsInput): (need: StatementNeed) => Presence {
  const cannotTell = (evidence: string): Presence => ({ state: "cannot-tell", evidence, found: null });
  const isOwn = ownOf(surfaces);
  const held = new Map<string, ReturnType<typeof heldStatements>>();
  return (need) => {
    const vcns = vcnsOf(need.place);
    if (vcns.includes(null))
      return cannotTell(vcns.length === 1 ? "Its VCN could not be read." : "A VCN could not be read.");
    if (vcns.some((vcn) => vcn?.length === 0)) {
      const what = vcns.length === 1 ? "The VCN" : "One of the VCNs";
      const evidence = `${what} carries no security attribute, and a statement applies only in VCNs that carry its own.`;
      return { state: "missing", evidence, found: null };
    }
    if (vcns.some((vcn) => vcn?.every(({ unreadable }) => unreadable !== null))) {
      return cannotTell("What a VCN carries is not of a form we can read.");
    }
    if (policies === null) return cannotTell("The ZPR policies could not be read.");
    const key = JSON.stringify(need.place);
    const statements = held.get(key) ?? heldStatements(policies, need.place);
    held.set(key, statements);
    return needPresence(need, statements, { isComplete: policies.isComplete, isOwn });
  };
}

const whyOfJoin = "One of the three that let nodes with attributes join their cluster.";

const canonical = (text: string): string => {
  const { statement } = parseStatement(text);
  return statement === null ? text : printStatement(statement);
};

function joinState({ presence, statement, found }: NodeJoinStatement): RequiredStatementState {
  if (presence === "not-found") return "missing";
  if (presence === "cannot-tell") return "cannot-tell";
  return statement !== null && found !== null && canonical(statement) === canonical(found.statement)
    ? "present"
    : "equivalent";
}

function joinStatements(
  { resourceId, name, attributes }: ClusterSurface,
  { vcnAttributes, policies }: RequiredStatementsInput,
): readonly RequiredStatement[] {
  const { statements } = nodeJoinStatements({ nodeAttributes: attributes, vcnAttributes, policies });
  return statements.map((each) => ({
    code: each.code,
    part: "node-pools",
    neededBy: [{ resourceId, name }],
    state: joinState(each),
    text: each.statement,
    isTemplate: false,
    why: whyOfJoin,
    evidence: each.evidence,
    found: each.found,
    coveredBy: null,
  }));
}

/** What several resources need in the same words stands once, for all of them. */
function joined(statements: readonly RequiredStatement[]): readonly RequiredStatement[] {
  const byText = new Map<string, RequiredStatement>();
  for (const each of statements) {
    // Without a text nothing tells two apart but who needs them.
    const key = JSON.stringify([each.code, each.state, each.text ?? each.neededBy]);
    const known = byText.get(key);
    const neededBy = [...(known?.neededBy ?? []), ...each.neededBy];
    byText.set(key, {
      ...(known ?? each),
      neededBy: [...new Map(neededBy.map((resource) => [resource.resourceId, resource])).values()],
    });
  }
  return [...byText.values()];
}

type Meant = { readonly text: string; readonly statement: Statement; readonly place: number };

/** Says of missing statements which others of them allow the same or more. Of two that say the same, the first stays. */
function covered(statements: readonly RequiredStatement[]): readonly RequiredStatement[] {
  const missing = statements.map(({ state, text }, place): Meant | null => {
    const statement = state === "missing" && text !== null ? parseStatement(text).statement : null;
    return statement === null || text === null ? null : { text, statement, place };
  });
  const bySides = new Map<string, Meant[]>();
  for (const each of missing) {
    if (each === null) continue;
    const key = coverKey(each.statement);
    bySides.set(key, [...(bySides.get(key) ?? []), each]);
  }
  const widerThan = ({ statement, place }: Meant) =>
    widerCoverKeys(statement)
      .flatMap((key) => bySides.get(key) ?? [])
      .find(
        (other) =>
          other.place !== place &&
          isCoveredBy(statement, other.statement) &&
          (other.place < place || !isCoveredBy(other.statement, statement)),
      );
  /** The one that is written in its place: what covers it may itself be covered. */
  const widest = (each: Meant): Meant => {
    const wider = widerThan(each);
    return wider === undefined ? each : widest(wider);
  };
  return statements.map((each, index) => {
    const own = missing[index];
    const other = own == null ? null : widest(own);
    return other === null || other === own ? each : { ...each, coveredBy: other.text };
  });
}

/**
 * The statements that a cluster's endpoint, node pools, load balancers and mount targets need for what they carry, with
 * their own names, each held against the tenancy's policies. What the cluster's workloads need besides, only their owners know.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export function requiredStatements(input: RequiredStatementsInput): readonly RequiredStatement[] {
  const presence = presenceIn(input);
  const flows = statementNeeds(input.surfaces, input.vcnAttributes).map((need): RequiredStatement => {
    const { code, part, neededBy, why } = need;
    return {
      code,
      part,
      neededBy,
      why,
      text: needText(need),
      isTemplate: isTemplate(need),
      coveredBy: null,
      ...presence(need),
    };
  });
  const joins = input.surfaces.nodes.flatMap((nodes) => joinStatements(nodes, input));
  return covered(joined([...joins, ...flows]));
}
