import { SheetCell } from "@/components/clusters/sheet-cell";
import { SheetGroup } from "@/components/clusters/sheet-group";
import { StateWord } from "@/components/shared/state-word";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { VirtualNodePoolListItem } from "@/lib/contract/clusters";

type VirtualNodePoolSurfacesProps = { readonly virtualNodePools: readonly VirtualNodePoolListItem[] };

/** Virtual node pools stand on the sheet so that nobody looks for them, with why they carry nothing. */
export function VirtualNodePoolSurfaces({ virtualNodePools }: VirtualNodePoolSurfacesProps) {
  return (
    <SheetGroup title={<span className="text-muted">Virtual node pools</span>}>
      {virtualNodePools.map((pool) => (
        <tr
          key={pool.id}
          className="border-line text-muted grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1.5 border-t py-2 @4xl:table-row @4xl:py-0"
        >
          <th
            scope="row"
            className="@4xl:border-line col-start-1 row-start-1 px-4 py-0 text-left font-normal @4xl:border-t @4xl:py-2 @4xl:align-top"
          >
            <Literal text={pool.name} />
          </th>
          <SheetCell colSpan={3} className="col-span-2 row-start-2">
            {pool.reason}
          </SheetCell>
          <SheetCell colSpan={2} className="col-start-2 row-start-1">
            <span className="inline-flex flex-col items-start gap-0.5">
              <StatusWord shape="circle-slash" tone="neutral">
                Not supported
              </StatusWord>
              {pool.lifecycleState !== "ACTIVE" && <StateWord state={pool.lifecycleState} />}
            </span>
          </SheetCell>
        </tr>
      ))}
    </SheetGroup>
  );
}
