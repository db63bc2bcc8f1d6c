import { type AddressRange, addressRangeFrom, areOverlapping, isRangeWithin } from "@/lib/zpr/reach/address-range";
import type { CarriedSet } from "@/lib/zpr/reach/carried-set";
import { type Certainty, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import type { EndpointAddresses, ReachEndpoint } from "@/lib/zpr/reach/reach-world";

export type PlacedVcn = {
  readonly id: string;
  readonly name: string;
  /** `null` when the VCN was not read. */
  readonly region: string | null;
  readonly carried: CarriedSet;
  /** `null` when they were not read. */
  readonly ranges: readonly AddressRange[] | null;
  readonly isZprOnly: boolean;
};

export type RangeKnowledge = {
  readonly kind: EndpointAddresses["kind"];
  readonly ranges: readonly AddressRange[];
};

/** Endpoints for which every statement of the world says the same. */
export type EndpointClass = {
  readonly kind: "class";
  readonly vcn: PlacedVcn;
  readonly carried: CarriedSet;
  /** Of the first endpoint; the others stand alike to every block that a statement names. */
  readonly addresses: RangeKnowledge;
  readonly endpoints: readonly ReachEndpoint[];
};

/** What a flow can begin or end at besides endpoints of the world. */
export type OuterEnd =
  | {
      readonly kind: "address";
      readonly range: AddressRange;
      /** Without the smaller blocks in it that statements name: these are ends of their own. */
      readonly isRemainder: boolean;
      /** What endpoints carry that may have an address in it. */
      readonly possible: readonly CarriedSet[];
    }
  /** Every address that no statement names and no endpoint of the VCN has. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "osn-services" }
  /** All endpoints of the VCN at the other end. */
  | { readonly kind: "all-endpoints"; readonly possible: readonly CarriedSet[] };

export type FlowEnd = EndpointClass | OuterEnd;

const unknownAddresses: RangeKnowledge = { kind: "unknown", ranges: [] };

const known = new WeakMap<EndpointAddresses, RangeKnowledge>();

/** Addresses that were seen before, as those of an endpoint that an edit leaves alone, are not read again. */
export function rangeKnowledgeFrom(addresses: EndpointAddresses): RangeKnowledge {
  const seen = known.get(addresses);
  if (seen !== undefined) return seen;
  const knowledge = readAddresses(addresses);
  known.set(addresses, knowledge);
  return knowledge;
}

function readAddresses(addresses: EndpointAddresses): RangeKnowledge {
  if (addresses.kind === "unknown") return unknownAddresses;
  const texts = addresses.kind === "known" ? addresses.addresses : addresses.blocks;
  const ranges = texts.flatMap((text) => addressRangeFrom(text) ?? []);
  return ranges.length === 0 || ranges.length < texts.length ? unknownAddresses : { kind: addresses.kind, ranges };
}

/** Whether all of an endpoint's addresses are in a block. */
export function isInRange({ kind, ranges }: RangeKnowledge, block: AddressRange): Certainty {
  if (kind === "unknown") return perhaps;
  if (ranges.every((range) => isRangeWithin(range, block))) return yes;
  return ranges.some((range) => areOverlapping(range, block)) ? perhaps : no;
}

/** Whether ZPR looks at what this end sends and receives. */
export function governedOf(end: FlowEnd): Certainty {
  if (end.kind === "class") return end.carried.governed;
  if (end.kind !== "address" && end.kind !== "all-endpoints") return no;
  return end.possible.some(({ governed }) => governed !== no) ? perhaps : no;
}
