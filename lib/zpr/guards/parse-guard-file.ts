import * as v from "valibot";
import type { AdminSource, GuardEnd, GuardFile, GuardLine } from "@/lib/zpr/guards/guard-file";
import { guardEndFrom, guardProtocolFrom, type GuardTextProblem } from "@/lib/zpr/guards/parse-guard-end";
import type { ProtocolSet } from "@/lib/zpr/reach/protocol-set";

/** A mistake in a guard file. `path` leads to it from the top, such as `["mustReach", 0, "from"]`. */
export type GuardFileProblem = { readonly path: readonly (string | number)[]; readonly message: string };

export type ParsedGuardFile =
  | { readonly ok: true; readonly file: GuardFile }
  | { readonly ok: false; readonly problems: readonly GuardFileProblem[] };

/** Reads a text by a function that gives what it means, or what is wrong with it. */
const read = <T extends object>(from: (text: string) => T | GuardTextProblem) =>
  v.pipe(
    v.string("This is no text. Put it in quotes."),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const given = from(dataset.value);
      if (!("problem" in given)) return given;
      addIssue({ message: given.problem });
      return NEVER;
    }),
  );

/** Says of an object what it may hold, for a member too many, one that is missing, and what is no object. */
const holding = (names: string) => (issue: v.BaseIssue<unknown>) => {
  if (issue.expected === "never") return `This is not known here. It may hold ${names}.`;
  if (issue.expected === "Object") return `Here belongs a mapping of ${names}.`;
  return `${issue.expected ?? "A member"} is missing. It holds ${names}.`;
};

const adminSourceFrom = (text: string): AdminSource | GuardTextProblem => {
  const end: GuardEnd | GuardTextProblem = guardEndFrom(text);
  if ("problem" in end || end.kind === "attribute" || end.kind === "address") return end;
  return { problem: "An admin source is a CIDR block such as 10.0.0.0/16 or an attribute, namespace.key:value." };
};

const isOuter = ({ kind }: GuardEnd) => kind === "address" || kind === "osn-services";

const line = v.pipe(
  v.strictObject(
    {
      from: read(guardEndFrom),
      to: read(guardEndFrom),
      protocol: v.optional(
        read((text): { text: string; set: ProtocolSet } | GuardTextProblem => {
          const set = guardProtocolFrom(text);
          return "problem" in set ? set : { text, set };
        }),
        "",
      ),
    },
    holding("from, to and protocol"),
  ),
  v.check(
    ({ from, to }) => !isOuter(from) || !isOuter(to),
    "Neither end is a resource, so there is nothing that ZPR rules over. Name one by attribute, name or all-endpoints.",
  ),
);

const list = <S extends v.GenericSchema>(item: S) =>
  v.optional(v.nullable(v.array(item, "Here belongs a list: lines that begin with a hyphen.")), null);

const schema = v.strictObject(
  { adminSources: list(read(adminSourceFrom)), mustReach: list(line), mustNotReach: list(line) },
  holding("adminSources, mustReach and mustNotReach"),
);

function pathOf({ path }: v.BaseIssue<unknown>): readonly (string | number)[] {
  return (path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
}

/** Takes the value of a guard file, however it was written, and gives what it declares or every mistake in it. */
export function parseGuardFile(value: unknown): ParsedGuardFile {
  const parsed = v.safeParse(schema, value ?? {});
  if (!parsed.success) {
    return { ok: false, problems: parsed.issues.map((issue) => ({ path: pathOf(issue), message: issue.message })) };
  }
  const { adminSources, mustReach, mustNotReach } = parsed.output;
  const lines: readonly GuardLine[] = [
    ...(mustReach ?? []).map((each, index) => ({ ...each, id: `mustReach[${index}]`, expects: "reach" as const })),
    ...(mustNotReach ?? []).map((each, index) => ({
      ...each,
      id: `mustNotReach[${index}]`,
      expects: "no-reach" as const,
    })),
  ];
  return { ok: true, file: { adminSources: adminSources ?? [], lines } };
}
