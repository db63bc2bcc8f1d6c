import { isByHand, type EditSession } from "@/components/changes/use-edit-session";
import { ErrorNote } from "@/components/shared/error-note";

/** Why there is no review, below the form with what was entered. Asked again, it is asked for the same. */
export function ReviewRefused({ session: { base, error, previewAgain } }: { readonly session: EditSession }) {
  if (error === null) return null;
  if (isByHand(base)) return <ErrorNote title="The resource could not be read again" error={error} role="alert" />;
  return (
    <ErrorNote title="The review was refused" error={error} onRetry={previewAgain} role="alert">
      <p>What you entered is kept.</p>
    </ErrorNote>
  );
}
