import { ErrorNote } from "@/components/shared/error-note";
import { Banner } from "@/components/ui/banner";
import type { ZprPolicyChangePreview } from "@/lib/contract/zpr-policy-changes";

/** What the service itself says of the write, before it is made. */
export function DryRunNote({ dryRun }: { readonly dryRun: ZprPolicyChangePreview["dryRun"] }) {
  switch (dryRun.verdict) {
    case "accepted":
      return (
        <Banner tone="allowed" title="ZPR's dry run accepts this">
          It checked the form of the change and made none. It does not say what the network will do.
        </Banner>
      );
    case "refused":
      return <ErrorNote title="ZPR's dry run refuses this" error={dryRun.error} />;
    case "unanswered":
      return (
        <Banner tone="unknown" title="ZPR did not answer the dry run">
          Nobody knows yet whether it would take the change: {dryRun.error.message}
        </Banner>
      );
  }
}
