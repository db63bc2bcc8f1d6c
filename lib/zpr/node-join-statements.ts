import { ipBlockFrom } from "@/lib/zpr/policy-language/ip-block";
import { isSameNamed, mayName } from "@/lib/zpr/policy-language/named-attribute";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import { protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";
import type { Endpoint, Filters, NamedAttribute, Statement } from "@/lib/zpr/policy-language/statement";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { ZprPolicy, ZprPolicyList } from "@/lib/zpr/zpr-policy";

export const statementPresences = ["present", "not-found", "cannot-tell"] as const;
export type StatementPresence = (typeof statementPresences)[number];

/** A statement as a policy holds it. */
export type FoundStatement = {
  readonly policyId: string;
  readonly policyName: string;
  readonly statement: string;
};

export type NodeJoinStatement = {
  readonly code: "nodes-to-all-endpoints" | "all-endpoints-to-nodes" | "nodes-to-osn-services";
  readonly presence: StatementPresence;
  /** The statement to paste, for the first attribute of the VCN and of the nodes; `null` while the VCN has none. */
  readonly statement: string | null;
  /** One sentence: what was found, or why nobody can tell. */
  readonly evidence: string;
  readonly found: FoundStatement | null;
};

/** Whether nodes that carry security attributes can join their cluster, as far as ZPR decides it. */
export type NodeJoinStatements = {
  /** `not-needed` when the nodes' primary VNICs carry no attributes. */
  readonly state: "present" | "missing" | "unknown" | "not-needed";
  /** The three that Oracle asks for, in its order; empty when none is needed. */
  readonly statements: readonly NodeJoinStatement[];
};

export type NodeJoinInput = {
  /** What the node pool's primary VNICs carry, or will carry. */
  readonly nodeAttributes: readonly SecurityAttribute[];
  /** What the VCN of the nodes carries; `null` when it could not be read. */
  readonly vcnAttributes: readonly SecurityAttribute[] | null;
  /** `null` when the policies could not be read. */
  readonly policies: ZprPolicyList | null;
};

type Names = { readonly nodes: readonly NamedAttribute[]; readonly vcn: readonly NamedAttribute[] };
type Fit = "full" | "partly" | "not";
type Wanted = {
  readonly code: NodeJoinStatement["code"];
  readonly text: (node: string) => string;
  readonly fit: (statement: Statement, isNode: (endpoint: Endpoint) => boolean) => Fit;
};

const tcp = 6;

/** Whether packets to TCP port 443 pass. No filter means every protocol, a protocol without ports every port of it. */
const isTcp443 = ({ protocol }: Filters): boolean => {
  if (protocol === null) return true;
  const { name, ports } = protocol;
  return protocolNumberOf(name) === tcp && (ports === null || (ports.from <= 443 && ports.to >= 443));
};

const isUnfiltered = ({ protocol, icmpType, icmpCode, isStateless }: Filters) =>
  protocol === null && icmpType === null && icmpCode === null && !isStateless;

/** Only attributes and the two words can be compared; an address may well be wide enough. */
const towards = (wanted: "all-endpoints" | "osn-services"): Wanted["fit"] => {
  return ({ source, target }, isNode) => {
    const isFromNodes = isNode(source.endpoint);
    if (!isFromNodes && source.endpoint.kind !== "all-endpoints") return "not";
    if (target.endpoint.kind !== wanted) {
      return wanted === "all-endpoints" && isWide(target.endpoint) ? "partly" : "not";
    }
    return isFromNodes && isUnfiltered(source.filters) && isUnfiltered(target.filters) ? "full" : "partly";
  };
};

const isWide = (endpoint: Endpoint) => endpoint.kind === "address" && ipBlockFrom(endpoint.text)?.prefixLength === 0;

const wantedStatements: readonly Wanted[] = [
  {
    code: "nodes-to-all-endpoints",
    text: (node) => `${node} endpoints to connect to all-endpoints`,
    fit: towards("all-endpoints"),
  },
  {
    code: "all-endpoints-to-nodes",
    text: (node) => `all-endpoints to connect to ${node} endpoints with protocol='tcp/443'`,
    fit: ({ source, target }, isNode) => {
      const isFromAll = source.endpoint.kind === "all-endpoints";
      if (!isNode(target.endpoint) || (!isFromAll && !isWide(source.endpoint))) return "not";
      if (!isTcp443(target.filters)) return "not";
      const isPlain = isUnfiltered({ ...target.filters, protocol: null });
      return isFromAll && isPlain && isUnfiltered(source.filters) ? "full" : "partly";
    },
  },
  {
    code: "nodes-to-osn-services",
    text: (node) => `${node} endpoints to connect to 'osn-services-ip-addresses'`,
    fit: towards("osn-services"),
  },
];

const settled = ["ACTIVE"];
const notInForce = ["FAILED", "DELETED", "DELETING"];

type Judged = { readonly policy: ZprPolicy; readonly text: string; readonly fit: Fit; readonly isRead: boolean };

function judge(policy: ZprPolicy, text: string, wanted: Wanted, { nodes, vcn }: Names): Judged {
  const { statement, tree } = parseStatement(text);
  if (statement === null) {
    // The form about two VCNs names attributes on both sides, so it is none of the three.
    const isTwoVcns = tree.location === null && tree.source.location !== null;
    const fit = !isTwoVcns && nodes.some((node) => mayName(text, node)) ? "partly" : "not";
    return { policy, text, fit, isRead: false };
  }
  const isNode = (endpoint: Endpoint) =>
    endpoint.kind === "attribute" && nodes.some((node) => isSameNamed(node, endpoint.attribute));
  const isHere = statement.form === "same-vcn" && vcn.some((each) => isSameNamed(each, statement.location));
  return { policy, text, fit: isHere ? wanted.fit(statement, isNode) : "not", isRead: true };
}

const foundFrom = ({ policy, text }: Judged): FoundStatement => ({
  policyId: policy.id,
  policyName: policy.name,
  statement: text,
});

function doubtOf({ policy, isRead }: Judged): string {
  if (!settled.includes(policy.lifecycleState)) {
    return `Policy ${policy.name} holds such a statement, but its state is ${policy.lifecycleState}.`;
  }
  return isRead
    ? `Policy ${policy.name} holds a statement that may be enough or not: it is wider or narrower than the one Oracle gives.`
    : `Policy ${policy.name} names the attribute in a statement that this console cannot read.`;
}

function presenceOf(wanted: Wanted, names: Names, { policies, isComplete }: ZprPolicyList) {
  const judged = policies
    .filter(({ lifecycleState }) => !notInForce.includes(lifecycleState))
    .flatMap((policy) => policy.statements.map((text) => judge(policy, text, wanted, names)))
    .filter(({ fit }) => fit !== "not");
  const full = judged.find(({ policy, fit }) => fit === "full" && settled.includes(policy.lifecycleState));
  if (full) {
    return { presence: "present", evidence: `Policy ${full.policy.name} holds it.`, found: foundFrom(full) } as const;
  }
  const [doubtful] = judged;
  if (doubtful) {
    return { presence: "cannot-tell", evidence: doubtOf(doubtful), found: foundFrom(doubtful) } as const;
  }
  if (!isComplete) {
    const evidence = "None of the policies read holds it, but their list could not be read to its end.";
    return { presence: "cannot-tell", evidence, found: null } as const;
  }
  return { presence: "not-found", evidence: "No ZPR policy in force holds it.", found: null } as const;
}

function statementOf(wanted: Wanted, { nodeAttributes, vcnAttributes, policies }: NodeJoinInput): NodeJoinStatement {
  const nodes = nodeAttributes.filter(({ unreadable }) => unreadable === null);
  const vcn = (vcnAttributes ?? []).filter(({ unreadable }) => unreadable === null);
  const [node, place] = [nodes[0], vcn[0]];
  const statement = node && place ? `in ${printAttribute(place)} VCN allow ${wanted.text(printAttribute(node))}` : null;
  const base = { code: wanted.code, statement, found: null };
  const cannotTell = (evidence: string) => ({ ...base, presence: "cannot-tell" as const, evidence });
  if (vcnAttributes === null) return cannotTell("The VCN of the nodes could not be read.");
  if (vcnAttributes.length === 0) {
    const evidence = "The VCN carries no security attribute, and a statement applies only in VCNs that carry its own.";
    return { ...base, presence: "not-found", evidence };
  }
  if (nodes.length === 0 || vcn.length === 0)
    return cannotTell("The security attributes are not of a form we can read.");
  if (policies === null) return cannotTell("The ZPR policies could not be read.");
  return { ...base, ...presenceOf(wanted, { nodes, vcn }, policies) };
}

/**
 * Looks among the tenancy's ZPR policies for the three statements that Oracle asks for before nodes with security
 * attributes on their primary VNIC can join their cluster. Plain statements are compared; whatever is written otherwise
 * and could be one of the three is "cannot tell", never "present" and never "not found".
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export function nodeJoinStatements(input: NodeJoinInput): NodeJoinStatements {
  if (input.nodeAttributes.length === 0) return { state: "not-needed", statements: [] };
  const statements = wantedStatements.map((wanted) => statementOf(wanted, input));
  const presences = statements.map(({ presence }) => presence);
  if (presences.includes("not-found")) return { state: "missing", statements };
  return { state: presences.includes("cannot-tell") ? "unknown" : "present", statements };
}
