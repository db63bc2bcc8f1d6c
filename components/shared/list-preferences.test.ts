import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepColumns, keepViews, keptColumns, savedViews } from "@/components/shared/list-preferences";

const store = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal("window", {
    localStorage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, text: string) => store.set(key, text),
      removeItem: (key: string) => store.delete(key),
    },
  });
});
afterEach(() => {
  store.clear();
  vi.unstubAllGlobals();
});

it("views are kept of each list by itself, and come back by name", () => {
  const views = [
    { name: "Stale", search: "?q=state%3Astale", isDefault: true },
    { name: "all of it", search: "", isDefault: false },
  ];
  expect(keepViews("resources", views)).toBe(true);
  expect(savedViews("resources").map(({ name }) => name)).toEqual(["all of it", "Stale"]);
  expect(savedViews("clusters")).toEqual([]);
  keepViews("resources", []);
  expect(store.size).toBe(0);
});

it("what is kept and cannot be read is no view, nor is one that leads elsewhere", () => {
  store.set("zpr-console.views.resources", "{");
  expect(savedViews("resources")).toEqual([]);
  store.set(
    "zpr-console.views.resources",
    JSON.stringify([{ name: "x", search: "//elsewhere.example", isDefault: true }]),
  );
  expect(savedViews("resources")).toEqual([]);
});

it("columns are kept until the list's own are wanted again", () => {
  keepColumns("clusters", "region,stale");
  expect(keptColumns("clusters")).toBe("region,stale");
  keepColumns("clusters", null);
  expect(keptColumns("clusters")).toBeNull();
});

it("a browser that keeps nothing says so, and nothing breaks", () => {
  vi.stubGlobal("window", {
    get localStorage() {
      throw new DOMException("denied", "SecurityError");
    },
  });
  expect(keptColumns("clusters")).toBeNull();
  expect(keepColumns("clusters", "region")).toBe(false);
  expect(savedViews("clusters")).toEqual([]);
});
