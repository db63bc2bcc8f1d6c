"use client";

import { TextField } from "@/components/ui/text-field";
import type { cyclingProblem } from "@/lib/oke/node-replacement";

type CyclingFieldsProps = {
  readonly surge: string;
  readonly unavailable: string;
  readonly problem: ReturnType<typeof cyclingProblem>;
  readonly onSurgeChange: (surge: string) => void;
  readonly onUnavailableChange: (unavailable: string) => void;
};

/** How many nodes OKE replaces at once, in Oracle's words. */
export function CyclingFields({ surge, unavailable, problem, onSurgeChange, onUnavailableChange }: CyclingFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label="Maximum surge"
        help="Nodes launched beside the present ones: a number or a percentage. They cost while they run."
        isMono
        value={surge}
        onValueChange={onSurgeChange}
        error={problem?.field === "maximumSurge" ? problem.message : undefined}
      />
      <TextField
        label="Maximum unavailable"
        help="Nodes that may be missing meanwhile: a number or a percentage."
        isMono
        value={unavailable}
        onValueChange={onUnavailableChange}
        error={problem?.field === "maximumUnavailable" ? problem.message : undefined}
      />
    </div>
  );
}
