import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { StatementPart, TraceVerdict } from "@/lib/zpr/reach/trace-words";

type VerdictWords = {
  readonly tone: Extract<Tone, "neutral" | "allowed" | "blocked" | "unknown">;
  readonly begins: string;
};

/** The sentence of a verdict, up to the ends. */
export const verdictWords: Record<TraceVerdict, VerdictWords> = {
  allowed: { tone: "allowed", begins: "ZPR allows traffic" },
  partly: { tone: "neutral", begins: "ZPR allows a part of the traffic" },
  blocked: { tone: "blocked", begins: "ZPR blocks traffic" },
  "not-governed": { tone: "neutral", begins: "ZPR does not govern traffic" },
  unknown: { tone: "unknown", begins: "It is not known whether ZPR allows traffic" },
};

export const partWords: Record<StatementPart, { readonly word: string; readonly shape: GlyphShape }> = {
  location: { word: "VCN", shape: "octagon" },
  source: { word: "source", shape: "octagon" },
  destination: { word: "destination", shape: "octagon" },
  protocol: { word: "protocol", shape: "octagon" },
};

/** Codes of the evaluator in words. A code that is not here is shown as it is. */
const codeWords: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  "statement-allows": "A statement allows it.",
  "statements-allow-together": "Statements allow it together, each a part of it.",
  "statement-allows-a-part": "Statements allow some of it; nothing allows the rest.",
  "no-attribute-on-either-side": "Neither end carries a security attribute.",
  "no-statement": "No statement that applies allows it.",
  "no-statement-for-source": "No statement in the source’s VCN allows it; across VCNs by address each end needs one.",
  "no-statement-for-destination":
    "No statement in the destination’s VCN allows it; across VCNs by address each end needs one.",
  "vcn-does-not-carry": "the VCN does not carry the attribute of the location",
  "no-vcn": "an end is in no VCN that the statement could name",
  "regions-differ": "the VCNs are in different regions",
  "vcn-unread": "The attributes of the VCN could not be read.",
  "vcn-attribute-doubtful": "The VCN’s attribute is deleted, retired or not enforced.",
  "one-vcn-for-both": "The statement gives each side its VCN and both are the same one; that is not documented.",
  "attribute-not-carried": "it does not carry the attribute",
  "outside-the-vcn": "an attribute means resources of the statement’s VCN only",
  "address-not-in-block": "its address is not in the block",
  "not-osn-services": "Oracle’s services are named by a word of their own only",
  "protocol-not-covered": "the filter lets other protocols or ports pass",
  "attributes-unread": "What one end carries could not all be read.",
  "attribute-doubtful": "An attribute counts only perhaps: deleted, retired, not enforced, or not on all VNICs.",
  "address-unknown": "The private addresses of an end are not known.",
  "address-partly-in-block": "Only some addresses of an end are in the block, or it may be in it.",
  "address-may-carry": "The address may be that of a resource which carries the attribute.",
  "all-endpoints-outside": "Whether all-endpoints means addresses outside the VCN is not documented.",
  "osn-addresses-unknown": "The addresses of Oracle’s services are not known; the block may hold some.",
  "some-endpoints": "The statement means some of the endpoints, not all.",
  "policy-not-active": "The policy that holds it is not ACTIVE.",
  "has-mistakes": "It has mistakes, and the service may not take it as it is read here.",
  "source-filter": "It filters its source, and Oracle does not say what that means.",
  stateless: "It is stateless: the answers need a statement of their own, which is not looked for.",
  "protocol-partly-covered": "It allows a part of the protocols or ports that were asked about.",
  "endpoint-unread": "The resource is not among what was read, or has no VNIC in a VCN of yours.",
  "endpoint-vcn-unknown": "It is not known in which VCN the resource is.",
  "no-endpoint": "Neither end is a resource, so there is no VCN to look at.",
  "policies-unread": "The ZPR policies could not all be read.",
  "statement-unreadable": "A statement that cannot be read may be about it.",
  "perhaps-governed": "Whether an end counts as carrying an attribute is not known.",
  "any-attribute-matches": "Of several attributes on one resource any is taken to match; Oracle does not say so.",
  "address-means-resource": "An address is taken to mean resources that carry attributes too; Oracle does not say so.",
  "vcn-zpr-only": "A VCN is in ZPR-only mode, whose meaning is not documented; it is left out of account.",
  "endpoints-incomplete": "Not all resources were read: an address may belong to one that is missing.",
  "address-of-endpoint": "The address is that of a resource, which is taken in its place.",
});

export const wordsOf = (code: string): string => codeWords[code] ?? code;
