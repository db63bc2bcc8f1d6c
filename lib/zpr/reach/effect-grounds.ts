import { supportsBy } from "@/lib/zpr/reach/applications";
import { no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { EffectStatement, Ground, Side } from "@/lib/zpr/reach/effect";
import { flowCauses } from "@/lib/zpr/reach/flow-causes";
import { certaintyFor } from "@/lib/zpr/reach/outcome";
import type { ProtocolPiece } from "@/lib/zpr/reach/protocol-pieces";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement } from "@/lib/zpr/reach/reach-statement";
import type { UnknownCause } from "@/lib/zpr/reach/trace";

const causeWords: Partial<Record<UnknownCause, string>> = {
  "attributes-unread": "What one end carries could not be read.",
  "attribute-doubtful":
    "One end carries the attribute, which is deleted, retired, not on all VNICs or not in mode enforce.",
  "address-unknown": "The addresses of one end are not known.",
  "address-partly-in-block": "Not all addresses of one end are surely in the block.",
  "address-may-carry": "The address may be that of a resource that carries the attribute.",
  "all-endpoints-outside": "Whether all-endpoints means addresses outside the VCN is not documented.",
  "osn-addresses-unknown": "The addresses of Oracle's services are not known; the block may hold some.",
  "some-endpoints": "Some of all endpoints are meant.",
  "vcn-unread": "The VCN, or what it carries, could not be read.",
  "vcn-attribute-doubtful": "The VCN's attribute is deleted, retired or not in mode enforce.",
  "one-vcn-for-both": "The statement names a VCN for each side, and both are the same: that is not documented.",
  "policy-not-active": "The policy is not ACTIVE.",
  "has-mistakes": "The statement has mistakes, though its meaning is clear.",
  "source-filter": "The statement filters its source, and what that means is not documented.",
  stateless: "The statement is stateless: answers need a statement of their own.",
  "statement-unreadable": "A statement that cannot be read may be about it.",
  "perhaps-governed": "Whether one end carries an attribute that ZPR goes by is not known.",
  "policies-unread": "Not all policies could be read.",
};

const shown = ({ text, places }: ReachStatement): EffectStatement => ({
  text,
  policies: [...new Map(places.map(({ policyId: id, policyName: name }) => [id, { id, name }])).values()],
});

const causes = (
  compiled: CompiledWorld,
  ends: readonly [FlowEnd, FlowEnd],
  { statements }: Side,
): readonly string[] => [...new Set(flowCauses(compiled, ends, statements).map((code) => causeWords[code] ?? code))];

/** Why a piece of traffic passes, or does not, or perhaps, in one of the two worlds. */
export function groundOf(
  compiled: CompiledWorld,
  ends: readonly [FlowEnd, FlowEnd],
  side: Side,
  protocol: ProtocolPiece,
): Ground {
  if (side.passes === no) return { code: "no-statement", statements: [], causes: [] };
  if (side.passes === perhaps) {
    return { code: "perhaps", statements: side.statements.map(shown), causes: causes(compiled, ends, side) };
  }
  if (side.isGoverned === no) return { code: "not-governed", statements: [], causes: [] };
  const allowing = side.statements.filter((statement) =>
    supportsBy(statement, ...ends).some((support) => certaintyFor(support, protocol) === yes),
  );
  return { code: "statement", statements: allowing.map(shown), causes: [] };
}
