import { type IamCondition, iamConditionFrom } from "@/lib/oke/readiness/iam-condition";

/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/Policy, the part that we use. */
export type IamPolicy = {
  readonly id: string;
  /** The compartment that it is attached to. */
  readonly compartmentId: string;
  readonly name: string;
  readonly statements: readonly string[];
  readonly lifecycleState: "CREATING" | "ACTIVE" | "INACTIVE" | "DELETING" | "DELETED" | "UNKNOWN_VALUE";
};

export const iamVerbs = ["inspect", "read", "use", "manage"] as const;
export type IamVerb = (typeof iamVerbs)[number];

export type IamSubject =
  | { readonly kind: "any-user" }
  /** As written, `Domain/name` where a domain is given; an OCID where the statement says `group id`. */
  | { readonly kind: "group"; readonly names: readonly string[] }
  | { readonly kind: "dynamic-group" }
  | { readonly kind: "other" };

export type IamLocation =
  | { readonly kind: "tenancy" }
  | { readonly kind: "compartment"; readonly path: readonly string[] }
  | { readonly kind: "compartment-id"; readonly id: string };

/** A statement of the plain form, about one resource type. */
export type IamStatement = {
  readonly effect: "allow" | "deny";
  readonly subject: IamSubject;
  readonly verb: IamVerb;
  readonly resourceType: string;
  readonly location: IamLocation;
  /** `null` without one; `unread` for one that we do not read. */
  readonly condition: IamCondition | null | "unread";
};

const form =
  /^\s*(allow|deny)\s+(.+?)\s+to\s+(inspect|read|use|manage)\s+([a-z][\w-]*)\s+in\s+(tenancy|compartment\s+(?:id\s+)?[^\s]+)(?:\s+where\s+(.+?))?\s*$/is;

const unquoted = (text: string) => text.trim().replaceAll("'", "");

function subjectFrom(text: string): IamSubject {
  const [, word = "", rest = ""] = /^([\w-]+)\s*(.*)$/s.exec(text.trim()) ?? [];
  switch (word.toLowerCase()) {
    case "any-user":
      return rest === "" ? { kind: "any-user" } : { kind: "other" };
    case "group":
      return { kind: "group", names: rest.split(",").map((name) => unquoted(name.replace(/^\s*id\s+/i, ""))) };
    case "dynamic-group":
      return { kind: "dynamic-group" };
    default:
      return { kind: "other" };
  }
}

function locationFrom(text: string): IamLocation {
  const [, word = "", place = ""] = /^compartment\s+(id\s+)?(.+)$/is.exec(text) ?? [];
  if (place === "") return { kind: "tenancy" };
  if (word !== "") return { kind: "compartment-id", id: unquoted(place) };
  return { kind: "compartment", path: unquoted(place).split(":") };
}

const isVerb = (word: string): word is IamVerb => (iamVerbs as readonly string[]).includes(word);

/**
 * Takes the text of a statement; gives its parts when it grants or denies one verb on one resource type in one place,
 * and `null` for everything else (lists of permissions, `define`, `endorse`, `admit`, whatever Oracle adds).
 * https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/policy-syntax.htm
 */
export function iamStatementFrom(text: string): IamStatement | null {
  const [, effect = "", subject = "", verb = "", resourceType = "", place = "", where] = form.exec(text) ?? [];
  const word = verb.toLowerCase();
  if (!isVerb(word)) return null;
  return {
    effect: effect.toLowerCase() === "deny" ? "deny" : "allow",
    subject: subjectFrom(subject),
    verb: word,
    resourceType: resourceType.toLowerCase(),
    location: locationFrom(place),
    condition: where === undefined ? null : (iamConditionFrom(where) ?? "unread"),
  };
}
