import { type AddressRange, isRangeWithin, privateRanges } from "@/lib/zpr/reach/address-range";
import type { OuterEnd } from "@/lib/zpr/reach/reach-end";

/** Whether blocks that lie in another leave nothing of it. */
const isFilled = (range: AddressRange, inner: readonly AddressRange[]): boolean => {
  let next = range.from;
  for (const each of inner) {
    if (each.from > next) return false;
    next = typeof each.to === "bigint" ? each.to + 1n : each.to + 1;
  }
  return next > range.to;
};

/**
 * The blocks of statements, and in those that hold public addresses too the private ones: for these it is known that
 * none of Oracle's services has them.
 */
export function outerRangesFrom(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const inner = privateRanges.filter((each) => ranges.some((range) => isRangeWithin(each, range)));
  return [...new Map([...ranges, ...inner].map((range) => [range.text, range])).values()];
}

/**
 * What flows can end at outside the endpoints: Oracle's services, each block that a statement names without the smaller
 * ones in it, and every other address. CIDR blocks lie in one another or apart, so these never overlap.
 */
export function outerEndsFrom(ranges: readonly AddressRange[]): readonly OuterEnd[] {
  const sorted = outerRangesFrom(ranges).toSorted(
    (a, b) => a.family - b.family || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to > b.to ? -1 : 1),
  );
  const children = new Map<AddressRange, AddressRange[]>(sorted.map((range) => [range, []]));
  const open: AddressRange[] = [];
  for (const range of sorted) {
    while (open.length > 0) {
      const top = open.at(-1);
      if (top !== undefined && top.family === range.family && range.to <= top.to) {
        children.get(top)?.push(range);
        break;
      }
      open.pop();
    }
    open.push(range);
  }
  return [
    ...sorted
      .filter((range) => !isFilled(range, children.get(range) ?? []))
      .map((range): OuterEnd => ({ kind: "address", range, isRemainder: true, possible: [] })),
    { kind: "osn-services" },
    { kind: "elsewhere" },
  ];
}
