import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, wireShapeFrom } from "@/emulator/seeds/recorded/wire-names";
import { type Json, parseJson } from "@/lib/json";

export type WireRecord = { readonly [name: string]: Json };

/** What the files of a directory hold: things with an OCID, merged by it, and things without. */
export type Recordings = {
  readonly byId: ReadonlyMap<string, WireRecord>;
  readonly withoutId: readonly WireRecord[];
  /** Every OCID that occurs anywhere, in order of the files. */
  readonly ocids: readonly string[];
};

type Answer = { readonly isWhole: boolean; readonly records: readonly WireRecord[] };

const contentOf = (path: string): Json | undefined => {
  const text = readFileSync(path, "utf8").trim();
  // The CLI prints nothing at all for an empty list.
  if (text === "") return undefined;
  try {
    return parseJson(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON`, { cause });
  }
};

const recordsOf = (items: Json | undefined): readonly WireRecord[] =>
  Array.isArray(items) ? items.map((item: Json) => wireShapeFrom(item)).filter(isJsonObject) : [];

/** A list stands under `data` or `data.items`, a whole resource under `data`; anything else is no recording. */
const answerFrom = (content: Json | undefined): Answer => {
  const data = isJsonObject(content) ? content.data : undefined;
  const items = isJsonObject(data) && "items" in data ? data.items : data;
  if (isJsonObject(items)) return { isWhole: true, records: recordsOf([items]) };
  return { isWhole: false, records: recordsOf(items) };
};

const ocidsIn = (value: Json): readonly string[] => {
  if (typeof value === "string") return value.startsWith("ocid1.") ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((member: Json) => ocidsIn(member));
};

const jsonFilesOf = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(directory, name));

/** Reads every answer below a directory. Throws when the directory cannot be read or a file is not JSON. */
export function recordingsFrom(directory: string): Recordings {
  const answers = jsonFilesOf(directory).map((path) => answerFrom(contentOf(path)));
  const byId = new Map<string, WireRecord>();
  // A list may give a summary: what was read as a whole is put over it.
  for (const { records } of [...answers].sort((a, b) => Number(a.isWhole) - Number(b.isWhole))) {
    for (const record of records) {
      if (typeof record.id === "string") byId.set(record.id, { ...byId.get(record.id), ...record });
    }
  }
  const records = answers.flatMap((answer) => answer.records);
  return {
    byId,
    withoutId: records.filter((record) => typeof record.id !== "string"),
    ocids: [...new Set(records.flatMap(ocidsIn))],
  };
}
