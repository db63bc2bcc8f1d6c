import { describe, expect, test } from "vitest";
import { guardEndFrom, guardProtocolFrom } from "@/lib/zpr/guards/parse-guard-end";
import { parseGuardFile } from "@/lib/zpr/guards/parse-guard-file";

describe("an end of a line", () => {
  test.each([
    ["app.tier:web", "attribute"],
    ["app.tier:a:b c", "attribute"],
    ["10.0.0.0/16", "address"],
    ["10.0.0.1", "address"],
    ["fd00::/8", "address"],
    ["all-endpoints", "all-endpoints"],
    ["OSN-services-ip-addresses", "osn-services"],
    ["payments-*", "name"],
  ])("%s is %s", (text, kind) => expect(guardEndFrom(text)).toMatchObject({ kind, text }));

  test.each([
    ["10.0.0.1/16", "Write 10.0.0.0/16."],
    ["10.0.0.0/99", "Write one such as 10.0.0.0/16."],
    ["tier:web", "oracle-zpr.tier:web"],
    [" web", "without blanks around it"],
    ["", "The text is empty"],
  ])("%j is refused with what to write", (text, fix) => {
    const end = guardEndFrom(text);
    expect("problem" in end && end.problem).toContain(fix);
  });

  test("has a protocol as a trace has one", () => {
    expect(guardProtocolFrom("tcp/443")).toMatchObject({ ports: { from: 443, to: 443 } });
    const wrong = guardProtocolFrom("tcp/443-22");
    expect("problem" in wrong && wrong.problem).toContain("Write one such as tcp/443");
  });
});

describe("a guard file", () => {
  test("gives its lines the names of their places", () => {
    const parsed = parseGuardFile({
      adminSources: ["10.0.0.0/16", "ops.role:admin"],
      mustReach: [{ from: "a", to: "b" }],
      mustNotReach: [{ from: "10.0.0.0/8", to: "b", protocol: "tcp/22" }],
    });
    expect(parsed).toMatchObject({
      ok: true,
      file: {
        adminSources: [{ kind: "address" }, { kind: "attribute" }],
        lines: [
          { id: "mustReach[0]", expects: "reach" },
          { id: "mustNotReach[0]", expects: "no-reach" },
        ],
      },
    });
  });

  test("may be empty: it then declares nothing", () => {
    expect(parseGuardFile(null)).toEqual({ ok: true, file: { adminSources: [], lines: [] } });
  });

  test("tells every mistake with its path, at once", () => {
    const parsed = parseGuardFile({
      adminSources: ["all-endpoints"],
      mustReach: [{ from: "10.0.0.1/16", to: "b", port: 22 }, { to: "b" }],
      mustNotReach: { from: "a" },
      mustreach: [],
    });
    if (parsed.ok) throw new Error("It was taken.");
    expect(parsed.problems.map(({ path }) => path.join("."))).toEqual(
      expect.arrayContaining([
        "adminSources.0",
        "mustReach.0.from",
        "mustReach.0.port",
        "mustReach.1.from",
        "mustNotReach",
        "mustreach",
      ]),
    );
  });

  test("refuses a line between two addresses, which no attribute rules over", () => {
    const parsed = parseGuardFile({ mustReach: [{ from: "10.0.0.0/8", to: "osn-services" }] });
    expect(parsed).toMatchObject({ ok: false, problems: [{ path: ["mustReach", 0] }] });
  });
});
