import { readFileSync } from "node:fs";
import { type PolicyDocument, policyDocumentFrom } from "@/lib/zpr/policy-language/policy-document";
import { UsageError } from "@/scripts/lib/arguments.mjs";

/** The one word that is no flag, and the rest. Throws a `UsageError` when there is none, or more than one. */
export function takeFile(
  words: readonly string[],
  flagsWithValue: readonly string[],
): { file: string; flags: string[] } {
  const isFlag = (word: string | undefined) => word?.startsWith("--") === true;
  const isValue = (index: number) => flagsWithValue.includes(words[index - 1] ?? "");
  const files = words.filter((word, index) => !isFlag(word) && !isValue(index));
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError("Give one file, or - for the standard input.");
  return { file, flags: words.filter((word) => word !== file) };
}

/** Reads the statements of a file, `-` for the standard input. Throws a `UsageError` when there are none. */
export function readDocument(file: string): PolicyDocument {
  const document = parsed(file, textOf(file));
  if (document.statements.length === 0) throw new UsageError(`${file} holds no statements.`);
  return document;
}

/** The text of a file, `-` for the standard input. Throws a `UsageError` when it cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parsed(file: string, text: string): PolicyDocument {
  try {
    return policyDocumentFrom(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
