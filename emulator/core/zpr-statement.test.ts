import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isZprStatement } from "@/emulator/core/zpr-statement";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import { brokenText, statement } from "@/lib/zpr/policy-language/test-arbitraries";

const [place, web, db] = ["in net.vcn:prod VCN allow", "app.tier:web endpoints", "app.tier:db endpoints"];
const same = `${place} ${web} to connect to ${db}`;
const two = "allow app.tier:web endpoints in net.vcn:a VCN to connect to app.tier:db endpoints in net.vcn:b VCN";

describe("the emulated service", () => {
  test.each([
    ["the same-VCN form", same],
    ["the two-VCN form", two],
    [
      "the two-VCN form with the filter before the location",
      two.replace(" in net.vcn:b", " with protocol='tcp/1521' in net.vcn:b"),
    ],
    ["keywords in any letters", same.toUpperCase().replace(/NET.VCN:PROD/u, "net.vcn:prod")],
    ["no word endpoints", `${place} app.tier:web to connect to app.tier:db`],
    ["no namespace", "in vcn:prod VCN allow tier:web endpoints to connect to tier:db endpoints"],
    ["a value in quotes, its own quote doubled", `${place} 'app.name:o''brien & sons' endpoints to connect to ${db}`],
    ["all endpoints, in quotes and bare", `${place} 'all-endpoints' to connect to ${db}`],
    ["Oracle's services", `${place} ${web} to connect to 'osn-services-ip-addresses'`],
    ["an address and a block", `${place} '10.0.0.0/8' to connect to ${db}`],
    ["an address of version 6", `${place} '2001:db8::/32' to connect to ${db}`],
    ["filters after a comma and after with", `${same} with protocol='tcp/8000-8099', connection-state = 'stateless'`],
    ["a filter of the source", `${place} ${web} with protocol='tcp/1-9' to connect to ${db}`],
  ])("takes %s", (_, text) => {
    expect(isZprStatement(text)).toBe(true);
  });

  test.each([
    ["another command", same.replace("allow", "deny")],
    ["two locations", two.replace("allow", "in net.vcn:a VCN allow")],
    ["one location of two", two.replace(" in net.vcn:b VCN", "")],
    ["an address across two VCNs", two.replace(web, "'10.0.0.0/8'")],
    ["an address without quotes", `${place} 10.0.0.0/8 to connect to ${db}`],
    ["the word endpoints after an address", `${place} '10.0.0.0/8' endpoints to connect to ${db}`],
    ["a prefix that is too long", `${place} '10.0.0.0/33' to connect to ${db}`],
    ["an attribute without a value", same.replace("app.tier:web", "app.tier")],
    ["two attributes on an end", same.replace(web, "app.tier:web and app.name:shop endpoints")],
    ["a blank in a bare value", same.replace(web, "app.tier:web front endpoints")],
    ["all endpoints on both ends", `${place} all-endpoints to connect to all-endpoints`],
    ["addresses on both ends", `${place} '10.0.0.1' to connect to '10.0.0.2'`],
    ["an address and Oracle's services", `${place} '10.0.0.1' to connect to 'osn-services-ip-addresses'`],
    ["the old name of Oracle's services", `${place} ${web} to connect to 'osn-services-ip-endpoints'`],
    ["a location that is an address", same.replace("net.vcn:prod", "'10.0.0.0/16'")],
    ["a list of ports", `${same} with protocol='tcp/22,443'`],
    ["a range that runs backwards", `${same} with protocol='tcp/9-1'`],
    ["a port that is none", `${same} with protocol='tcp/65536'`],
    ["a protocol that is none", `${same} with protocol='tpc/22'`],
    ["a value without quotes", `${same} with protocol=tcp/22`],
    ["a filter twice", `${same} with protocol='tcp/1' with protocol='tcp/2'`],
    ["stateful, which is not written", `${same} with connection-state='stateful'`],
    ["a quote that is not doubled", same.replace(web, "'app.name:o'brien' endpoints")],
    ["nothing", ""],
  ])("refuses %s", (_, text) => {
    expect(isZprStatement(text)).toBe(false);
  });
});

describe("the emulated service and the console's parser, written apart,", () => {
  const isTaken = (text: string) => parseStatement(text).isValid;

  test("take every statement that the rules allow, as it is printed", () => {
    fc.assert(
      fc.property(statement, (each) => {
        const text = printStatement(each);
        expect([text, isTaken(text), isZprStatement(text)]).toEqual([text, true, true]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("agree about texts made of pieces of the language", () => {
    fc.assert(
      fc.property(brokenText, (text) => {
        expect([text, isZprStatement(text)]).toEqual([text, isTaken(text)]);
      }),
      { numRuns: 5_000 },
    );
  });

  test("agree about statements of which a word is missing, twice there or in another's place", () => {
    const steps = fc.record({ at: fc.nat(40), other: fc.nat(40), how: fc.constantFrom("drop", "double", "swap") });
    fc.assert(
      fc.property(statement, steps, (each, { at, other, how }) => {
        const words = printStatement(each).split(" ");
        const [from, to] = [at % words.length, other % words.length];
        const changed =
          how === "drop"
            ? words.toSpliced(from, 1)
            : how === "double"
              ? words.toSpliced(from, 0, words[from] ?? "")
              : words.with(from, words[to] ?? "").with(to, words[from] ?? "");
        const text = changed.join(" ");
        expect([text, isZprStatement(text)]).toEqual([text, isTaken(text)]);
      }),
      { numRuns: 5_000 },
    );
  });

  const directory = process.env["ZPL_STATEMENTS"] || null;
  test.skipIf(directory === null)("give the collected statements the verdict that they got", () => {
    const rows = readFileSync(join(directory ?? "", "zpl-statements.tsv"), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      const [text = "", , verdict] = row.split("\t");
      expect([text, isZprStatement(text), isTaken(text)]).toEqual([text, verdict === "ok", verdict === "ok"]);
    }
  });
});
