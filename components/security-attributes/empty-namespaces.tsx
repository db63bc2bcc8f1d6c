import { DefinitionState } from "@/components/security-attributes/definition-state";
import { Literal } from "@/components/ui/literal";
import type { NamespaceSummary } from "@/lib/contract/security-attributes";

/** The namespaces that the table cannot show, because it has a row for each attribute and they have none. */
export function EmptyNamespaces({ namespaces }: { readonly namespaces: readonly NamespaceSummary[] }) {
  const empty = namespaces.filter(({ keyCount }) => keyCount === 0);
  if (empty.length === 0) return null;
  return (
    <section aria-label="Namespaces without security attributes">
      <h2 className="text-section mt-3 mb-2 font-semibold">Namespaces without security attributes</h2>
      <ul className="rounded-box border-line bg-surface border">
        {empty.map(({ id, name, description, state, isKeyListComplete }) => (
          <li
            key={id}
            className="border-line flex min-h-(--row-height) flex-wrap items-center gap-x-4 border-b px-3 py-1 last:border-b-0"
          >
            <Literal text={name} className="text-note font-mono font-medium" />
            <DefinitionState state={state} />
            <span className="text-muted">
              <Literal text={description} />
            </span>
            {!isKeyListComplete && <span className="text-muted">Its security attributes could not be listed</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
