import { SheetGroup } from "@/components/clusters/sheet-group";
import { SurfaceRow } from "@/components/clusters/surface-row";
import { StateWord } from "@/components/shared/state-word";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { NodePoolListItem } from "@/lib/contract/clusters";
import { formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

/** A node pool on the sheet: its primary and its secondary VNICs, never merged. */
export function NodePoolSurfaces({ nodePool }: { readonly nodePool: NodePoolListItem }) {
  const { name, primary, secondary, secondaryVnicCount } = nodePool;
  return (
    <SheetGroup title={<PoolTitle nodePool={nodePool} />}>
      <SurfaceRow resource={primary} name="Primary VNIC" of={<Literal text={name} />} isStateShown={false} />
      <SurfaceRow
        resource={secondary}
        name="Secondary VNICs"
        of={<Literal text={name} />}
        isStateShown={false}
        note={secondaryVnicCount > 1 && `${secondaryVnicCount} to a node, one set for all`}
      />
    </SheetGroup>
  );
}

function PoolTitle({ nodePool }: { readonly nodePool: NodePoolListItem }) {
  const { id, name, kubernetesVersion, nodeCount, lifecycleState } = nodePool;
  return (
    <>
      <span>
        <span className="text-muted">Node pool </span>
        <TextLink look="name" href={routes.nodePool(id)}>
          <Literal text={name} />
        </TextLink>
      </span>
      <span className="text-note text-muted font-mono">{kubernetesVersion}</span>
      <span className="text-note text-muted">
        {nodeCount === null ? "Nodes not read" : formatCounted(nodeCount, "node")}
      </span>
      {lifecycleState !== "ACTIVE" && <StateWord state={lifecycleState} />}
    </>
  );
}
