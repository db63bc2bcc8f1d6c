import { describe, expect, test } from "vitest";
import { csvFrom } from "@/lib/export/csv";

const cellOf = (text: string) => csvFrom({ about: [], header: ["Name"], rows: [[text]] }).split("\r\n")[1];

describe("csvFrom", () => {
  test("writes what the table is about, a blank line, the header and the rows", () => {
    const about = [
      ["Scope", "acme"],
      ["Rows", 2],
    ] as const;
    const rows = [
      ["a", 1, true],
      ["b", -2, null],
    ];
    expect(csvFrom({ about, header: ["Name", "Count", "Is read"], rows })).toBe(
      '\uFEFF"Scope","acme"\r\n"Rows",2\r\n\r\n"Name","Count","Is read"\r\n"a",1,true\r\n"b",-2,\r\n',
    );
  });

  test("doubles quotes, and keeps commas and line breaks in their cell", () => {
    expect(csvFrom({ about: [], header: ["A"], rows: [['say "x", y\nz']] })).toBe('\uFEFF"A"\r\n"say ""x"", y\nz"\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "\nx", "  =1", "\u200B=1", "＝1", "＋1", "－1", "＠x"])(
    "keeps %j from being run as a formula",
    (text) => {
      expect(csvFrom({ about: [], header: ["A"], rows: [[text]] })).toBe(`\uFEFF"A"\r\n"'${text}"\r\n`);
    },
  );

  test("does so in the header and in the lines before it too", () => {
    expect(csvFrom({ about: [["=a", "=b"]], header: ["=c"], rows: [] })).toBe('\uFEFF"\'=a","\'=b"\r\n\r\n"\'=c"\r\n');
  });

  test("leaves other text as it is", () => {
    for (const text of ["prod-a", "a=b", "'quoted'", "10.0.0.0/16", " padded", ""]) {
      expect(cellOf(text)).toBe(`"${text}"`);
    }
  });
});
