import { AllowedValues } from "@/components/security-attributes/allowed-values";
import { DefinitionState } from "@/components/security-attributes/definition-state";
import { FactList } from "@/components/shared/fact-list";
import { Ocid } from "@/components/shared/ocid";
import { Literal } from "@/components/ui/literal";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

/** The definition of a security attribute: its state with the reason, and what it takes. */
export function AttributeFacts({ attribute }: { readonly attribute: SecurityAttributeListItem }) {
  const { state, reason, allowedValues, namespaceId, kinds } = attribute;
  return (
    <div className="rounded-box border-line bg-surface border px-3 py-3">
      <FactList
        facts={[
          {
            label: "State",
            width: "wide",
            value: (
              <>
                <DefinitionState state={state} />{" "}
                <span className="text-muted">
                  <Literal text={reason} />
                </span>
              </>
            ),
          },
          { label: "Allowed values", width: "wide", value: <AllowedValues values={allowedValues} /> },
          {
            label: "Namespace",
            value: namespaceId === null ? <span className="text-muted">Not visible</span> : <Ocid ocid={namespaceId} />,
          },
          {
            label: "Carried by",
            width: "wide",
            value:
              kinds.length === 0 ? (
                <span className="text-muted">Nothing that was read</span>
              ) : (
                kinds.map((kind) => resourceKindFacts[kind].pluralLabel).join(", ")
              ),
          },
        ]}
      />
    </div>
  );
}
