import { describe, expect, it } from "vitest";
import { isInCidrBlock } from "@/lib/oke/cidr-block";

describe("isInCidrBlock", () => {
  it.each([
    ["10.0.8.0", "10.0.8.0/22", true, "the first address"],
    ["10.0.11.255", "10.0.8.0/22", true, "the last address"],
    ["10.0.12.0", "10.0.8.0/22", false, "the address after the last"],
    ["10.0.7.255", "10.0.8.0/22", false, "the address before the first"],
    ["200.1.2.3", "200.1.2.3/32", true, "a block of one address above the signed half"],
    ["1.2.3.4", "0.0.0.0/0", true, "the block of everything"],
    ["10.0.9.1", "10.0.8.7/22", true, "a block written with host bits"],
    ["fd00::1", "10.0.8.0/22", false, "an IPv6 address"],
    ["10.0.8.256", "10.0.8.0/22", false, "what is not an address"],
    ["10.0.8.1", "10.0.8.0", false, "a block without a prefix"],
    ["10.0.8.1", "10.0.8.0/33", false, "a prefix that does not exist"],
  ])("%s in %s is %s: %s", (ipAddress, cidrBlock, expected) => {
    expect(isInCidrBlock(ipAddress, cidrBlock)).toBe(expected);
  });
});
