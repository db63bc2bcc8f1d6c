import {
  isJsonFault,
  lineAndColumn,
  type LocatedJson,
  type LocatedMember,
  parseLocatedJson,
  plainJson,
} from "@/lib/oke/located-json";
import { noteChecks, type ManifestChecks, type PlacedAttribute } from "@/lib/oke/manifest-checks";
import { fatalCodes, type ManifestProblem, type NoteProblem } from "@/lib/oke/manifest-problem";
import { visibleJson } from "@/lib/oke/quoting";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { wireFromSecurityAttributes } from "@/lib/zpr/security-attributes";

/** A manifest's value as it was understood. */
export type ManifestValue = {
  /** In the order of the text; `null` when the text is no set at all. A mode that is missing is `null`. */
  readonly attributes: readonly SecurityAttribute[] | null;
  readonly problems: readonly ManifestProblem[];
};

const kindOf = (located: LocatedJson): string => {
  if (located.type !== "scalar") return located.type === "array" ? "a list" : "a map";
  return typeof located.value === "string" ? "text" : `${located.value}`;
};

/** Of members with one name the last counts, as in the controllers' own reader. */
const lastOfEach = (members: readonly LocatedMember[], note: NoteProblem): readonly LocatedMember[] => {
  const byName = new Map<string, LocatedMember>();
  for (const member of members) {
    if (byName.has(member.name)) {
      note("repeated-name", member.nameOffset, `${member.name} stands here for the second time; only the last counts.`);
    }
    byName.set(member.name, member);
  }
  return [...byName.values()];
};

const membersOf = (located: LocatedJson, what: string, note: NoteProblem): readonly LocatedMember[] => {
  if (located.type === "object") return lastOfEach(located.members, note);
  note("not-a-map", located.offset, `${what} must be a map, and this is ${kindOf(located)}.`);
  return [];
};

const textOf = (member: LocatedMember | undefined): string | null =>
  member?.value.type === "scalar" && typeof member.value.value === "string" ? member.value.value : null;

const attributeFrom = (
  namespace: string,
  { name: key, nameOffset, value: entry }: LocatedMember,
  note: NoteProblem,
): PlacedAttribute => {
  const name = `${namespace}.${key}`;
  const members = membersOf(entry, name, note);
  const [value, mode] = ["value", "mode"].map((word) => members.find((member) => member.name === word));
  if (entry.type === "object" && value === undefined) note("value-not-text", nameOffset, `${name} has no value.`);
  if (value !== undefined && textOf(value) === null) {
    const message = `The value of ${name} must be text in double quotes, and this is ${kindOf(value.value)}.`;
    note("value-not-text", value.value.offset, message);
  }
  if (entry.type === "object" && mode === undefined) {
    note("mode-missing", nameOffset, `${name} has no mode; write "mode":"enforce" beside its value.`);
  }
  if (mode !== undefined && textOf(mode) === null) {
    note("mode-not-text", mode.value.offset, `The mode of ${name} must be text, and this is ${kindOf(mode.value)}.`);
  }
  const otherMembers = members
    .filter((member) => member !== value && member !== mode)
    .map((member) => [member.name, plainJson(member.value)] as const);
  const attribute = { namespace, key, value: textOf(value) ?? "", mode: textOf(mode), otherMembers, unreadable: null };
  return { attribute, offset: nameOffset };
};

/**
 * Takes the text of a Service's or an IngressClass's annotation, or of a StorageClass's parameter; gives the set in it
 * and everything that is wrong with it, in the order of the text.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingpersistentvolumeclaim_Provisioning_PVCs_on_FSS.htm
 */
export function parseManifestValue(text: string, checks: ManifestChecks = {}): ManifestValue {
  const problems: ManifestProblem[] = [];
  const note: NoteProblem = (code, offset, message) => {
    problems.push({ code, message, offset, ...lineAndColumn(text, offset) });
  };
  const root = parseLocatedJson(text);
  if (isJsonFault(root)) {
    note("not-json", root.offset, `This is not JSON: ${root.says}.`);
    return { attributes: null, problems };
  }
  const placed = membersOf(root, "The value", note).flatMap((namespace) =>
    membersOf(namespace.value, `The namespace ${namespace.name}`, note).map((key) =>
      attributeFrom(namespace.name, key, note),
    ),
  );
  noteChecks(placed, checks, note);
  problems.sort((a, b) => a.offset - b.offset);
  const isSet = problems.every(({ code }) => !fatalCodes.includes(code));
  return { attributes: isSet ? placed.map(({ attribute }) => attribute) : null, problems };
}

/** The text that annotation and parameter take for a set: JSON on one line in which nothing is invisible. */
export const printManifestValue = (attributes: readonly SecurityAttribute[]): string =>
  visibleJson(wireFromSecurityAttributes(attributes));
