import { MapLink } from "@/components/map/map-link";
import { nodeTitle, nodeWhat } from "@/components/map/map-text";
import { Literal } from "@/components/ui/literal";
import type { MapNodeView } from "@/lib/contract/map";
import { mapResourceKinds } from "@/lib/oke/map/map-resource";
import { resourceKinds } from "@/lib/oke/resource-kind";

export const isResourceNode = ({ kind }: Pick<MapNodeView, "kind">): boolean =>
  mapResourceKinds.some((each) => each === kind);

/** Whether it is among the resources of the lists, with a page of its own; nodes that no pool makes are not. */
export const isListed = ({ kind }: Pick<MapNodeView, "kind">): boolean => resourceKinds.some((each) => each === kind);

/** One end of a flow in a list: its name, which leads to it, and below it what and where it is. */
export function MapEnd({ node }: { readonly node: MapNodeView }) {
  const where = [node.clusterName, node.vcnName].filter((name) => name !== null);
  return (
    <span className="flex min-w-36 flex-col">
      <MapLink to={{ focus: node.id }} className="wrap-anywhere">
        <Literal text={nodeTitle(node)} className={isResourceNode(node) ? "" : "font-mono"} />
      </MapLink>
      <span className="text-note text-muted">
        {nodeWhat(node)}
        {where.length > 0 && (
          <>
            {" of "}
            <Literal text={where.join(", ")} />
          </>
        )}
      </span>
    </span>
  );
}
