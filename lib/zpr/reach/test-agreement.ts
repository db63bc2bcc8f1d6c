import { isRangeWithin, addressRangeFrom } from "@/lib/zpr/reach/address-range";
import { type CompiledWorld, compileWorld } from "@/lib/zpr/reach/compile-world";
import { outerRangesFrom } from "@/lib/zpr/reach/outer-ends";
import { isInPiece } from "@/lib/zpr/reach/protocol-pieces";
import { everyProtocol, type ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import { type FlowChange, type ReachDifference, reachDifference } from "@/lib/zpr/reach/reach-difference";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import { type Reach, reachOf } from "@/lib/zpr/reach/reach-of";
import type { ReachEndpoint, ReachWorld } from "@/lib/zpr/reach/reach-world";
import { naiveAnswer, type NaiveEnd, type NaiveFlow } from "@/lib/zpr/reach/test-naive";
import type { TraceEnd } from "@/lib/zpr/reach/trace";
import { traceFlow } from "@/lib/zpr/reach/trace-flow";

/** Private, outside every VCN of the random worlds; and a public one, which counts where a statement names it. */
const outside = ["172.16.0.9", "10.77.0.1", "8.8.8.8"];

export const naiveFlows: readonly NaiveFlow[] = [
  { protocol: "tcp", port: 443, type: 0 },
  { protocol: "tcp", port: 22, type: 0 },
  { protocol: "udp", port: 53, type: 0 },
  { protocol: "icmp", port: 0, type: 8 },
];

const numbers = { tcp: 6, udp: 17, icmp: 1 };

export const protocolOf = ({ protocol, port, type }: NaiveFlow): ProtocolSet => ({
  ...everyProtocol,
  protocol: numbers[protocol],
  ...(protocol === "icmp" ? { icmpType: type, icmpCode: 0 } : { ports: { from: port, to: port } }),
});

const isEndpoint = (end: NaiveEnd): end is ReachEndpoint => end !== "osn" && !("address" in end);

const asked = (end: NaiveEnd): TraceEnd =>
  end === "osn"
    ? { kind: "osn-services" }
    : "address" in end
      ? { kind: "address", text: end.address }
      : { kind: "endpoint", id: end.id };

function pairsOf({ endpoints }: ReachWorld): readonly (readonly [NaiveEnd, NaiveEnd])[] {
  const others: readonly NaiveEnd[] = ["osn", ...outside.map((address) => ({ address }))];
  return endpoints.flatMap((from) => [
    ...endpoints.map((to) => [from, to] as const),
    ...others.flatMap((other) => [[from, other] as const, [other, from] as const]),
  ]);
}

function fail(what: string, ...facts: readonly unknown[]): never {
  throw new Error(
    `${what}: ${JSON.stringify(facts, (_, value: unknown) => (value instanceof Set ? [...value] : value))}`,
  );
}

/** Throws where tracing and the naive evaluator disagree. */
export function checkTraces(world: ReachWorld): void {
  const compiled = compileWorld(world);
  // An address could be that of an endpoint of a VCN whose blocks were not read: the naive evaluator cannot tell.
  const isSimple = ([from, to]: readonly [NaiveEnd, NaiveEnd]) =>
    [from, to].every((end) => !isEndpoint(end) || (compiled.vcns.get(end.vcnId ?? "")?.ranges ?? null) !== null) ||
    (isEndpoint(from) && isEndpoint(to));
  for (const [from, to] of pairsOf(world).filter(isSimple)) {
    for (const flow of naiveFlows) {
      const expected = naiveAnswer(world, from, to, flow).verdict;
      const question = { source: asked(from), destination: asked(to), protocol: protocolOf(flow) };
      const { verdict } = traceFlow(compiled, question);
      if (verdict !== expected) fail(`trace says ${verdict}, the rules say ${expected}`, from, to, flow, world);
    }
  }
}

/** The end of a reach that holds an end of the naive evaluator; `null` when it is none of its own. */
function isMeant(end: FlowEnd, meant: NaiveEnd, { ranges }: Pick<CompiledWorld, "ranges">): boolean {
  if (meant === "osn") return end.kind === "osn-services";
  if (!("address" in meant)) return end.kind === "class" && end.endpoints.some(({ id }) => id === meant.id);
  const address = addressRangeFrom(meant.address);
  if (address === null) return false;
  const around = outerRangesFrom(ranges).filter((range) => isRangeWithin(address, range));
  if (around.length === 0) return end.kind === "elsewhere";
  const smallest = around.reduce((a, b) => (isRangeWithin(b, a) ? b : a));
  return end.kind === "address" && end.range.text === smallest.text;
}

/** Of an address that no statement names, a reach says nothing where it is public: it may be Oracle's. */
const isToldOf = (end: NaiveEnd, { ranges }: Pick<CompiledWorld, "ranges">): boolean => {
  if (isEndpoint(end) || end === "osn" || end.address !== "8.8.8.8") return true;
  const address = addressRangeFrom(end.address);
  return address !== null && ranges.some((range) => isRangeWithin(address, range));
};

const isGoverned = ({ attributes }: ReachEndpoint) => attributes === null || attributes.length > 0;
const isTold = ([from, to]: readonly [NaiveEnd, NaiveEnd]) =>
  !isEndpoint(from) || !isEndpoint(to) || from.vcnId === to.vcnId || (isGoverned(from) && isGoverned(to));

function reachSays(reach: Reach, compiled: CompiledWorld, pair: readonly [NaiveEnd, NaiveEnd], flow: NaiveFlow) {
  const found = reach.flows
    .filter(({ source, target }) => isMeant(source, pair[0], compiled) && isMeant(target, pair[1], compiled))
    .flatMap(({ protocols }) => protocols.filter(({ protocol }) => isInPiece(protocol, protocolOf(flow))));
  if (found.length > 1) fail("a flow stands in two parts of a reach", pair, flow);
  return found.length === 0 ? "nothing" : found[0]?.isSure ? "allowed" : "unknown";
}

/** Throws where the whole reach and the naive evaluator disagree. */
export function checkReach(world: ReachWorld): void {
  const compiled = compileWorld(world);
  const reach = reachOf(compiled);
  const read = { ...world, isPolicyListComplete: true };
  for (const pair of pairsOf(world).filter(isTold)) {
    if (!pair.every((end) => isToldOf(end, compiled))) continue;
    for (const flow of naiveFlows) {
      const { verdict, isSpokenFor } = naiveAnswer(read, ...pair, flow, { isUnreadableCounted: false });
      const expected = isSpokenFor && (verdict === "allowed" || verdict === "unknown") ? verdict : "nothing";
      const found = reachSays(reach, compiled, pair, flow);
      if (found !== expected) fail(`reach says ${found}, the rules say ${expected}`, pair, flow, world);
    }
  }
}

const rank = { blocked: 0, unknown: 1, allowed: 2, "not-governed": 2 };

function expectedChange(from: keyof typeof rank, to: keyof typeof rank): FlowChange | null {
  const [a, b] = [rank[from], rank[to]];
  if (a === b) return null;
  const way = b > a ? "gained" : "lost";
  return a === 1 || b === 1 ? `perhaps-${way}` : way;
}

function differenceSays(
  difference: ReachDifference,
  ranges: CompiledWorld["ranges"],
  [source, target]: readonly [NaiveEnd, NaiveEnd],
  flow: NaiveFlow,
): FlowChange | null {
  const isEnd = (end: ReachDifference["flows"][number]["source"], meant: NaiveEnd) =>
    isEndpoint(meant) ? end.endpoints.some(({ id }) => id === meant.id) : isMeant(end.after, meant, { ranges });
  const found = difference.flows.filter(
    (each) => isEnd(each.source, source) && isEnd(each.target, target) && isInPiece(each.protocol, protocolOf(flow)),
  );
  if (found.length > 1) fail("a flow stands in two parts of a difference", source, target, flow);
  return found[0]?.change ?? null;
}

/** Throws where the difference of two worlds and the naive evaluator disagree. */
export function checkDifference(before: ReachWorld, after: ReachWorld): void {
  const [old, fresh] = [compileWorld(before), compileWorld(after)];
  const difference = reachDifference(old, compileWorld(after, old));
  const ranges = [...old.ranges, ...fresh.ranges];
  const isSameWithoutUnreadable = (pair: readonly [NaiveEnd, NaiveEnd], flow: NaiveFlow) => {
    const [was, is] = [before, after].map(
      (world) => naiveAnswer(world, ...pair, flow, { isUnreadableCounted: false }).verdict,
    );
    return was === is;
  };
  for (const [from, to] of pairsOf(before)) {
    const later = (end: NaiveEnd) => (isEndpoint(end) ? (after.endpoints.find(({ id }) => id === end.id) ?? end) : end);
    const pair = [later(from), later(to)] as const;
    if (!isTold([from, to]) && !isTold(pair)) continue;
    if (!pair.every((end) => isToldOf(end, { ranges }))) continue;
    for (const flow of naiveFlows) {
      const [was, is] = [naiveAnswer(before, from, to, flow).verdict, naiveAnswer(after, ...pair, flow).verdict];
      const expected = expectedChange(was, is);
      const found = differenceSays(difference, ranges, pair, flow);
      const isUnknown = found === "unknown" && was === "unknown" && is === "unknown";
      const isLeftOpen = found === null && difference.unreadable.length > 0 && isSameWithoutUnreadable(pair, flow);
      if (found !== expected && !isUnknown && !isLeftOpen) {
        fail(`difference says ${found}, the rules say ${expected}`, was, is, pair, flow, before, after);
      }
    }
  }
}
