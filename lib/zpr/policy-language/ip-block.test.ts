import fc from "fast-check";
import { expect, test } from "vitest";
import { hasHostBits, ipBlockFrom, ipBlockText, isBlockWithin } from "@/lib/zpr/policy-language/ip-block";

const block = (text: string) => {
  const found = ipBlockFrom(text);
  if (found === null) throw new Error(`${text} is no block.`);
  return found;
};

test.each([
  ["10.0.0.1", "10.0.0.1/32"],
  ["192.168.1.1/16", "192.168.0.0/16"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["10.1.2.3/20", "10.1.0.0/20"],
  ["::/0", "::/0"],
  ["2001:db8::1/32", "2001:db8::/32"],
  ["fe80::1", "fe80::1/128"],
  ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8/128"],
  ["::ffff:10.0.0.1", "::ffff:a00:1/128"],
  ["1:0:0:2::3", "1:0:0:2::3/128"],
])("%s is the block %s", (text, network) => {
  expect(ipBlockText(block(text))).toBe(network);
});

test.each([
  "",
  "10.0.0",
  "10.0.0.0/33",
  "10.0.0.256",
  "010.0.0.1",
  "10.0.0.0/08",
  "10.0.0.0/",
  "a:b",
  ":::",
  "1::2::3",
  "::/129",
  "1:2:3:4:5:6:7:8:9",
  "12345::",
  "::1.2.3",
])("%j is no address", (text) => {
  expect(ipBlockFrom(text)).toBeNull();
});

test("a block has host bits when its address is not that of its network", () => {
  expect([
    hasHostBits(block("10.0.0.1/24")),
    hasHostBits(block("10.0.0.0/24")),
    hasHostBits(block("10.0.0.1")),
  ]).toEqual([true, false, false]);
});

test("a block lies in another when all its addresses do", () => {
  expect(isBlockWithin(block("10.1.0.0/16"), block("10.0.0.0/8"))).toBe(true);
  expect(isBlockWithin(block("10.0.0.0/8"), block("10.1.0.0/16"))).toBe(false);
  expect(isBlockWithin(block("11.0.0.1"), block("10.0.0.0/8"))).toBe(false);
  expect(isBlockWithin(block("10.0.0.1"), block("::/0"))).toBe(false);
  expect(isBlockWithin(block("2001:db8:1::/48"), block("2001:db8::/32"))).toBe(true);
});

test("the text of a block is read as the same block", () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(fc.ipV4(), fc.nat(32)), fc.tuple(fc.ipV6(), fc.nat(128))), ([address, prefix]) => {
      const text = ipBlockText(block(`${address}/${prefix}`));
      expect(ipBlockText(block(text))).toBe(text);
      expect(isBlockWithin(block(address), block(text))).toBe(true);
    }),
  );
});
