import { writeFileSync } from "node:fs";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import { parseArguments, UsageError } from "@/scripts/lib/arguments.mjs";
import { readDocument, takeFile } from "@/scripts/zpl/read-document";
import { writeLines } from "@/scripts/zpl/write-lines";

/**
 * `zpl format FILE|- [--write | --check]`: prints the file with every statement in its canonical form, or writes it
 * back, or only says whether it is. A statement that does not parse stays as it is, and makes the exit code 1.
 */
export async function format(words: readonly string[]): Promise<number> {
  const { file, flags } = takeFile(words, []);
  const given = parseArguments(flags, { write: "switch", check: "switch" });
  if (given["write"] === true && file === "-") throw new UsageError("--write needs a file.");
  const document = readDocument(file);
  const parsed = document.statements.map(({ text }) => parseStatement(text));
  const texts = parsed.map(({ isValid, statement, text }) =>
    isValid && statement !== null ? printStatement(statement) : text,
  );
  const complaints: string[] = [];
  const complain = (index: number, message: string) => {
    const { line, column } = document.statements[index]?.positionAt(0) ?? { line: 0, column: 0 };
    complaints.push(`${file === "-" ? "stdin" : file}:${line}:${column}: ${message}`);
  };
  for (const [index, { isValid }] of parsed.entries()) {
    if (!isValid) complain(index, "left as it is: it does not parse (see zpl check)");
    else if (given["check"] === true && texts[index] !== parsed[index]?.text) complain(index, "not in canonical form");
  }
  await writeLines(complaints, process.stderr);
  const isWhole = parsed.every(({ isValid }) => isValid);
  if (given["check"] === true) return isWhole && texts.every((text, index) => text === parsed[index]?.text) ? 0 : 1;
  const formatted = document.withTexts(texts);
  if (given["write"] === true) writeFileSync(file, formatted);
  else await writeLines([formatted.replace(/\n$/u, "")]);
  return isWhole ? 0 : 1;
}
