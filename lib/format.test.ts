import { describe, expect, it } from "vitest";
import { formatAgo, formatAtLeast, formatCode, formatCounted, formatExact, ocidTail } from "@/lib/format";

describe("formatAgo", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  it.each([
    ["the last seconds as just now", "2026-11-23T11:59:55Z", "just now"],
    ["seconds", "2026-11-23T11:59:20Z", "40 s ago"],
    ["whole minutes only", "2026-11-23T11:56:01Z", "3 min ago"],
    ["hours", "2026-11-23T09:30:00Z", "2 hr ago"],
    ["days", "2026-11-20T12:00:00Z", "3 days ago"],
    ["a clock that runs ahead as just now", "2026-11-23T12:00:30Z", "just now"],
  ])("says %s", (_name, then, words) => {
    expect(formatAgo(Date.parse(then), now)).toBe(words);
  });
});

describe("counts", () => {
  it("says at least when not all was read", () => {
    expect(formatAtLeast(1240, false)).toBe("at least 1,240");
    expect(formatAtLeast(1240, true)).toBe("1,240");
  });

  it("agrees in number with its noun", () => {
    expect(formatCounted(1, "cluster")).toBe("1 cluster");
    expect(formatCounted(0, "cluster")).toBe("0 clusters");
    expect(formatCounted(2, "entry", "entries")).toBe("2 entries");
  });
});

describe("words of the machine", () => {
  it("reads Oracle's codes as sentences do", () => {
    expect(formatCode("NEEDS_ATTENTION")).toBe("Needs attention");
  });

  it("ends an OCID in six characters", () => {
    expect(ocidTail("ocid1.cluster.oc1.iad.aaaaaaaaabcdef")).toBe("abcdef");
  });

  it("gives an exact time with its zone", () => {
    expect(formatExact(Date.parse("2026-11-23T12:00:00Z"), "UTC")).toBe("23 Nov 2026, 12:00:00 UTC");
  });
});
