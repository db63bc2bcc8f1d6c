import { type IpBlock, ipBlockFrom, ipBlockText } from "@/lib/zpr/policy-language/ip-block";

/** A block as the numbers of its first and last address, so that comparing is cheap. IPv6 needs more than a double holds. */
export type AddressRange = {
  readonly family: 4 | 6;
  readonly from: number | bigint;
  readonly to: number | bigint;
  /** One text for all spellings, host bits left out. */
  readonly text: string;
};

function numberOf({ family, parts }: IpBlock): number | bigint {
  return family === 4
    ? parts.reduce((number, part) => number * 256 + part, 0)
    : parts.reduce((number, part) => number * 65_536n + BigInt(part), 0n);
}

/** `null` for what is no address or block. */
export function addressRangeFrom(text: string): AddressRange | null {
  const block = ipBlockFrom(text);
  if (block === null) return null;
  const masked = ipBlockText(block);
  const network = ipBlockFrom(masked);
  if (network === null) return null;
  const from = numberOf(network);
  const to =
    typeof from === "number"
      ? from + 2 ** (32 - block.prefixLength) - 1
      : from + 2n ** BigInt(128 - block.prefixLength) - 1n;
  return { family: block.family, from, to, text: masked };
}

export const isRangeWithin = (inner: AddressRange, outer: AddressRange): boolean =>
  inner.family === outer.family && inner.from >= outer.from && inner.to <= outer.to;

export const areOverlapping = (a: AddressRange, b: AddressRange): boolean =>
  a.family === b.family && a.from <= b.to && b.from <= a.to;

export const privateRanges: readonly AddressRange[] = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "fc00::/7",
].flatMap((text) => addressRangeFrom(text) ?? []);

/** Whether every address is private, so that none of Oracle's services, which have public ones, can be among them. */
export const isPrivate = (range: AddressRange): boolean => privateRanges.some((each) => isRangeWithin(range, each));
