import { RefreshCw } from "lucide-react";
import type { EditSession } from "@/components/changes/use-edit-session";
import { Button } from "@/components/ui/button";

type CheckAgainProps = {
  readonly session: Pick<EditSession, "isRebasing" | "checkAgain">;
  readonly size?: "medium" | "small";
  readonly onAsk?: () => void;
};

/** Asks for the manifest once more; what was entered stays. */
export function CheckAgain({ session: { isRebasing, checkAgain }, size = "medium", onAsk }: CheckAgainProps) {
  return (
    <Button
      size={size}
      icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
      pendingLabel={isRebasing ? "Checking" : undefined}
      onClick={() => {
        onAsk?.();
        checkAgain();
      }}
    >
      Check again
    </Button>
  );
}
