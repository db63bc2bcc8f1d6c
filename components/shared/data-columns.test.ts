import { expect, it } from "vitest";
import { columnHelper, columnsText, shownColumns } from "@/components/shared/data-columns";

type Row = { readonly name: string; readonly region: string; readonly pools: number };
const column = columnHelper<Row>();
const columns = column.columns([
  column.accessor("name", { header: "Name" }),
  column.accessor("region", { header: "Region" }),
  column.accessor(({ pools }) => pools * 2, { id: "pools", header: "Pools" }),
]);
const idsOf = (chosen: string) => shownColumns(columns, chosen).map(({ id }) => id);

it("the columns of the address are shown in its order, after the name", () => {
  expect(idsOf("")).toEqual(["name", "region", "pools"]);
  expect(idsOf("pools,region")).toEqual(["name", "pools", "region"]);
  expect(idsOf("pools")).toEqual(["name", "pools"]);
  expect(idsOf("pools,nothing,pools,name")).toEqual(["name", "pools"]);
  expect(idsOf("nothing")).toEqual(["name", "region", "pools"]);
});

it("what is shown of its own accord does not stand in the address", () => {
  expect(columnsText(columns, ["region", "pools"])).toBeNull();
  expect(columnsText(columns, ["pools", "region"])).toBe("pools,region");
  expect(columnsText(columns, ["region"])).toBe("region");
});

it("a column without a cell of its own shows its value", () => {
  const row: Row = { name: "a", region: "us", pools: 2 };
  expect(columns.map(({ render }) => render(row))).toEqual(["a", "us", 4]);
});
