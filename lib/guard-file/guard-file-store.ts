import "server-only";
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { type GuardTextMistake, type ReadGuardText, readGuardText } from "@/lib/guard-file/read-guard-text";
import type { GuardFile } from "@/lib/zpr/guards/guard-file";

/** Far more than people write, and little enough to be read with every question. */
export const longestGuardText = 262_144;

type Text = {
  readonly text: string;
  /** Of the text, to tell whether somebody else wrote meanwhile. */ readonly hash: string;
};

/** What is known of a guard file: none is there; it declares something; it has mistakes; or it cannot be read at all. */
export type GuardFileState =
  | { readonly state: "absent"; readonly path: string }
  | ({ readonly state: "read"; readonly path: string; readonly file: GuardFile } & Text)
  | ({ readonly state: "broken"; readonly path: string; readonly mistakes: readonly GuardTextMistake[] } & Text)
  | { readonly state: "unreadable"; readonly path: string; readonly message: string };

export type SavedGuardFile =
  | { readonly ok: true; readonly state: GuardFileState }
  /** Somebody else wrote the file after it was seen; nothing was written. */
  | { readonly ok: false; readonly reason: "changed"; readonly current: GuardFileState }
  | { readonly ok: false; readonly reason: "mistakes"; readonly mistakes: readonly GuardTextMistake[] }
  | { readonly ok: false; readonly reason: "unwritable"; readonly message: string };

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const codeOf = (thrown: unknown): string | null =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : null;

const reasons: ReadonlyMap<string | null, string> = new Map([
  ["EACCES", "The console may not do that: look at who owns it."],
  ["EPERM", "The console may not do that: look at who owns it."],
  ["EISDIR", "It is a directory."],
  ["EROFS", "The disk is read only."],
  ["ENOSPC", "The disk is full."],
]);

const reasonOf = (thrown: unknown): string => {
  const code = codeOf(thrown);
  return reasons.get(code) ?? code ?? "The system gave no reason.";
};

/** The last text that was parsed for a path: it is asked for with every poll, and seldom changes. */
const parsed = new Map<string, { readonly text: string; readonly result: ReadGuardText; readonly hash: string }>();

function parsedOf(path: string, text: string) {
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const made = { text, result: readGuardText(text), hash: hashOf(text) };
  parsed.set(path, made);
  return made;
}

/** Reads a guard file as it is now. Never throws: that it cannot be read is a state, and never the same as no file. */
export function readGuardFile(path: string): GuardFileState {
  let text: string;
  try {
    const { size } = statSync(path);
    if (size > longestGuardText) {
      return { state: "unreadable", path, message: `It has ${size} bytes; at most ${longestGuardText} are read.` };
    }
    text = readFileSync(path, "utf8");
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") return { state: "absent", path };
    return { state: "unreadable", path, message: reasonOf(thrown) };
  }
  const { result, hash } = parsedOf(path, text);
  return result.ok
    ? { state: "read", path, text, hash, file: result.file }
    : { state: "broken", path, text, hash, mistakes: result.mistakes };
}

/** The hash of what stands in the file; `null` where there is none or it cannot be read. */
export const hashOfState = (state: GuardFileState): string | null => ("hash" in state ? state.hash : null);

/** A new file beside the old one, put in its place at once: whoever reads meanwhile reads one or the other, whole. */
function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let place = path;
  try {
    place = realpathSync(path);
  } catch (thrown) {
    if (codeOf(thrown) !== "ENOENT") throw thrown;
  }
  const beside = `${place}.${randomBytes(6).toString("hex")}.new`;
  try {
    const opened = openSync(beside, "wx", 0o600);
    try {
      writeFileSync(opened, text);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(beside, place);
  } catch (thrown) {
    rmSync(beside, { force: true });
    throw thrown;
  }
}

/**
 * Writes a guard file that has no mistakes, unless somebody else wrote it since it was seen with `seenHash` (`null`:
 * seen as absent). Nothing of the process can come between the look and the write.
 */
export function saveGuardFile(path: string, text: string, seenHash: string | null): SavedGuardFile {
  const read = readGuardText(text);
  if (!read.ok) return { ok: false, reason: "mistakes", mistakes: read.mistakes };
  const current = readGuardFile(path);
  if (current.state === "unreadable") return { ok: false, reason: "unwritable", message: current.message };
  if (hashOfState(current) !== seenHash) return { ok: false, reason: "changed", current };
  try {
    replaceFile(path, text);
  } catch (thrown) {
    return { ok: false, reason: "unwritable", message: reasonOf(thrown) };
  }
  return { ok: true, state: readGuardFile(path) };
}
