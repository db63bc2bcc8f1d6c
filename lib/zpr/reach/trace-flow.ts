import { applicationCertainty, applicationsOf, locationCertainties, type Support } from "@/lib/zpr/reach/applications";
import { both, type Certainty, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { sideCertainties } from "@/lib/zpr/reach/match-side";
import { type Outcome, outcomeOf } from "@/lib/zpr/reach/outcome";
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

function verdictOf({
  passes,
  isGoverned,
  atSource,
  atDestination,
}: Outcome): readonly [TraceVerdict, TraceReason | null] {
  if (isGoverned === no) return ["not-governed", "no-attribute-on-either-side"];
  if (passes === yes) return ["allowed", "statement-allows"];
  if (passes === perhaps) return ["unknown", null];
  if (atSource === no && atDestination === no) return ["blocked", "no-statement"];
  return ["blocked", atSource === no ? "no-statement-for-source" : "no-statement-for-destination"];
}

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
  const outcome = outcomeOf(facts, question.protocol);
  const [verdict, reason] = verdictOf(outcome);
  const allowing = held.filter(({ certainty }) => certainty === yes);
  const doubtful = held.filter(({ certainty }) => certainty === perhaps);
  const isPerhapsGoverned = [source.end, target.end].some((end) => governedOf(end) === perhaps);
  const causes =
    verdict === "unknown" ? causesOf({ doubtful, unreadable, isPerhapsGoverned, isListOpen: facts.isListOpen }) : [];
  return {
    verdict,
    reason: reason ?? causes[0]?.code ?? "perhaps-governed",
    source: source.endpoint,
    destination: target.endpoint,
    allowing: allowing.map(traced).toSorted(byText),
    perhaps: verdict === "allowed" ? [] : doubtful.map(traced).toSorted(byText),
    nearMisses: verdict === "allowed" || verdict === "not-governed" ? [] : nearest(held).map(traced),
    causes,
    notes: notesOf({ question, ends: [source, target], allowing, world: compiled.world }),
  };
}
