import { type CatalogIndex, verdictOf } from "@/lib/zpr/attribute-verdict";
import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import type { AttributeNode, ParsedStatement } from "@/lib/zpr/policy-language/statement-tree";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { AttributeVerdict } from "@/lib/zpr/verdict-state";

/** A VCN with what it carries. */
export type NamedVcn = {
  readonly id: string;
  readonly displayName: string;
  readonly region: string;
  readonly securityAttributes: readonly SecurityAttribute[];
};

/** What is known about the names that statements use; `null` for what was not read. */
export type PolicyNames = {
  readonly catalog: CatalogIndex | null;
  readonly vcns: readonly NamedVcn[] | null;
};

/** An attribute of a statement beside what is known of it. */
export type ResolvedAttribute = {
  readonly node: AttributeNode;
  /** With namespace and key as they are stored, if their definition is known; else as they were written. */
  readonly attribute: NamedAttribute;
  /** The attribute with its namespace spelled out, `oracle-zpr` where none is written. */
  readonly fullName: string;
  /** Whether the catalog holds a definition of this name. */
  readonly isDefined: boolean;
  /** `null` without a catalog. */
  readonly verdict: AttributeVerdict | null;
};

/** A location beside the VCNs that carry its attribute; `null` when the VCNs were not read. */
export type ResolvedLocation = ResolvedAttribute & { readonly vcns: readonly NamedVcn[] | null };

export type ResolvedEndpoint = ResolvedAttribute & { readonly side: "source" | "target" };

export type ResolvedStatement = {
  /** One for the statement, or one for each side, source first. */
  readonly locations: readonly ResolvedLocation[];
  /** Attributes of the endpoints, source first; an endpoint that is none of them is not here. */
  readonly endpoints: readonly ResolvedEndpoint[];
};

/** Resolves the names of statements, one after the other. */
export type ResolveNames = (parsed: ParsedStatement) => ResolvedStatement;

type Known = Omit<ResolvedAttribute, "node">;

/**
 * Makes a resolver over what is known. Names are looked up without regard to case
 * (https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/security-attributes.htm), values exactly; what
 * one statement has asked for, the next is answered at once.
 */
export function nameResolverFrom({ catalog, vcns }: PolicyNames): ResolveNames {
  const known: Cache = { catalog, byText: new Map() };
  const vcnsByAttribute = vcns === null ? null : indexedVcns(vcns);
  return ({ tree }) => {
    const locations: ResolvedLocation[] = [];
    for (const location of [tree.location, tree.source.location, tree.target.location]) {
      const node = location?.attribute;
      if (!node) continue;
      const found = vcnsByAttribute && (vcnsByAttribute.get(namedAttributeKey(node.attribute)) ?? []);
      locations.push({ node, ...knownOf(node.attribute, known), vcns: found });
    }
    const endpoints: ResolvedEndpoint[] = [];
    const [source, target] = [tree.source.endpoint?.attribute, tree.target.endpoint?.attribute];
    if (source) endpoints.push({ node: source, ...knownOf(source.attribute, known), side: "source" });
    if (target) endpoints.push({ node: target, ...knownOf(target.attribute, known), side: "target" });
    return { locations, endpoints };
  };
}

type Cache = { readonly catalog: CatalogIndex | null; readonly byText: Map<string, Known> };

function knownOf(attribute: NamedAttribute, { catalog, byText }: Cache): Known {
  const text = `${attribute.namespace}.${attribute.key}:${attribute.value}`;
  const found = byText.get(text);
  if (found !== undefined) return found;
  const fresh = readKnown(attribute, catalog);
  byText.set(text, fresh);
  return fresh;
}

function readKnown(written: NamedAttribute, catalog: CatalogIndex | null): Known {
  const indexed = catalog?.namespaces.get(written.namespace.toLowerCase());
  const definition = indexed?.definitions.get(written.key.toLowerCase());
  const attribute = {
    namespace: indexed?.namespace.name ?? written.namespace,
    key: definition?.name ?? written.key,
    value: written.value,
  };
  const verdict = catalog && verdictOf({ ...attribute, mode: "enforce", otherMembers: [], unreadable: null }, catalog);
  return { attribute, fullName: printAttribute(attribute), isDefined: definition !== undefined, verdict };
}

function indexedVcns(vcns: readonly NamedVcn[]): ReadonlyMap<string, readonly NamedVcn[]> {
  const index = new Map<string, NamedVcn[]>();
  for (const vcn of vcns) {
    for (const attribute of vcn.securityAttributes) {
      if (attribute.unreadable !== null) continue;
      const carriers = index.get(namedAttributeKey(attribute));
      if (carriers === undefined) index.set(namedAttributeKey(attribute), [vcn]);
      else carriers.push(vcn);
    }
  }
  return index;
}
