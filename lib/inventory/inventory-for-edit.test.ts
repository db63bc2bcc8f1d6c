import { expect, test, vi } from "vitest";
import { currentInventories } from "@/lib/inventory/current-inventories";
import { inventoryForEdit } from "@/lib/inventory/inventory-for-edit";
import type { OciContext } from "@/lib/oci/clients";

vi.mock("@/lib/inventory/current-inventories", () => ({ currentInventories: vi.fn() }));

type Waited = ReturnType<ReturnType<typeof currentInventories>["viewWhen"]>;

/** What is there when the patience is over. */
const after = (inventory: unknown) =>
  vi.mocked(currentInventories).mockReturnValueOnce({
    viewWhen: () => Promise.resolve({ inventory, pass: null, problem: null }) as Waited,
    view: vi.fn(),
    refresh: vi.fn(),
    replaceResource: vi.fn(),
  });
const context = {} as OciContext;
const catalog = { namespaces: [], isNamespaceListComplete: true, gaps: ["One namespace may not be read."] };
const withA = { finishedAt: null, catalog, resources: [{ id: "a" }] };

test("a resource that a pass under way has not come upon is not taken for one that does not exist", async () => {
  after(withA);
  expect(await inventoryForEdit(context, "b")).toBeNull();
  after({ ...withA, finishedAt: "2026-01-01T00:00:00Z" });
  expect(await inventoryForEdit(context, "b")).not.toBeNull();
  after(withA);
  expect(await inventoryForEdit(context, "a", "b")).toBeNull();
});

test("a resource that was read is there, although some definitions never will be", async () => {
  after(withA);
  expect(await inventoryForEdit(context, "a")).toBe(withA);
});

test("without any inventory there is none to edit by", async () => {
  after(null);
  expect(await inventoryForEdit(context, "a")).toBeNull();
});
