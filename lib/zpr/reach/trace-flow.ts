import {
  applicationCertainty,
  applicationsOf,
  locationCertainties,
  type Support,
  supportsBy,
} from "@/lib/zpr/reach/applications";
import { both, type Certainty, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { certaintyOfParts, type FlowPart, flowParts } from "@/lib/zpr/reach/flow-parts";
import { sideCertainties } from "@/lib/zpr/reach/match-side";
import { certaintyFor, type Outcome, outcomeOf } from "@/lib/zpr/reach/outcome";
import { coverOf, type ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import { type FlowEnd, governedOf } from "@/lib/zpr/reach/reach-end";
import type { Trace, TraceEnd, TracedStatement, TraceReason } from "@/lib/zpr/reach/trace";
import { causesOf } from "@/lib/zpr/reach/trace-causes";
import { resolveEnds } from "@/lib/zpr/reach/trace-ends";
import { notesOf } from "@/lib/zpr/reach/trace-notes";
import type { TraceVerdict } from "@/lib/zpr/reach/trace-words";
import { mayConcern } from "@/lib/zpr/reach/unreadable-statements";

export type TraceQuestion = {
  readonly source: TraceEnd;
  readonly destination: TraceEnd;
  readonly protocol: ProtocolSet;
};

const maxNearMisses = 5;
const protocolReasonOf = {
  [no]: "protocol-not-covered",
  [perhaps]: "protocol-partly-covered",
  [yes]: "protocol-covered",
} as const satisfies Record<Certainty, string>;

type Held = TracedStatement & { readonly certainty: Certainty; readonly support: Support };

function heldAgainst(compiled: CompiledWorld, source: FlowEnd, target: FlowEnd, flow: ProtocolSet): readonly Held[] {
  return compiled.statements.flatMap((statement): readonly Held[] => {
    const { meaning } = statement;
    if (meaning === null) return [];
    const cover = coverOf(meaning.protocol, flow);
    return applicationsOf(meaning, source, target).map((application) => {
      const certainty = applicationCertainty(statement, application);
      const failed = [
        ...(locationCertainties[application.location] === no ? (["location"] as const) : []),
        ...(sideCertainties[application.source] === no ? (["source"] as const) : []),
        ...(sideCertainties[application.destination] === no ? (["destination"] as const) : []),
        ...(cover === no ? (["protocol"] as const) : []),
      ];
      return {
        statement,
        application,
        protocol: protocolReasonOf[cover],
        failed,
        certainty: both(certainty, cover),
        support: { statement, serves: application.serves, certainty },
      };
    });
  });
}

const byText = (a: TracedStatement, b: TracedStatement) =>
  a.statement.text < b.statement.text ? -1 : a.statement.text > b.statement.text ? 1 : 0;

/** Those of which the fewest parts fail, when at least two fit. */
function nearest(held: readonly Held[]): readonly Held[] {
  const missed = held.filter(({ failed }) => failed.length > 0 && failed.length <= 2);
  const fewest = Math.min(...missed.map(({ failed }) => failed.length));
  return missed
    .filter(({ failed }) => failed.length === fewest)
    .toSorted(byText)
    .slice(0, maxNearMisses);
}

function verdictOf(
  { isGoverned, atSource, atDestination }: Outcome,
  parts: readonly FlowPart[],
  isOneEnough: boolean,
): readonly [TraceVerdict, TraceReason | null] {
  if (isGoverned === no) return ["not-governed", "no-attribute-on-either-side"];
  const { all, any } = certaintyOfParts(parts);
  if (all === yes) return ["allowed", isOneEnough ? "statement-allows" : "statements-allow-together"];
  if (parts.some(({ outcome }) => outcome.passes === perhaps)) return ["unknown", null];
  if (any === yes) return ["partly", "statement-allows-a-part"];
  if (atSource === no && atDestination === no) return ["blocked", "no-statement"];
  return ["blocked", atSource === no ? "no-statement-for-source" : "no-statement-for-destination"];
}

/** Whether the statement surely lets a part pass, or its own end of it. */
const allowsPart = ({ statement }: Held, { source, target, protocol }: FlowPart): boolean =>
  supportsBy(statement, source, target).some((support) => certaintyFor(support, protocol) === yes);

const traced = ({ statement, application, protocol, failed }: Held): TracedStatement => ({
  statement,
  application,
  protocol,
  failed,
});

/**
 * What ZPR does with one flow, and why. Whatever it allows, network security groups, security lists and routes must
 * allow too. https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/overview.htm
 */
export function traceFlow(compiled: CompiledWorld, question: TraceQuestion): Trace {
  const ends = resolveEnds(compiled, question.source, question.destination);
  if (ends.unknown !== null) {
    const { unknown } = ends;
    const nothing = { source: null, destination: null, allowing: [], perhaps: [], nearMisses: [], notes: [] };
    return { ...nothing, verdict: "unknown", reason: unknown, causes: [{ code: unknown, statement: null }] };
  }
  const { source, target } = ends;
  const held = heldAgainst(compiled, source.end, target.end, question.protocol);
  const unreadable = compiled.unreadable.filter((statement) => mayConcern(statement, source.end, target.end));
  const facts = {
    source: source.end,
    target: target.end,
    supports: held.flatMap(({ support }) => (support.certainty === no ? [] : [support])),
    isPerhapsMeant: unreadable.length > 0,
    isListOpen: !compiled.world.isPolicyListComplete,
  };
  const parts = flowParts(compiled, [source.end, target.end], question.protocol);
  const whole = held.filter(({ certainty }) => certainty === yes);
  const [verdict, reason] = verdictOf(outcomeOf(facts, question.protocol), parts, whole.length > 0);
  const partial = held.filter((each) => each.certainty === perhaps && parts.some((part) => allowsPart(each, part)));
  const allowing = [...whole, ...(verdict === "allowed" && whole.length > 0 ? [] : partial)];
  // What is not known of a part is told of that part: of all ports together every filter is in doubt.
  const open = parts.filter(({ outcome }) => outcome.passes === perhaps);
  const inDoubt = open.flatMap((part) =>
    heldAgainst(compiled, part.source, part.target, part.protocol).filter(({ certainty }) => certainty === perhaps),
  );
  const isInDoubt = new Set(inDoubt.map(({ statement }) => statement));
  const doubtful = held.filter(({ certainty, statement }) => certainty === perhaps && isInDoubt.has(statement));
  const isPerhapsGoverned = [source.end, target.end].some((end) => governedOf(end) === perhaps);
  const causes =
    verdict === "unknown"
      ? causesOf({ doubtful: inDoubt, unreadable, isPerhapsGoverned, isListOpen: facts.isListOpen })
      : [];
  return {
    verdict,
    reason: reason ?? causes[0]?.code ?? "perhaps-governed",
    source: source.endpoint,
    destination: target.endpoint,
    allowing: allowing.map(traced).toSorted(byText),
    perhaps: verdict === "unknown" ? doubtful.map(traced).toSorted(byText) : [],
    nearMisses: verdict === "allowed" || verdict === "not-governed" ? [] : nearest(held).map(traced),
    causes,
    notes: notesOf({ question, ends: [source, target], allowing, world: compiled.world }),
  };
}
