import { describe, expect, it } from "vitest";
import { type Ordering, orderedRows } from "@/lib/inventory/projections/ordered-rows";
import { paged as pagedInOrder, type PageRequest } from "@/lib/inventory/projections/paged";

type Row = { readonly id: string; readonly name: string | null };
const rows: readonly Row[] = ["node10", "node2", null, "Node1", "node2", "é", "node1"].map((name, index) => ({
  id: `id-${index}`,
  name,
}));
const byName = (sortOrder: "ASC" | "DESC"): Ordering<Row> => ({
  valueOf: ({ name }) => name,
  idOf: ({ id }) => id,
  sortOrder,
});

const paged = (items: readonly Row[], ordering: Ordering<Row>, request: PageRequest) =>
  pagedInOrder(orderedRows(items, ordering), ordering, request);

function readAll(items: readonly Row[], ordering: Ordering<Row>, limit: number): readonly string[] {
  const ids: string[] = [];
  let page: string | undefined;
  do {
    const shown = paged(items, ordering, { limit, page, question: "q" });
    if (shown === null) throw new Error("The token was refused.");
    ids.push(...shown.items.map(({ id }) => id));
    page = shown.opcNextPage ?? undefined;
  } while (page !== undefined);
  return ids;
}

describe("pages of a list", () => {
  it("together are the whole list in order, whatever their size", () => {
    const whole = readAll(rows, byName("ASC"), 100);
    expect(whole.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    for (const limit of [1, 2, 3, 7]) expect(readAll(rows, byName("ASC"), limit)).toEqual(whole);
  });

  it("go by number inside texts, without regard to case, with what is not known last in both directions", () => {
    const namesOf = (ids: readonly string[]) => ids.map((id) => rows.find((row) => row.id === id)?.name);
    expect(namesOf(readAll(rows, byName("ASC"), 2))).toEqual(["é", "Node1", "node1", "node2", "node2", "node10", null]);
    expect(namesOf(readAll(rows, byName("DESC"), 2))).toEqual([
      "node10",
      "node2",
      "node2",
      "Node1",
      "node1",
      "é",
      null,
    ]);
  });

  it("neither repeat nor skip a row when others come and go in between", () => {
    const first = paged(rows, byName("ASC"), { limit: 3, question: "q" });
    const gone = first?.items[2]?.id;
    const changed = [...rows.filter(({ id }) => id !== gone), { id: "new", name: "Aaa" }];
    const page = first?.opcNextPage ?? undefined;
    const rest = paged(changed, byName("ASC"), { limit: 100, page, question: "q" });
    expect(rest?.items.map(({ id }) => id)).toEqual(readAll(rows, byName("ASC"), 100).slice(3));
  });

  it("are windows of the same list by the number of rows before them", () => {
    const whole = readAll(rows, byName("DESC"), 100);
    const windows = [0, 3, 6, 9].map((offset) => paged(rows, byName("DESC"), { limit: 3, offset, question: "q" }));
    expect(windows.flatMap((each) => each?.items.map(({ id }) => id))).toEqual(whole);
  });

  it.each([
    ["no token at all", "nonsense"],
    ["empty", ""],
    ["JSON of another form", Buffer.from(`{"question":"q"}`).toString("base64url")],
    ["of another question", paged(rows, byName("ASC"), { limit: 1, question: "other" })?.opcNextPage ?? "missing"],
  ])("refuse a token that is %s", (_what, page) => {
    expect(paged(rows, byName("ASC"), { limit: 1, page, question: "q" })).toBeNull();
  });
});
