import { areOverlapping, isPrivate, isRangeWithin } from "@/lib/zpr/reach/address-range";
import { carries } from "@/lib/zpr/reach/carried-set";
import { type Certainty, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import { type FlowEnd, isInRange } from "@/lib/zpr/reach/reach-end";
import type { StatementSide } from "@/lib/zpr/reach/reach-statement";

/** How a side of a statement stands to an end of a flow, with how sure the end is meant. */
export const sideCertainties = {
  /** It carries the attribute. */
  "attribute-carried": yes,
  "all-endpoints": yes,
  "osn-services": yes,
  /** All of its addresses are in the block. */
  "address-in-block": yes,
  /** It carries other attributes or none. */
  "attribute-not-carried": no,
  /** An attribute means endpoints in the VCN of the statement only. */
  "outside-the-vcn": no,
  "address-not-in-block": no,
  /** Neither all-endpoints nor any attribute or private address means Oracle's services, nor they a resource. */
  "not-osn-services": no,
  /** What it carries could not all be read. */
  "attributes-unread": perhaps,
  /** It carries the attribute, which is deleted, retired, or not in the mode enforce. */
  "attribute-doubtful": perhaps,
  "address-unknown": perhaps,
  /** Some of its addresses are in the block, or may be. */
  "address-partly-in-block": perhaps,
  /** The address may be that of an endpoint that carries the attribute. */
  "address-may-carry": perhaps,
  /** Whether all-endpoints means addresses outside the VCN is not documented. */
  "all-endpoints-outside": perhaps,
  /** The addresses of Oracle's services are not known; this block may hold some of them. */
  "osn-addresses-unknown": perhaps,
  /** Some of all endpoints are meant. */
  "some-endpoints": perhaps,
} as const satisfies Readonly<Record<string, Certainty>>;

export type SideReason = keyof typeof sideCertainties;

function attributeReason(key: string, end: FlowEnd, isInside: boolean): SideReason {
  if (end.kind === "class") {
    if (!isInside) return "outside-the-vcn";
    const certainty = carries(end.carried, key);
    if (certainty === yes) return "attribute-carried";
    if (certainty === no) return "attribute-not-carried";
    return end.carried.doubtful.has(key) ? "attribute-doubtful" : "attributes-unread";
  }
  if (end.kind !== "address" && end.kind !== "all-endpoints") return "outside-the-vcn";
  const isPossible = end.possible.some((carried) => carries(carried, key) !== no);
  if (end.kind === "all-endpoints") return isPossible ? "some-endpoints" : "attribute-not-carried";
  return isPossible ? "address-may-carry" : "outside-the-vcn";
}

function osnReason(end: FlowEnd): SideReason {
  if (end.kind === "osn-services") return "osn-services";
  return end.kind === "address" && !isPrivate(end.range) ? "osn-addresses-unknown" : "not-osn-services";
}

function addressReason({ range }: StatementSide & { kind: "address" }, end: FlowEnd): SideReason {
  switch (end.kind) {
    case "class": {
      const certainty = isInRange(end.addresses, range);
      if (certainty === yes) return "address-in-block";
      if (certainty === no) return "address-not-in-block";
      return end.addresses.kind === "unknown" ? "address-unknown" : "address-partly-in-block";
    }
    case "address":
      if (isRangeWithin(end.range, range)) return "address-in-block";
      return !end.isRemainder && areOverlapping(end.range, range) ? "address-partly-in-block" : "address-not-in-block";
    case "osn-services":
      return isPrivate(range) ? "not-osn-services" : "osn-addresses-unknown";
    case "all-endpoints":
      return "some-endpoints";
    case "elsewhere":
      return "address-not-in-block";
  }
}

/** `isInside`: whether the end is in the VCN to which the statement is applied. */
export function sideReason(side: StatementSide, end: FlowEnd, isInside: boolean): SideReason {
  switch (side.kind) {
    case "attribute":
      return attributeReason(side.key, end, isInside);
    case "all-endpoints":
      if (end.kind === "osn-services") return "not-osn-services";
      return isInside || end.kind === "all-endpoints" ? "all-endpoints" : "all-endpoints-outside";
    case "osn-services":
      return osnReason(end);
    case "address":
      return addressReason(side, end);
  }
}

export const matchSide = (side: StatementSide, end: FlowEnd, isInside: boolean): Certainty =>
  sideCertainties[sideReason(side, end, isInside)];
