import { EyeOff } from "lucide-react";
import { ErrorNote } from "@/components/shared/error-note";
import { EmptyState } from "@/components/ui/empty-state";
import { Literal } from "@/components/ui/literal";
import type { SelectableNamespacesResponse } from "@/lib/contract/security-attributes";
import type { ApiError } from "@/lib/queries/api-error";

type NamespaceNoteProps = {
  readonly selectable: {
    readonly data: SelectableNamespacesResponse | undefined;
    readonly error: ApiError | null;
    readonly refetch: () => unknown;
  };
};

const statement = "Allow group <group-name> to use security-attribute-namespaces in tenancy";

/** What is known of the namespaces to choose from. It never says that none exist: OCI hides those one may not use. */
export function NamespaceNote({ selectable: { data, error, refetch } }: NamespaceNoteProps) {
  if (error !== null && data === undefined) {
    return <ErrorNote title="The namespaces could not be read" error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <p className="text-note text-muted">Reading the namespaces that you may use.</p>;
  if (data.namespaces.length === 0) {
    return (
      <EmptyState
        icon={<EyeOff aria-hidden="true" className="size-5" />}
        title="There is no namespace that you may use"
      >
        Others may exist and be hidden from you. An IAM policy like this shows them:{" "}
        <code className="font-mono">{statement}</code>
      </EmptyState>
    );
  }
  if (data.gaps.length === 0) {
    return <p className="text-note text-muted">OCI lists only the namespaces that you may see; others may exist.</p>;
  }
  return (
    <div className="text-note text-muted">
      <p>There may be more namespaces and attributes than can be chosen here:</p>
      <ul className="list-disc pl-4">
        {data.gaps.map((gap) => (
          <li key={gap}>
            <Literal text={gap} />
          </li>
        ))}
      </ul>
    </div>
  );
}
