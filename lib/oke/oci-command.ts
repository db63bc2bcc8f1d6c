import { posixWord, visibleJson } from "@/lib/oke/quoting";

/** A value, several for an option that may be repeated, or something that the CLI takes as JSON. */
type Option = string | readonly string[] | { readonly json: unknown };

const plain = /^[A-Za-z0-9][\w.:/@-]*$/;
const word = (text: string) => (plain.test(text) ? text : posixWord(text));

function textsOf(value: Option): readonly string[] {
  if (typeof value === "string") return [word(value)];
  return "json" in value ? [posixWord(visibleJson(value.json))] : value.map(word);
}

/**
 * A command for the OCI CLI, one option a line, every value quoted for a POSIX shell.
 * @param command the words after `oci`
 * @param options without their dashes; `{json}` becomes JSON
 */
export function ociCommand(command: string, options: Readonly<Record<string, Option>>): string {
  const lines = Object.entries(options).flatMap(([name, value]) => textsOf(value).map((text) => `  --${name} ${text}`));
  return [`oci ${command}`, ...lines].join(" \\\n");
}
