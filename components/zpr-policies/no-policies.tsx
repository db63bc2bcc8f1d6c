import { EyeOff } from "lucide-react";
import { ErrorNote } from "@/components/shared/error-note";
import { EmptyState } from "@/components/ui/empty-state";
import { Literal } from "@/components/ui/literal";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { ReadingState } from "@/lib/contract/reading-state";

type NoPoliciesProps = { readonly reading: ReadingState; readonly onRead: () => void };

/** Why no policy is listed: there is none, one may not look, or they could not be read. Never one for the other. */
export function NoPolicies({ reading, onRead }: NoPoliciesProps) {
  switch (reading.state) {
    case "refused":
      return (
        <EmptyState
          icon={<EyeOff aria-hidden="true" className="size-5" />}
          title="ZPR policies: none there, or not visible to you"
        >
          OCI answered <code className="text-note font-mono">{reading.code}</code>:{" "}
          <Literal text={reading.message ?? "no reason was given."} /> It gives that answer for both, so whether there
          are policies is not known. To see them, ask for an IAM policy in the root compartment:{" "}
          <code className="text-note font-mono">Allow group &lt;group&gt; to read zpr-policy in tenancy</code>
        </EmptyState>
      );
    case "failed":
      return (
        <ErrorNote
          title="The ZPR policies could not be read"
          error={{
            code: reading.code ?? "listZprPolicies",
            message: reading.message ?? "OCI gave no reason.",
            opcRequestId: reading.opcRequestId,
          }}
          onRetry={onRead}
        />
      );
    case "not-asked":
      return <TableSkeleton label="Reading the ZPR policies" columns={5} />;
    case "read":
      return (
        <EmptyState title="There is no ZPR policy">
          Without one, whatever carries a security attribute can connect to nothing, and nothing to it.
        </EmptyState>
      );
  }
}
