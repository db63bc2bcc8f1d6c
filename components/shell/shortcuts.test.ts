import { describe, expect, it } from "vitest";
import { settingsFrom, standardSettings, withKey } from "@/components/shell/shortcuts";

describe("settingsFrom", () => {
  it("gives the standard keys where nothing was kept", () => expect(settingsFrom(null)).toEqual(standardSettings));

  it("keeps a chosen key and that all are switched off", () => {
    const kept = settingsFrom(JSON.stringify({ isOn: false, keys: { refresh: "x" } }));
    expect(kept).toEqual({ isOn: false, keys: { ...standardSettings.keys, refresh: "x" } });
  });

  it.each([
    ["no JSON", "{"],
    ["another shape", "[]"],
    ["nothing", "null"],
    ["keys that are no keys", JSON.stringify({ keys: { refresh: "xx", help: 1, filter: " " } })],
    ["keys without a shape", JSON.stringify({ keys: null })],
    ["one key for two", JSON.stringify({ keys: { refresh: "?" } })],
  ])("falls back to the standard for %s", (_what, text) => expect(settingsFrom(text)).toEqual(standardSettings));
});

describe("withKey", () => {
  it("takes a free key", () => {
    expect(withKey(standardSettings, "refresh", "x")).toEqual({
      isOn: true,
      keys: { ...standardSettings.keys, refresh: "x" },
    });
  });

  it("refuses a key of another shortcut, more than one character, and none", () => {
    expect(withKey(standardSettings, "refresh", "?")).toEqual({ problem: "Taken: list the keyboard shortcuts." });
    for (const key of ["", "xy", " "]) {
      expect(withKey(standardSettings, "refresh", key)).toEqual({ problem: "Use one letter, digit or sign." });
    }
  });
});
