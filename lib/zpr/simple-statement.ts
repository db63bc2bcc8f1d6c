import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** An attribute as a statement names it. */
export type NamedAttribute = { readonly namespace: string; readonly key: string; readonly value: string };

/** One side of a statement. */
export type StatementSide =
  | { readonly kind: "attribute"; readonly attribute: NamedAttribute }
  | { readonly kind: "all-endpoints" }
  | { readonly kind: "osn-services" }
  /** An IP address or CIDR block, or a word that is none of the others. */
  | { readonly kind: "other"; readonly text: string };

/** A statement about one VCN: `in <attribute> VCN allow <source> to connect to <target> [with <filters>]`. */
export type SimpleStatement = {
  readonly location: NamedAttribute;
  readonly source: StatementSide;
  readonly target: StatementSide;
  /** The text of the filters of both sides, blanks around `=` taken out; empty when there are none. */
  readonly sourceFilters: string;
  readonly targetFilters: string;
};

const term = String.raw`('(?:[^']|'')*'|[^\s']+)`;
const side = String.raw`${term}(?:\s+endpoints)?(?:\s+with\s+(.+?))?`;
const form = new RegExp(String.raw`^\s*in\s+${term}\s+vcn\s+allow\s+${side}\s+to\s+connect\s+to\s+${side}\s*$`, "is");

const unquoted = (text: string) => (text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text);

/** Without a namespace, `oracle-zpr` is meant: https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/zpr-policy-syntax.htm */
function attributeFrom(text: string): NamedAttribute | null {
  const match = /^(?:([\w-]+)\.)?([\w-]+):(.+)$/s.exec(unquoted(text));
  return match ? { namespace: match[1] ?? "oracle-zpr", key: match[2] ?? "", value: match[3] ?? "" } : null;
}

function sideFrom(text: string): StatementSide {
  const bare = unquoted(text);
  if (bare.toLowerCase() === "all-endpoints") return { kind: "all-endpoints" };
  if (bare.toLowerCase() === "osn-services-ip-addresses") return { kind: "osn-services" };
  // An IPv6 address has colons too; no namespace or key begins with what it consists of and ends in a colon twice.
  const attribute = /^[\da-f:.]+(?:\/\d+)?$/i.test(bare) && bare.split(":").length > 2 ? null : attributeFrom(text);
  return attribute ? { kind: "attribute", attribute } : { kind: "other", text: bare };
}

const filtersFrom = (text: string | undefined) => (text ?? "").trim().replaceAll(/\s*=\s*/g, "=");

/**
 * Takes the text of a statement; gives its parts when it is of the plain form about one VCN, and `null` for everything
 * else, valid or not. This is no parser of the policy language: who uses it treats `null` as "cannot tell".
 */
export function simpleStatementFrom(text: string): SimpleStatement | null {
  const [, location, source, sourceFilters, target, targetFilters] = form.exec(text) ?? [];
  const attribute = attributeFrom(location ?? "");
  if (attribute === null || source === undefined || target === undefined) return null;
  return {
    location: attribute,
    source: sideFrom(source),
    target: sideFrom(target),
    sourceFilters: filtersFrom(sourceFilters),
    targetFilters: filtersFrom(targetFilters),
  };
}

/** Names are compared without regard to case, values exactly. */
export const isSameNamed = (a: NamedAttribute, b: NamedAttribute): boolean =>
  a.value === b.value && attributeNameKey(a.namespace, a.key) === attributeNameKey(b.namespace, b.key);

/** Whether a text could mean this attribute in a form that we do not read: it holds its key or its value. */
export const mayName = (text: string, { key, value }: NamedAttribute): boolean => {
  const folded = text.toLowerCase().replaceAll("''", "'");
  return folded.includes(key.toLowerCase()) && folded.includes(value.toLowerCase());
};
