import { type AddressRange, addressRangeFrom, areOverlapping } from "@/lib/zpr/reach/address-range";
import { type CarriedSet, carriedSetFrom } from "@/lib/zpr/reach/carried-set";
import { no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { isInRange, type PlacedVcn, rangeKnowledgeFrom } from "@/lib/zpr/reach/reach-end";
import type { ReachEndpoint } from "@/lib/zpr/reach/reach-world";
import type { ResolvedEnd, TraceEnd, UnknownCause } from "@/lib/zpr/reach/trace";

export type ResolvedEnds =
  | { readonly source: ResolvedEnd; readonly target: ResolvedEnd; readonly unknown: null }
  | { readonly unknown: UnknownCause };

/** One address, which a single resource of the VCN is known to have. */
function endpointAt(range: AddressRange, { world }: CompiledWorld, vcn: PlacedVcn | null): ReachEndpoint | null {
  if (range.from !== range.to) return null;
  const owners = world.endpoints.filter(({ vcnId, addresses }) => {
    if (vcnId === null || (vcn !== null && vcnId !== vcn.id) || addresses.kind !== "known") return false;
    return rangeKnowledgeFrom(addresses).ranges.some((each) => each.text === range.text);
  });
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

/** What the endpoints of a VCN carry that may have an address in the block, and not surely in one of its `holes`. */
export function possibleAt(
  range: AddressRange,
  { world }: CompiledWorld,
  vcn: PlacedVcn,
  holes: readonly AddressRange[] = [],
): readonly CarriedSet[] {
  if (vcn.ranges !== null && !vcn.ranges.some((each) => areOverlapping(each, range))) return [];
  const sets = world.endpoints
    .filter(({ vcnId, addresses }) => {
      if (vcnId !== vcn.id) return false;
      const knowledge = rangeKnowledgeFrom(addresses);
      return isInRange(knowledge, range) !== no && !holes.some((hole) => isInRange(knowledge, hole) === yes);
    })
    .map(({ attributes }) => carriedSetFrom(attributes));
  return [...new Set(sets)];
}

function placed(endpoint: ReachEndpoint, { classOf }: CompiledWorld): ResolvedEnd | null {
  const end = classOf.get(endpoint.id);
  return end === undefined ? null : { end, endpoint };
}

function outer(asked: TraceEnd, compiled: CompiledWorld, vcn: PlacedVcn): ResolvedEnd {
  const range = asked.kind === "address" ? addressRangeFrom(asked.text) : null;
  if (range !== null) {
    const endpoint = endpointAt(range, compiled, vcn);
    const resolved = endpoint && placed(endpoint, compiled);
    if (resolved !== null) return resolved;
    const possible = possibleAt(range, compiled, vcn);
    return { end: { kind: "address", range, isRemainder: false, possible }, endpoint: null };
  }
  if (asked.kind === "osn-services") return { end: { kind: "osn-services" }, endpoint: null };
  const possible = (compiled.classesOfVcn.get(vcn)?.all ?? []).map(({ carried }) => carried);
  return { end: { kind: "all-endpoints", possible }, endpoint: null };
}

/** The address of a resource stands for it, in whichever VCN, when there is no other end to tell the VCN by. */
function resolvedResource(asked: TraceEnd, compiled: CompiledWorld): ResolvedEnd | UnknownCause | null {
  if (asked.kind === "endpoint") {
    if (compiled.unplaced.has(asked.id)) return "endpoint-vcn-unknown";
    const endpoint = compiled.world.endpoints.find(({ id }) => id === asked.id);
    return (endpoint && placed(endpoint, compiled)) ?? "endpoint-unread";
  }
  return null;
}

/** Finds what a question is about; an address that a resource is known to have is that resource. */
export function resolveEnds(compiled: CompiledWorld, source: TraceEnd, destination: TraceEnd): ResolvedEnds {
  const [from, to] = [resolvedResource(source, compiled), resolvedResource(destination, compiled)];
  if (typeof from === "string") return { unknown: from };
  if (typeof to === "string") return { unknown: to };
  const vcn = vcnOf(from) ?? vcnOf(to);
  if (vcn === null) {
    const guessed = [source, destination].map((asked) => ownerOf(asked, compiled));
    const found = vcnOf(guessed[0] ?? null) ?? vcnOf(guessed[1] ?? null);
    if (found === null) return { unknown: "no-endpoint" };
    return {
      source: guessed[0] ?? outer(source, compiled, found),
      target: guessed[1] ?? outer(destination, compiled, found),
      unknown: null,
    };
  }
  return {
    source: from ?? outer(source, compiled, vcn),
    target: to ?? outer(destination, compiled, vcn),
    unknown: null,
  };
}

function ownerOf(asked: TraceEnd, compiled: CompiledWorld): ResolvedEnd | null {
  const range = asked.kind === "address" ? addressRangeFrom(asked.text) : null;
  const endpoint = range && endpointAt(range, compiled, null);
  return endpoint && placed(endpoint, compiled);
}

const vcnOf = (resolved: ResolvedEnd | null): PlacedVcn | null =>
  resolved !== null && resolved.end.kind === "class" ? resolved.end.vcn : null;
