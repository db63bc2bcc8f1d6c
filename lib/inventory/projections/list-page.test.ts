import { describe, expect, it } from "vitest";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { listPage, type ListQuestion, type ListRows } from "@/lib/inventory/projections/list-page";

type Row = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly cluster: string | null;
  readonly pools: number;
  readonly version: string | null;
};

const row = (id: string, more: Partial<Row>): Row => ({
  id,
  name: id,
  region: "us-ashburn-1",
  cluster: null,
  pools: 0,
  version: null,
  ...more,
});

const rows: readonly Row[] = [
  row("a", { name: "payments web", cluster: "prod", pools: 3, version: "v1.33.1" }),
  row("b", { name: "payments-api", cluster: "prod", region: "eu-frankfurt-1", version: "v1.31.0" }),
  row("c", { name: "Search", pools: 12, version: "v1.34.0" }),
  row("d", { name: "search, old", region: "eu-frankfurt-1", pools: 1 }),
];

const key = (kind: FilterKey<Row>["kind"], valuesOf: FilterKey<Row>["valuesOf"]): FilterKey<Row> => ({
  what: "",
  kind,
  valuesOf,
});

const listRows: ListRows<Row, "name" | "pools"> = {
  idOf: ({ id }) => id,
  textsOf: ({ name, region }) => [name, region],
  sortValues: { name: ({ name }) => name, pools: ({ pools }) => pools },
  filterKeys: {
    name: key("text", ({ name }) => [name]),
    region: {
      ...key("choice", ({ region }) => [region]),
      labelOf: (region) => (region.startsWith("us") ? "US" : "EU"),
    },
    cluster: key("choice", ({ cluster }) => [cluster]),
    pools: key("number", ({ pools }) => [pools]),
    k8s: key("version", ({ version }) => [version]),
  },
};

const asked = (question: Partial<ListQuestion<Row, "name" | "pools">>) => {
  const answer = listPage(rows, listRows, {
    sortBy: "name",
    sortOrder: "ASC",
    limit: 50,
    narrows: () => true,
    filters: {},
    ...question,
  });
  if (answer === null) throw new Error("The page token was refused.");
  return answer;
};
const idsOf = (q: string) =>
  asked({ q })
    .items.map(({ id }) => id)
    .join("");

describe("the filter of a list", () => {
  it.each([
    ["", "abcd"],
    ["region:us-ashburn-1", "ac"],
    ["region:eu", "bd"],
    ["-region:us-ashburn-1", "bd"],
    ["name:SEARCH", "cd"],
    [`name:"search, old"`, "d"],
    ["region:us-ashburn-1,eu-frankfurt-1 cluster:prod", "ab"],
    [`cluster:""`, "cd"],
    [`-cluster:""`, "ab"],
    ["pools:>2", "ac"],
    ["pools:<=1 -pools:0", "d"],
    ["k8s:<1.32", "b"],
    ["k8s:>=1.33", "ac"],
    ["-k8s:1.33", "bcd"],
    [`"payments w"`, "a"],
    ["payments -web", "b"],
  ])("%s", (q, ids) => {
    expect(idsOf(q)).toBe(ids);
  });

  it("says in words what it does not understand, and the rest of it still narrows", () => {
    const { items, filter } = asked({ q: "owner:me pools:many k8s:new cluster: region:eu" });
    expect(items.map(({ id }) => id)).toEqual(["b", "d"]);
    expect(filter.problems).toEqual([
      `There is no key "owner" in this list. The keys are name, region, cluster, pools, k8s. To look for the text itself, put it in quotes: "owner:me".`,
      `"many" is no value of "pools". Use 3, <3 or >=10.`,
      `"new" is no value of "k8s". Use 1.33, <1.32 or >=1.34.`,
      `Write what "cluster:" has to be, such as cluster:value.`,
    ]);
    expect(asked({ q: "constructor:x" }).filter.problems).toHaveLength(1);
  });

  it("waits for the value of the key that is being written", () => {
    const { items, filter } = asked({ q: "region:eu cluster:" });
    expect([items.length, filter.problems]).toEqual([2, []]);
  });

  it("counts the values of a key under everything but that key", () => {
    const { filter, items } = asked({ q: "payments region:us-ashburn-1", facet: "region" });
    expect(items.map(({ id }) => id)).toEqual(["a"]);
    expect(filter.values).toEqual({
      key: "region",
      items: [
        { value: "eu-frankfurt-1", label: "EU", count: 1 },
        { value: "us-ashburn-1", label: "US", count: 1 },
      ],
      moreCount: 0,
    });
    expect(asked({ facet: "cluster" }).filter.values?.items).toEqual([
      { value: "", label: "None", count: 2 },
      { value: "prod", label: "prod", count: 2 },
    ]);
    expect(asked({ facet: "name", facetText: "SEARCH" }).filter.values?.items).toHaveLength(2);
  });

  it("takes every value that it counts, and finds as many rows with it", () => {
    for (const facet of ["region", "cluster", "pools", "k8s"]) {
      for (const { value, count } of asked({ facet }).filter.values?.items ?? []) {
        expect([facet, value, idsOf(`${facet}:"${value}"`).length]).toEqual([facet, value, count]);
      }
    }
  });
});

describe("the rows of a list", () => {
  it("come in order, in windows, and only those asked for by id", () => {
    expect(asked({ sortBy: "pools", sortOrder: "DESC" }).items.map(({ id }) => id)).toEqual(["c", "a", "d", "b"]);
    expect(asked({ offset: 2, limit: 1 }).items.map(({ id }) => id)).toEqual(["c"]);
    const chosen = asked({ id: ["d", "a", "gone"], q: "region:us" });
    expect(chosen.items.map(({ id }) => id)).toEqual(["a"]);
  });

  it("are found anew for another question of the same rows", () => {
    const narrowed = asked({ narrows: ({ pools }) => pools > 0, filters: { pools: true } });
    expect(narrowed.matching).toHaveLength(3);
    expect(asked({ narrows: ({ pools }) => pools > 2, filters: { pools: 2 } }).matching).toHaveLength(2);
    expect(asked({}).matching).toHaveLength(4);
  });
});
