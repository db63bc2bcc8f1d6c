import { parseJson } from "@/lib/json";
import { parseWorldFile, type WorldFile } from "@/lib/zpr/reach/world-file";
import { UsageError } from "@/scripts/lib/arguments.mjs";
import { printable } from "@/scripts/zpl/printable";
import { textOf } from "@/scripts/zpl/read-document";

/** Reads the exported world that `--inventory` names. Throws a `UsageError` when it is none. */
export function worldOf(path: string | true | undefined): WorldFile {
  if (typeof path !== "string") throw new UsageError("Give the exported world: --inventory FILE.");
  let value: unknown;
  const text = textOf(path);
  try {
    value = parseJson(text);
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = parseWorldFile(value);
  if (!parsed.ok) throw new UsageError(printable(`${path} is no exported world: ${parsed.message}`));
  return parsed.file;
}
