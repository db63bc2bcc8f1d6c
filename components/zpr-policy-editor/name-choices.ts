import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";
import { formatCounted } from "@/lib/format";
import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";

/** An attribute that can be written into a statement, and what is known of it. */
export type NameChoice = { readonly attribute: NamedAttribute; readonly text: string; readonly note: string };

const choiceOf = (attribute: NamedAttribute, note: string): NameChoice => ({
  attribute,
  text: printAttribute(attribute),
  note,
});

/** Attributes that VCNs carry, with the names of these VCNs. */
export function locationChoices({ vcns }: ZprPolicyNames): readonly NameChoice[] {
  const found = new Map<string, { readonly attribute: NamedAttribute; readonly vcns: string[] }>();
  for (const { displayName, securityAttributes } of vcns) {
    for (const { namespace, key, value, unreadable } of securityAttributes) {
      if (unreadable !== null) continue;
      const attribute = { namespace, key, value };
      const id = namedAttributeKey(attribute);
      const entry = found.get(id) ?? { attribute, vcns: [] };
      entry.vcns.push(displayName);
      found.set(id, entry);
    }
  }
  return [...found.values()]
    .map((entry) => choiceOf(entry.attribute, `VCN ${entry.vcns.slice(0, 3).join(", ")}`))
    .toSorted((a, b) => a.text.localeCompare(b.text, "en", { numeric: true }));
}

/** Attributes that resources carry, then values that definitions allow and nothing carries yet. */
export function endpointChoices({ carried, catalog }: ZprPolicyNames): readonly NameChoice[] {
  const used = carried.map(({ namespace, key, value, resourceCount }) =>
    choiceOf({ namespace, key, value }, `On ${formatCounted(resourceCount, "resource")}`),
  );
  const known = new Set(used.map(({ attribute }) => namedAttributeKey(attribute)));
  const allowed = catalog.namespaces
    .filter(({ lifecycleState, isRetired }) => lifecycleState === "ACTIVE" && !isRetired)
    .flatMap(({ name: namespace, definitions }) =>
      definitions
        .filter(({ lifecycleState, isRetired }) => lifecycleState === "ACTIVE" && !isRetired)
        .flatMap(({ name: key, allowedValues }) =>
          (Array.isArray(allowedValues) ? allowedValues : []).map((value: string) => ({ namespace, key, value })),
        ),
    )
    .filter((attribute) => !known.has(namedAttributeKey(attribute)))
    .map((attribute) => choiceOf(attribute, "On nothing that was read"));
  return [...used, ...allowed];
}

/** `namespace.key:` of every active definition: its value is still to be written. */
export const keyChoices = ({ catalog }: ZprPolicyNames): readonly { readonly text: string; readonly note: string }[] =>
  catalog.namespaces
    .filter(({ lifecycleState, isRetired }) => lifecycleState === "ACTIVE" && !isRetired)
    .flatMap(({ name, definitions }) =>
      definitions
        .filter(({ lifecycleState, isRetired }) => lifecycleState === "ACTIVE" && !isRetired)
        .map(({ name: key, description }) => ({ text: `${name}.${key}:`, note: description })),
    );
