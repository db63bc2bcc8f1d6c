"use client";

import { useState } from "react";
import { readRegions } from "@/components/shared/scope";
import { useChooseScope } from "@/components/shared/use-choose-scope";
import { useScope } from "@/components/shared/use-scope";
import { CompartmentTree } from "@/components/shell/compartment-tree";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useAnnounce } from "@/components/ui/live-region";
import type { InventoryStatus } from "@/lib/contract/inventory";

type ScopeFormProps = {
  readonly status: InventoryStatus;
  /** Called when the choice is made. */
  readonly onDone: () => void;
};

/** The choice of regions and of one compartment with all below it, for every page at once. */
export function ScopeForm({ status, onDone }: ScopeFormProps) {
  const scope = useScope();
  const choose = useChooseScope();
  const announce = useAnnounce();
  const [regions, setRegions] = useState(scope.regions);
  const [compartmentId, setCompartmentId] = useState(scope.compartmentId);
  const all = readRegions(status);
  const finish = (chosen: { readonly regions: readonly string[]; readonly compartmentId: string | null }) => {
    choose({ ...chosen, regions: chosen.regions.length === all.length ? [] : chosen.regions });
    announce(
      chosen.regions.length === 0 && chosen.compartmentId === null ? "Scope: the whole tenancy" : "Scope changed",
    );
    onDone();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        finish({ regions, compartmentId });
      }}
    >
      <fieldset className="min-w-0">
        <legend className="mb-1 font-medium">Regions</legend>
        <div className="flex max-h-44 flex-col overflow-y-auto">
          <Checkbox label="All regions" isChecked={regions.length === 0} onChange={() => setRegions([])} />
          {all.map((name) => (
            <Checkbox
              key={name}
              label={<span className="text-note font-mono">{name}</span>}
              isChecked={regions.includes(name)}
              onChange={(isChecked) =>
                setRegions(all.filter((each) => (each === name ? isChecked : regions.includes(each))))
              }
            />
          ))}
        </div>
      </fieldset>
      <CompartmentTree
        compartments={status.compartments}
        tenancyId={status.tenancy?.id ?? null}
        value={compartmentId}
        onChange={setCompartmentId}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          disabledReason={scope.isNarrowed ? undefined : "The scope is the whole tenancy"}
          onClick={() => finish({ regions: [], compartmentId: null })}
        >
          Whole tenancy
        </Button>
        <Button type="submit" variant="primary">
          Apply scope
        </Button>
      </div>
    </form>
  );
}
