import { mayName } from "@/lib/zpr/policy-language/named-attribute";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import type { Endpoint, Filters, NamedAttribute, Statement } from "@/lib/zpr/policy-language/statement";
import type { ReachAttribute, ReachEndpoint, ReachVcn, ReachWorld } from "@/lib/zpr/reach/reach-world";

/**
 * The rules once more, pair by pair and as they are told, with nothing of the evaluator that is tested by it. IPv4 and
 * single ports only. It is slow, and meant to be.
 */
export type NaiveEnd = ReachEndpoint | { readonly address: string } | "osn";
export type NaiveFlow = { readonly protocol: "tcp" | "udp" | "icmp"; readonly port: number; readonly type: number };
export type NaiveAnswer = {
  readonly verdict: "allowed" | "blocked" | "not-governed" | "unknown";
  /** Whether a statement that can be read says yes or perhaps. */
  readonly isSpokenFor: boolean;
};
type Answer = "no" | "perhaps" | "yes";

const order: readonly Answer[] = ["no", "perhaps", "yes"];
const all = (...answers: readonly Answer[]): Answer => order.find((each) => answers.includes(each)) ?? "yes";
const any = (...answers: readonly Answer[]): Answer => order.findLast((each) => answers.includes(each)) ?? "no";

const isSameAttribute = (a: NamedAttribute, b: NamedAttribute) =>
  a.namespace.toLowerCase() === b.namespace.toLowerCase() &&
  a.key.toLowerCase() === b.key.toLowerCase() &&
  a.value === b.value;

function carries(carried: readonly ReachAttribute[] | null, wanted: NamedAttribute): Answer {
  if (carried === null) return "perhaps";
  const same = carried.filter((each) => each.doubt !== "unreadable" && isSameAttribute(each, wanted));
  if (same.some(({ doubt }) => doubt === null)) return "yes";
  return same.length > 0 || carried.some(({ doubt }) => doubt === "unreadable") ? "perhaps" : "no";
}

function governed(end: NaiveEnd): Answer {
  if (end === "osn" || "address" in end) return "no";
  if (end.attributes === null) return "perhaps";
  if (end.attributes.some(({ doubt }) => doubt === null)) return "yes";
  return end.attributes.length > 0 ? "perhaps" : "no";
}

const bitsOf = (block: string): string => {
  const [address = "", prefix = "32"] = block.split("/");
  const bits = address.split(".").map((part) => Number(part).toString(2).padStart(8, "0"));
  return bits.join("").slice(0, Number(prefix));
};
const isIn = (inner: string, outer: string) => bitsOf(inner).startsWith(bitsOf(outer));
const doTouch = (a: string, b: string) => isIn(a, b) || isIn(b, a);
const isPrivate = (block: string) =>
  ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].some((each) => isIn(block, each));

function isAt({ addresses }: ReachEndpoint, block: string): Answer {
  if (addresses.kind === "unknown") return "perhaps";
  const texts = addresses.kind === "known" ? addresses.addresses : addresses.blocks;
  if (texts.length === 0) return "perhaps";
  if (texts.every((text) => isIn(text, block))) return "yes";
  return texts.some((text) => doTouch(text, block)) ? "perhaps" : "no";
}

function means(endpoint: Endpoint, end: NaiveEnd, vcn: ReachVcn, isBoundToVcn: boolean): Answer {
  const isAddress = end !== "osn" && "address" in end;
  const isResource = end !== "osn" && !isAddress;
  switch (endpoint.kind) {
    case "attribute":
      if (!isResource || (isBoundToVcn && end.vcnId !== vcn.id)) return "no";
      return carries(end.attributes, endpoint.attribute);
    case "all-endpoints":
      if (end === "osn") return "no";
      if (isAddress) return vcn.cidrBlocks?.some((block) => isIn(end.address, block)) ? "yes" : "perhaps";
      return end.vcnId === vcn.id ? "yes" : "perhaps";
    case "osn-services":
      if (end === "osn") return "yes";
      return isAddress && !isPrivate(end.address) ? "perhaps" : "no";
    case "address":
      if (end === "osn") return isPrivate(endpoint.text) ? "no" : "perhaps";
      if (isAddress) return isIn(end.address, endpoint.text) ? "yes" : "no";
      return isAt(end, endpoint.text);
  }
}

const numbers: Readonly<Record<string, string>> = { "1": "icmp", "6": "tcp", "17": "udp" };

function passes({ protocol, icmpType, icmpCode }: Filters, flow: NaiveFlow): Answer {
  const name = protocol && (numbers[protocol.name] ?? protocol.name);
  const isAboutIcmp = icmpType !== null || icmpCode !== null;
  if (name !== null && name !== flow.protocol) return "no";
  if (name === null && isAboutIcmp && flow.protocol !== "icmp") return "no";
  if (name === "icmp" && protocol?.ports) return "perhaps";
  if (name !== null && name !== "icmp" && isAboutIcmp) return "perhaps";
  const ports = protocol?.ports;
  if (ports && (flow.port < ports.from || flow.port > ports.to)) return "no";
  if (icmpType !== null && icmpType !== flow.type) return "no";
  return icmpCode !== null && icmpCode !== 0 ? "no" : "yes";
}

const isUnfiltered = ({ protocol, icmpType, icmpCode, isStateless }: Filters) =>
  protocol === null && icmpType === null && icmpCode === null && !isStateless;

const unread = (id: string): ReachVcn => ({
  id,
  name: id,
  region: "",
  attributes: null,
  cidrBlocks: null,
  isZprOnly: false,
});

/** What one statement says for the source's end, and for the destination's. */
function says(
  world: ReachWorld,
  statement: Statement,
  source: NaiveEnd,
  destination: NaiveEnd,
): readonly [Answer, Answer] {
  const vcnOf = (end: NaiveEnd) => {
    if (end === "osn" || "address" in end) return null;
    return world.vcns.find(({ id }) => id === end.vcnId) ?? unread(end.vcnId ?? "");
  };
  const [from, to] = [vcnOf(source), vcnOf(destination)];
  if (statement.form === "two-vcn") {
    if (from === null || to === null) return ["no", "no"];
    const isRead = [from, to].every(({ region }) => region !== "");
    const answer = all(
      carries(from.attributes, statement.source.location),
      carries(to.attributes, statement.target.location),
      from.id === to.id || !isRead ? "perhaps" : from.region === to.region ? "yes" : "no",
      means(statement.source.endpoint, source, from, false),
      means(statement.target.endpoint, destination, to, false),
    );
    return [answer, answer];
  }
  const inVcn = (vcn: ReachVcn | null): Answer =>
    vcn === null
      ? "no"
      : all(
          carries(vcn.attributes, statement.location),
          means(statement.source.endpoint, source, vcn, true),
          means(statement.target.endpoint, destination, vcn, true),
        );
  if (from === null || to === null || from.id === to.id) {
    const answer = inVcn(from ?? to);
    return [answer, answer];
  }
  return [inVcn(from), inVcn(to)];
}

function mayBeAbout(world: ReachWorld, text: string, ends: readonly NaiveEnd[]): boolean {
  const resources = ends.filter((end): end is ReachEndpoint => end !== "osn" && !("address" in end));
  const may = (carried: readonly ReachAttribute[] | null) =>
    carried === null || carried.some((each) => each.doubt === "unreadable" || mayName(text, each));
  const isHere = resources.some(({ vcnId }) => may(world.vcns.find(({ id }) => id === vcnId)?.attributes ?? null));
  const watched = resources.filter((end) => governed(end) !== "no");
  const isAll = text.toLowerCase().includes("all-endpoints");
  return isHere && watched.some(({ attributes }) => isAll || may(attributes));
}

const parsed = new Map<string, ReturnType<typeof parseStatement>>();

function parsedOnce(text: string): ReturnType<typeof parseStatement> {
  const found = parsed.get(text) ?? parseStatement(text);
  if (parsed.size > 10_000) parsed.clear();
  parsed.set(text, found);
  return found;
}

export type NaiveOptions = { readonly isUnreadableCounted?: boolean };

/** What ZPR does with a flow between two ends of which at least one is a resource whose VCN is known. */
export function naiveAnswer(
  world: ReachWorld,
  source: NaiveEnd,
  destination: NaiveEnd,
  flow: NaiveFlow,
  { isUnreadableCounted = true }: NaiveOptions = {},
): NaiveAnswer {
  let [forSource, forDestination]: [Answer, Answer] = ["no", "no"];
  let isSpokenFor = false;
  for (const policy of world.policies) {
    if (["FAILED", "DELETING", "DELETED"].includes(policy.lifecycleState)) continue;
    const ofPolicy: Answer = policy.lifecycleState === "ACTIVE" ? "yes" : "perhaps";
    for (const text of policy.statements) {
      const { statement, isValid } = parsedOnce(text);
      if (statement === null) {
        if (!isUnreadableCounted || !mayBeAbout(world, text, [source, destination])) continue;
        [forSource, forDestination] = [any(forSource, "perhaps"), any(forDestination, "perhaps")];
        continue;
      }
      const { source: left, target: right } = statement;
      const isPlain = isValid && isUnfiltered(left.filters) && !right.filters.isStateless;
      const certainty = all(ofPolicy, isPlain ? "yes" : "perhaps", passes(right.filters, flow));
      const [here, there] = says(world, statement, source, destination).map((each) => all(each, certainty));
      forSource = any(forSource, here ?? "no");
      forDestination = any(forDestination, there ?? "no");
      isSpokenFor ||= any(here ?? "no", there ?? "no") !== "no";
    }
  }
  const isOpen = (end: NaiveEnd, answer: Answer): Answer => {
    const watched = governed(end);
    return watched === "no" ? "yes" : watched === "perhaps" ? any("perhaps", answer) : answer;
  };
  if (governed(source) === "no" && governed(destination) === "no") return { verdict: "not-governed", isSpokenFor };
  const answer = all(isOpen(source, forSource), isOpen(destination, forDestination));
  if (answer === "yes") return { verdict: "allowed", isSpokenFor };
  return { verdict: answer === "perhaps" || !world.isPolicyListComplete ? "unknown" : "blocked", isSpokenFor };
}
