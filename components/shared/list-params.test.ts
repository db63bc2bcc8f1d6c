import { describe, expect, it } from "vitest";
import { listRequest, pageSteps } from "@/components/shared/list-params";

describe("listRequest", () => {
  it("leaves out what is empty and asks for the last page token", () => {
    expect(listRequest({ q: "", region: null, state: "stale", page: "a~b" })).toEqual({ state: "stale", page: "b" });
  });

  it("asks for as many rows as are wanted, and not for what is only of the table", () => {
    const values = { q: "", page: "a", columns: "region" };
    expect(listRequest({ ...values, size: "100" })).toEqual({ page: "a", limit: "100" });
    expect(listRequest({ ...values, size: "all" })).toEqual({ limit: "50" });
    expect(listRequest({ ...values, size: null })).toEqual({ page: "a" });
  });

  it("asks for no page at the first one", () => {
    expect(listRequest({ q: "x", page: "" })).toEqual({ q: "x" });
  });
});

describe("pageSteps", () => {
  it("knows no way back from the first page", () => {
    expect(pageSteps("", "a", 50)).toEqual({ from: 1, previous: null, next: "a" });
  });

  it("goes back to the first page from the second", () => {
    expect(pageSteps("a", "b", 50)).toEqual({ from: 51, previous: "", next: "a~b" });
  });

  it("ends on the last page", () => {
    expect(pageSteps("a~b", null, 20)).toEqual({ from: 41, previous: "a", next: null });
  });
});
