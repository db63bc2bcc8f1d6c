import { attributeName } from "@/components/shared/policy-text";
import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { ChangePlan, ChangePlanStep } from "@/lib/contract/change-plan";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

type Drawn = { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string };

/** How each state of a plan is drawn and said. */
export const planWords: Record<ChangePlan["state"], Drawn> = {
  running: { shape: "clock", tone: "pending", word: "Running" },
  cancelling: { shape: "clock", tone: "pending", word: "Cancelling" },
  finished: { shape: "tick", tone: "allowed", word: "Finished" },
  stopped: { shape: "octagon", tone: "blocked", word: "Stopped" },
  cancelled: { shape: "circle-slash", tone: "neutral", word: "Cancelled" },
};

/** And each of its steps. */
export const planStepWords: Record<ChangePlanStep["state"], Drawn> = {
  waiting: { shape: "circle-open", tone: "neutral", word: "Waiting" },
  running: { shape: "clock", tone: "pending", word: "Running" },
  verified: { shape: "tick", tone: "allowed", word: "Verified" },
  failed: { shape: "octagon", tone: "blocked", word: "Failed" },
  "not-run": { shape: "circle-slash", tone: "neutral", word: "Not run" },
};

/** A step of the edit in words: "Remove app.tier". */
export function planOperationText(operation: ChangeOperation): string {
  const name = attributeName(operation);
  switch (operation.op) {
    case "add":
      return `Add ${name}:${operation.value}`;
    case "replace":
      return `Change ${name} to ${operation.value}`;
    case "remove":
      return `Remove ${name}`;
  }
}

/** The edit of a plan in one line. */
export const planTitle = (operations: readonly ChangeOperation[]): string =>
  operations.map(planOperationText).join(", ");
