"use client";

import { Switch } from "@/components/ui/switch";

type Side = "true" | "false" | "any";

type ProtectionSwitchProps = {
  readonly side: Side;
  readonly onChange: (side: Side) => void;
};

/** Whether resources without attributes are listed too. How many those are stands beside the title, shown or not. */
export function ProtectionSwitch({ side, onChange }: ProtectionSwitchProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <Switch
        label="Show unprotected"
        isOn={side !== "true"}
        onChange={(isOn) => onChange(isOn ? "any" : "true")}
        className="ml-1"
      />
      {side === "false" && (
        <button type="button" onClick={() => onChange("any")} className="text-link rounded-[2px]">
          Only those are shown: show protected too
        </button>
      )}
    </span>
  );
}
