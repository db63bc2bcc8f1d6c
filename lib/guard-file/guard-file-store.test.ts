import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashOfState, longestGuardText, readGuardFile, saveGuardFile } from "@/lib/guard-file/guard-file-store";

let place: string;
let path: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "zpr-guards-"));
  path = join(place, "deep", "guards.yaml");
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const text = "adminSources:\n  - 10.0.0.0/16\n";
const write = (content: string) => {
  mkdirSync(join(place, "deep"), { recursive: true });
  writeFileSync(path, content);
};

describe("reading", () => {
  test("no file is absent, and nothing else is", () => {
    expect(readGuardFile(path)).toEqual({ state: "absent", path });
    mkdirSync(path, { recursive: true });
    expect(readGuardFile(path)).toMatchObject({ state: "unreadable", message: "It is a directory." });
  });

  test("a file is read again when it changes, however short the time", () => {
    write(text);
    expect(readGuardFile(path)).toMatchObject({ state: "read", file: { adminSources: [{ text: "10.0.0.0/16" }] } });
    write("adminSources:\n  - 10.1.0.0/16\n");
    expect(readGuardFile(path)).toMatchObject({ state: "read", file: { adminSources: [{ text: "10.1.0.0/16" }] } });
  });

  test("a file with a mistake says where it is", () => {
    write("mustReach:\n  - from: app.tier:web\n    too: db\n");
    const state = readGuardFile(path);
    expect(state.state).toBe("broken");
    expect("mistakes" in state && state.mistakes).toContainEqual(
      expect.objectContaining({ line: 3, column: 5, field: "mustReach[0].too" }),
    );
  });

  test("a file that is far too long is not read", () => {
    write("#".repeat(longestGuardText + 1));
    expect(readGuardFile(path)).toMatchObject({ state: "unreadable" });
  });
});

describe("saving", () => {
  test("the first save makes the file and its directory, for its owner alone", () => {
    const saved = saveGuardFile(path, text, null);
    expect(saved).toMatchObject({ ok: true, state: { state: "read" } });
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(readdirSync(join(place, "deep"))).toEqual(["guards.yaml"]);
  });

  test("a save over what somebody else wrote since is refused with their text", () => {
    write(text);
    const seen = hashOfState(readGuardFile(path));
    write("adminSources: []\n");
    expect(saveGuardFile(path, "mustReach: []\n", seen)).toMatchObject({
      ok: false,
      reason: "changed",
      current: { text: "adminSources: []\n" },
    });
    expect(saveGuardFile(path, "mustReach: []\n", null)).toMatchObject({ ok: false, reason: "changed" });
    expect(readFileSync(path, "utf8")).toBe("adminSources: []\n");
  });

  test("a text with a mistake is not saved", () => {
    write(text);
    const seen = hashOfState(readGuardFile(path));
    expect(saveGuardFile(path, "adminSources: 3\n", seen)).toMatchObject({ ok: false, reason: "mistakes" });
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("a link stays a link, and what it leads to is written", () => {
    write(text);
    const link = join(place, "link.yaml");
    symlinkSync(path, link);
    expect(saveGuardFile(link, "mustReach: []\n", hashOfState(readGuardFile(link)))).toMatchObject({ ok: true });
    expect(readFileSync(path, "utf8")).toBe("mustReach: []\n");
  });

  test("a place below a file cannot be written, and says so", () => {
    writeFileSync(join(place, "file"), "");
    const below = join(place, "file", "guards.yaml");
    expect(saveGuardFile(below, text, null)).toMatchObject({ ok: false, reason: "unwritable" });
  });
});
