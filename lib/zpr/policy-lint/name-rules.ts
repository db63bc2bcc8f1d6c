import type { CatalogIndex } from "@/lib/zpr/attribute-verdict";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import type { ResolvedAttribute, ResolvedStatement } from "@/lib/zpr/policy-language/resolve-names";
import { similarTo } from "@/lib/zpr/policy-language/similar-word";
import { defaultNamespace } from "@/lib/zpr/policy-language/statement";
import { findingAt, type LintFinding, type PlacedStatement } from "@/lib/zpr/policy-lint/lint-finding";
import type { LintRule } from "@/lib/zpr/policy-lint/lint-rule";

/** What the catalog says of the attributes that a statement names. */
export function nameFindings(
  placed: PlacedStatement,
  resolved: ResolvedStatement,
  catalog: CatalogIndex,
): readonly LintFinding[] {
  return [...resolved.locations, ...resolved.endpoints].flatMap((attribute) => [
    ...stateFindings(placed, attribute, catalog),
    ...spellingFindings(placed, attribute),
  ]);
}

const ruleOfState = {
  retired: "retired-attribute",
  deleting: "deleting-attribute",
  deleted: "deleted-attribute",
} as const satisfies Record<string, LintRule>;

function stateFindings(
  placed: PlacedStatement,
  given: ResolvedAttribute,
  catalog: CatalogIndex,
): readonly LintFinding[] {
  const { node, attribute, isDefined, verdict, fullName } = given;
  if (verdict === null || verdict.state === "ok") return [];
  const likeNamespace = namespaceNamedLikeKey(placed, given, catalog);
  if (likeNamespace !== null) return [likeNamespace];
  const indexed = catalog.namespaces.get(attribute.namespace.toLowerCase());
  switch (verdict.state) {
    case "retired":
    case "deleting":
      return [findingAt(placed, ruleOfState[verdict.state], node, verdict.reason)];
    case "deleted": {
      if (isDefined) return [findingAt(placed, "deleted-attribute", node, verdict.reason)];
      const keys = [...(indexed?.definitions.values() ?? [])].map(({ name }) => name);
      return [undefinedFinding(placed, given, keys)];
    }
    case "value-not-allowed":
      return [valueFinding(placed, given, catalog)];
    case "unknown": {
      // Only where the namespaces were all read is its absence a finding.
      if (indexed !== undefined || !catalog.isNamespaceListComplete) return [];
      const meant = similarTo(attribute.namespace.toLowerCase(), [...catalog.namespaces.keys()]);
      const namespace = meant && catalog.namespaces.get(meant)?.namespace.name;
      const fixed = namespace ? printAttribute({ ...attribute, namespace }) : null;
      return [
        findingAt(placed, "unresolved-attribute", node, `${fullName}: ${verdict.reason}`, {
          expected: fixed === null ? [] : [fixed],
          fix: fixed === null ? null : { title: `Write ${fixed}`, edits: [{ ...spanOf(node), insert: fixed }] },
        }),
      ];
    }
  }
}

const spanOf = ({ from, to }: { readonly from: number; readonly to: number }) => ({ from, to });

function undefinedFinding(
  placed: PlacedStatement,
  { node, attribute }: ResolvedAttribute,
  keys: readonly string[],
): LintFinding {
  const meant = similarTo(attribute.key.toLowerCase(), keys);
  const fixed = meant === null ? null : printAttribute({ ...attribute, key: meant });
  const message = `The namespace ${attribute.namespace} has no attribute ${attribute.key}; this matches nothing.`;
  return findingAt(placed, "undefined-attribute", node, message, {
    expected: fixed === null ? [] : [fixed],
    fix: fixed === null ? null : { title: `Write ${fixed}`, edits: [{ ...spanOf(node), insert: fixed }] },
  });
}

function valueFinding(
  placed: PlacedStatement,
  { node, attribute }: ResolvedAttribute,
  catalog: CatalogIndex,
): LintFinding {
  const definition = catalog.namespaces
    .get(attribute.namespace.toLowerCase())
    ?.definitions.get(attribute.key.toLowerCase());
  const allowed = Array.isArray(definition?.allowedValues) ? definition.allowedValues.map(String) : [];
  const folded = attribute.value.toLowerCase();
  const value = allowed.find((each) => each.toLowerCase() === folded) ?? similarTo(folded, allowed);
  const fixed = value === null ? null : printAttribute({ ...attribute, value });
  const message = `${attribute.namespace}.${attribute.key} does not allow the value ${attribute.value}.`;
  return findingAt(placed, "value-not-allowed", node.value, message, {
    expected: allowed.slice(0, 10),
    fix: fixed === null ? null : { title: `Write ${fixed}`, edits: [{ ...spanOf(node), insert: fixed }] },
  });
}

/** `oke-cluster:a` where `oracle-zpr` has no key of that name, and a namespace has. */
function namespaceNamedLikeKey(
  placed: PlacedStatement,
  { node, attribute, isDefined }: ResolvedAttribute,
  { namespaces, isNamespaceListComplete }: CatalogIndex,
): LintFinding | null {
  if (node.namespace !== null || isDefined) return null;
  const standard = namespaces.get(defaultNamespace);
  const isKeyAbsent = standard === undefined ? isNamespaceListComplete : standard.namespace.isDefinitionListComplete;
  const like = namespaces.get(attribute.key.toLowerCase());
  if (!isKeyAbsent || like === undefined) return null;
  const [only, ...others] = like.definitions.values();
  const isOnly = only !== undefined && others.length === 0 && like.namespace.isDefinitionListComplete;
  const fixed = isOnly ? printAttribute({ ...attribute, namespace: like.namespace.name, key: only.name }) : null;
  const message = `This is the key ${attribute.key} of ${defaultNamespace}, which has none such; there is a namespace ${like.namespace.name}.`;
  return findingAt(placed, "key-named-like-namespace", node, message, {
    expected: fixed === null ? [`${like.namespace.name}.key:${attribute.value}`] : [fixed],
    fix: fixed === null ? null : { title: `Write ${fixed}`, edits: [{ ...spanOf(node), insert: fixed }] },
  });
}

function spellingFindings(
  placed: PlacedStatement,
  { node, attribute, isDefined, fullName }: ResolvedAttribute,
): readonly LintFinding[] {
  const isSame = attribute.key === node.attribute.key && attribute.namespace === node.attribute.namespace;
  // In the default namespace nothing is written that could differ.
  const isSameKey = node.namespace === null && attribute.key === node.attribute.key;
  if (!isDefined || isSame || isSameKey) return [];
  const fix = { title: `Write ${fullName}`, edits: [{ ...spanOf(node), insert: fullName }] };
  return [findingAt(placed, "other-spelling", node, `It is stored as ${fullName}.`, { expected: [fullName], fix })];
}
