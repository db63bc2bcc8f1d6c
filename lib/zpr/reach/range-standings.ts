import type { AddressRange } from "@/lib/zpr/reach/address-range";
import { no } from "@/lib/zpr/reach/certainty";
import { isInRange, type RangeKnowledge } from "@/lib/zpr/reach/reach-end";

/** How addresses stand to every block that a statement names. */
export type RangeStandings = {
  readonly ranges: readonly AddressRange[];
  /** One text for all addresses that stand alike. */
  readonly of: (addresses: RangeKnowledge) => string;
};

/** Works out each standing once. `like` answers in its place when its blocks are the same, in the same order. */
export function rangeStandingsOf(ranges: readonly AddressRange[], like?: RangeStandings): RangeStandings {
  if (like?.ranges.length === ranges.length && ranges.every(({ text }, at) => like.ranges[at]?.text === text)) {
    return like;
  }
  const texts = new WeakMap<RangeKnowledge, string>();
  return {
    ranges,
    of(addresses) {
      const known = texts.get(addresses);
      if (known !== undefined) return known;
      let text = "";
      for (const range of ranges) {
        const certainty = isInRange(addresses, range);
        if (certainty !== no) text += `${certainty}${range.text} `;
      }
      texts.set(addresses, text);
      return text;
    },
  };
}
