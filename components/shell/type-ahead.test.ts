import { beforeEach, expect, test, vi } from "vitest";
import { closeOverlay, openOverlay } from "@/components/shell/overlay";
import { takeTyped, typeAhead, typedBefore } from "@/components/shell/type-ahead";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  typeAhead({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    getModifierState: () => false,
    ...more,
  } as KeyboardEvent);

beforeEach(() => closeOverlay());

test("letters that come before the palette are kept for it, and taken back one by one", () => {
  openOverlay("palette");
  expect([press("a"), press(" "), press("é"), press("Backspace"), press("b")]).toEqual([true, true, true, true, true]);
  expect(typedBefore()).toBe("a b");
  expect([takeTyped(), takeTyped()]).toEqual(["a b", ""]);
});

test("keys that write nothing, and those of the browser, go on to the page", () => {
  openOverlay("palette");
  expect([press("ArrowDown"), press("r", { ctrlKey: true }), press("r", { metaKey: true })]).toEqual([
    false,
    false,
    false,
  ]);
  expect(typedBefore()).toBe("");
});

test("Enter presses nothing behind the palette, and AltGr writes", () => {
  openOverlay("palette");
  expect([press("Enter"), press("@", { ctrlKey: true, altKey: true, getModifierState: () => true })]).toEqual([
    true,
    true,
  ]);
  expect(typedBefore()).toBe("@");
});

test("nothing is kept while the palette is not asked for, and each opening begins anew", () => {
  expect(press("a")).toBe(false);
  openOverlay("shortcuts");
  expect(press("a")).toBe(false);
  openOverlay("palette");
  press("a");
  openOverlay("palette");
  expect(typedBefore()).toBe("");
});

test("a palette that does not come gives the keys back to the page", () => {
  vi.useFakeTimers();
  openOverlay("palette");
  vi.advanceTimersByTime(5_001);
  expect(press("a")).toBe(false);
  vi.useRealTimers();
});
