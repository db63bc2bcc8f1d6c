import type { Severity } from "@/lib/zpr/policy-language/diagnostic";

/** What a rule needs to know besides the text of the statements. Without it, the rule says nothing. */
export type LintNeed = "catalog" | "vcns" | "resources" | "peerings" | "node-pools" | "policies";

type LintRuleFacts = {
  readonly severity: Severity;
  /** Why the rule is there, in one line. */
  readonly reason: string;
  /** What to do about it, in one line. */
  readonly cure: string;
  readonly needs: readonly LintNeed[];
  /** Statements of one policy that break the rule, where their text alone can. */
  readonly example: readonly string[];
};

const start = "in net.vcn:prod VCN allow";
const web = "app.tier:web endpoints";
const to = "to connect to app.tier:db endpoints";
const tcp = "with protocol='tcp/1521'";

/** What the linter reports about statements that parse, by rule id. Ids are never given a second meaning. */
export const lintRules = {
  "unqualified-attribute": {
    severity: "info",
    reason: "An attribute without a namespace is one of oracle-zpr, which readers easily miss.",
    cure: "Write the namespace.",
    needs: [],
    example: [`${start} tier:web endpoints ${to} ${tcp}`],
  },
  "key-named-like-namespace": {
    severity: "warning",
    reason: "The attribute has no namespace, oracle-zpr has no such key, and a namespace has that name.",
    cure: "Write namespace and key, if that namespace was meant.",
    needs: ["catalog"],
    example: [],
  },
  "colon-in-value": {
    severity: "warning",
    reason: "Without quotes, the first colon ends the key; a second one is most likely meant to be a period.",
    cure: "Write a period between namespace and key, or quote the attribute.",
    needs: [],
    example: [`${start} app:tier:web endpoints ${to} ${tcp}`],
  },
  "undefined-attribute": {
    severity: "warning",
    reason: "The service accepts attributes that do not exist; they match nothing.",
    cure: "Correct the name, or remove the statement.",
    needs: ["catalog"],
    example: [],
  },
  "unresolved-attribute": {
    severity: "warning",
    reason: "The namespace is not among those that can be seen: it does not exist, or it is hidden.",
    cure: "Correct the namespace, or look with the permission to inspect it.",
    needs: ["catalog"],
    example: [],
  },
  "retired-attribute": {
    severity: "warning",
    reason: "A retired attribute cannot be added to resources; Oracle does not say what it still matches.",
    cure: "Reactivate the attribute, or name another.",
    needs: ["catalog"],
    example: [],
  },
  "deleting-attribute": {
    severity: "warning",
    reason: "The attribute is being removed from all resources, which takes up to 48 hours.",
    cure: "Name another attribute, or remove the statement.",
    needs: ["catalog"],
    example: [],
  },
  "deleted-attribute": {
    severity: "warning",
    reason: "A deleted attribute matches nothing.",
    cure: "Name another attribute, or remove the statement.",
    needs: ["catalog"],
    example: [],
  },
  "value-not-allowed": {
    severity: "warning",
    reason: "The value is not one of those that the attribute allows, so no resource can be given it.",
    cure: "Name a value of the list; values are compared with regard to case.",
    needs: ["catalog"],
    example: [],
  },
  "other-spelling": {
    severity: "info",
    reason: "Names are found without regard to case; this one is stored in other letters.",
    cure: "Write the name as it is stored.",
    needs: ["catalog"],
    example: [],
  },
  "location-without-vcn": {
    severity: "warning",
    reason: "No VCN that was read carries the attribute of the location, so the statement applies in none of them.",
    cure: "Give the attribute to the VCN, or name the one that it carries.",
    needs: ["vcns"],
    example: [],
  },
  "vcns-not-peered": {
    severity: "warning",
    reason: "A statement about two VCNs makes no connection, and neither local peering nor a common DRG is seen.",
    cure: "Peer the VCNs or attach both to one DRG, unless they are connected in another way; or remove the statement.",
    needs: ["vcns", "peerings"],
    example: [],
  },
  "vcns-in-different-regions": {
    severity: "warning",
    reason: "Both VCNs of a statement about two must be in one region; of those that carry the attributes, no two are.",
    cure: "Correct the location, or allow the other side by its addresses in one statement for each VCN.",
    needs: ["vcns"],
    example: [],
  },
  "endpoint-without-resource": {
    severity: "info",
    reason:
      "Of the resources that can carry one (API endpoints, VNICs of nodes, load balancers, mount targets), none that was read carries the attribute, so this side matches none of them.",
    cure: "Correct the attribute, or give it to the resource.",
    needs: ["resources"],
    example: [],
  },
  "every-address": {
    severity: "warning",
    reason: "The block of all addresses leaves the choice of who connects to the other controls.",
    cure: "Name the blocks that are meant.",
    needs: [],
    example: [`${start} '0.0.0.0/0' ${to} ${tcp}`],
  },
  "all-endpoints": {
    severity: "info",
    reason: "all-endpoints is every endpoint of the VCN, with or without security attributes.",
    cure: "Name an attribute, unless every endpoint is meant.",
    needs: [],
    example: [`${start} all-endpoints ${to} ${tcp}`],
  },
  "no-protocol": {
    severity: "info",
    reason: "Without a protocol, every protocol and port is allowed.",
    cure: "Add with protocol='tcp/443', or what is meant.",
    needs: [],
    example: [`${start} ${web} ${to}`],
  },
  "host-bits": {
    severity: "warning",
    reason: "The address has bits behind its prefix; which block the service takes it for is not documented.",
    cure: "Write the address of the network, or a longer prefix.",
    needs: [],
    example: [`${start} '192.168.1.1/16' ${to} ${tcp}`],
  },
  "source-filter": {
    severity: "info",
    reason: "Oracle shows filters behind the source, and does not say what they mean there: perhaps the source port.",
    cure: "Put the filter behind the target, if the port connected to is meant.",
    needs: [],
    example: [`${start} ${web} with protocol='tcp/8080' ${to} ${tcp}`],
  },
  "port-without-meaning": {
    severity: "warning",
    reason: "Packets of this protocol have no ports.",
    cure: "Leave the port out.",
    needs: [],
    example: [`${start} ${web} ${to} with protocol='icmp/8'`],
  },
  "icmp-filter-alone": {
    severity: "warning",
    reason: "An ICMP type narrows protocol='icmp', and a code narrows a type; alone, their meaning is not documented.",
    cure: "Add the filters that it narrows.",
    needs: [],
    example: [`${start} ${web} ${to} with protocol='tcp/22', protocol.icmp.type='8'`],
  },
  "needless-quotes": {
    severity: "info",
    reason: "The quotes change nothing; without them the statement reads as others do.",
    cure: "Leave the quotes out.",
    needs: [],
    example: [`${start} 'app.tier:web' endpoints ${to} ${tcp}`],
  },
  "hidden-character": {
    severity: "warning",
    reason: "Characters that cannot be seen make two values look the same, or text run backwards.",
    cure: "Leave them out, unless resources carry the value so.",
    needs: [],
    example: [`${start} 'app.tier:we\u200Bb' endpoints ${to} ${tcp}`],
  },
  "blank-at-the-edge": {
    severity: "warning",
    reason: "The value begins or ends with a blank, which counts.",
    cure: "Leave the blank out, unless resources carry the value so.",
    needs: [],
    example: [`${start} 'app.tier:web ' endpoints ${to} ${tcp}`],
  },
  "duplicate-statement": {
    severity: "warning",
    reason: "Another statement says the same; removing one of them changes nothing.",
    cure: "Remove one of them.",
    needs: [],
    example: [`${start} ${web} ${to} ${tcp}`, `${start} APP.Tier:web ${to} with protocol='6/1521'`],
  },
  "shadowed-statement": {
    severity: "warning",
    reason: "Another statement allows all that this one does, so removing this one closes nothing.",
    cure: "Remove it, or narrow the other.",
    needs: [],
    example: [`${start} '10.0.0.0/8' ${to} with protocol='tcp'`, `${start} '10.1.0.0/16' ${to} ${tcp}`],
  },
  "many-statements": {
    severity: "warning",
    reason: "Oracle's API reference allows 25 statements in a policy, its newest limits page 50.",
    cure: "Put some into another policy.",
    needs: [],
    example: [],
  },
  "too-many-statements": {
    severity: "error",
    reason: "No page of Oracle's allows more than 50 statements in a policy.",
    cure: "Put some into another policy.",
    needs: [],
    example: [],
  },
  "over-policy-limit": {
    severity: "warning",
    reason:
      "A tenancy has at most 100 policies, 200 statements of the two-VCN form, and 1,600 that name one attribute. Oracle calls all of these policies; the last two can only be statements.",
    cure: "Join policies, remove statements, or ask Oracle for a higher limit.",
    needs: ["policies"],
    example: [],
  },
  "nodes-cannot-join": {
    severity: "warning",
    reason:
      "Nodes with attributes on their primary VNIC join their cluster only with three statements of Oracle's guide.",
    cure: "Create the statements that are missing.",
    needs: ["node-pools", "policies"],
    example: [],
  },
} as const satisfies Record<string, LintRuleFacts>;

export type LintRule = keyof typeof lintRules;
