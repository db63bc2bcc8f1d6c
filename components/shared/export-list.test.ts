import { expect, it } from "vitest";
import { exportFile, readAllRows } from "@/components/shared/export-list";
import type { Page } from "@/lib/contract/page";
import type { PageParams } from "@/lib/queries/page-reader";

type Row = { readonly name: string; readonly pools: number };
const all = Array.from({ length: 250 }, (_, index): Row => ({ name: `row ${index}`, pools: index }));

const pageFrom = ({ offset = "0", limit = "50" }: PageParams, revision: number): Page<Row> => ({
  items: all.slice(Number(offset), Number(offset) + Number(limit)),
  opcNextPage: null,
  total: all.length,
  totalUnfiltered: 300,
  revision,
  completeness: {
    isComplete: false,
    gaps: [
      {
        operation: "listClusters",
        region: "eu-frankfurt-1",
        outcome: "refused",
        code: "NotAuthorizedOrNotFound",
        message: "",
        opcRequestId: null,
        compartmentNames: ["ops"],
        scopeCount: 1,
      },
    ],
    gapCount: 3,
  },
  filter: { keys: [], problems: ["No key"], values: null },
});

const detailsOf = (rows: readonly Row[]) => ({
  list: "things",
  columns: ["pools", "name", "without cells"],
  cells: {
    name: [["Name", ({ name }: Row) => name]],
    pools: [["Pools", ({ pools }: Row) => pools]],
  } as const,
  read: { rows, completeness: pageFrom({}, 1).completeness, problems: ["No key"] },
  address: "http://127.0.0.1/things?q=x",
  request: { q: "-region:x", kind: "vcn", sortBy: "pools", sortOrder: "DESC", limit: "50" },
  time: "2026-11-28T15:00:00.000Z",
  tenancy: "acme",
  profile: "DEFAULT",
});

it("all rows that match are read, part by part, in their order", async () => {
  const asked: PageParams[] = [];
  const counts: number[] = [];
  const read = (params: PageParams) => {
    asked.push(params);
    return Promise.resolve(pageFrom(params, 1));
  };
  const { rows } = await readAllRows({ operation: "list", read }, { q: "x" }, (count) => counts.push(count));
  expect(rows).toEqual(all);
  expect(asked.map(({ q, offset }) => [q, offset])).toEqual([
    ["x", undefined],
    ["x", "100"],
    ["x", "200"],
  ]);
  expect(counts).toEqual([100, 200, 250]);
});

it("parts of two revisions are no list: it is read anew, and given up when that never ends", async () => {
  let reads = 0;
  const once = (params: PageParams) => {
    reads += 1;
    return Promise.resolve(pageFrom(params, reads === 2 ? 2 : reads > 2 ? 3 : 1));
  };
  const { rows } = await readAllRows({ operation: "list", read: once }, {}, () => undefined);
  expect(rows).toHaveLength(250);
  const always = (params: PageParams) => {
    reads += 1;
    return Promise.resolve(pageFrom(params, reads));
  };
  await expect(readAllRows({ operation: "list", read: always }, {}, () => undefined)).rejects.toMatchObject({
    code: "InventoryChanged",
  });
});

it("the file says what was asked, when, and what could not be read, then holds the columns in sight", () => {
  const rows = [
    { name: "=cmd|' /C calc'!A0", pools: -1 },
    { name: `say "hi", you`, pools: 2 },
  ];
  const { name, text } = exportFile({ ...detailsOf(rows), format: "csv" });
  expect(name).toBe("zpr-things-20261128150000.csv");
  const lines = text.replace("\uFEFF", "").split("\r\n");
  expect(lines).toEqual([
    `"ZPR console","things"`,
    `"Tenancy","acme"`,
    `"Profile","DEFAULT"`,
    `"Exported","2026-11-28T15:00:00.000Z"`,
    `"Address","http://127.0.0.1/things?q=x"`,
    `"Filters","q: -region:x; kind: vcn"`,
    `"Filter not understood","No key"`,
    `"Order","pools DESC"`,
    `"Rows",2`,
    `"Complete",false`,
    `"Not read","listClusters in eu-frankfurt-1: NotAuthorizedOrNotFound, 1 scope (ops)"`,
    `"Not read","and 2 more"`,
    "",
    `"Pools","Name"`,
    `-1,"'=cmd|' /C calc'!A0"`,
    `2,"say ""hi"", you"`,
    "",
  ]);
});

it("the same as JSON keeps the text as it is", () => {
  const { text } = exportFile({ ...detailsOf([{ name: "=1+1", pools: 1 }]), format: "json" });
  const file: unknown = JSON.parse(text);
  expect(file).toMatchObject({ rows: [{ Pools: 1, Name: "=1+1" }] });
  expect(file).toHaveProperty("about.0", { what: "ZPR console", value: "things" });
});
