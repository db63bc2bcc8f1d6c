import { ErrorNote } from "@/components/shared/error-note";
import { Snippet } from "@/components/shared/snippet";
import type { ReadingState } from "@/lib/contract/reading-state";
import { readPermissionsOf, readStatement } from "@/lib/oke/read-permission";

const [needed] = readPermissionsOf("listZprPolicies");
const statement = needed && readStatement(needed, null, { compartments: [], tenancyId: "" });

/** That the ZPR policies could not be read, in OCI's own code and words, and with the permission that a refusal asks for. */
export function PoliciesUnread({ reading, onRetry }: { readonly reading: ReadingState; readonly onRetry: () => void }) {
  if (reading.state !== "refused" && reading.state !== "failed") return null;
  const { state, message, code, opcRequestId } = reading;
  return (
    <ErrorNote
      title={state === "refused" ? "OCI refused the list of ZPR policies" : "The ZPR policies could not be read"}
      error={{ code: code ?? "NoCode", message: message ?? "OCI gave no reason.", opcRequestId }}
      onRetry={onRetry}
    >
      {state === "refused" && needed && statement && (
        <div className="mt-1.5 flex flex-col gap-1.5">
          <p>
            OCI says the same where there is nothing and where you may not look. To list them takes{" "}
            <span className="text-note font-mono">{needed.permission}</span>, which this statement grants in the root
            compartment:
          </p>
          <Snippet title="IAM statement" text={statement} what="statement" />
        </div>
      )}
    </ErrorNote>
  );
}
