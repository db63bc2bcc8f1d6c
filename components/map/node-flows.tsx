"use client";

import { FlowStatements } from "@/components/map/flow-statements";
import { isListed, MapEnd } from "@/components/map/map-end";
import { MapLink } from "@/components/map/map-link";
import { markWords } from "@/components/map/map-text";
import { nodesOf, useMapAnswer } from "@/components/map/use-map";
import { TextLink } from "@/components/shared/text-link";
import { StatusWord } from "@/components/ui/status-word";
import type { MapFlowView, MapFocus, MapNodeView } from "@/lib/contract/map";
import { formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

/** An end as the page that traces takes it. */
function traceEnd(node: MapNodeView): string | null {
  const { kind, block, resources } = node;
  // A flow is traced between what the lists hold; nodes that no pool makes are not among them.
  if (!isListed(node) && resources.length > 0) return null;
  if (kind === "osn-services") return "osn-services-ip-addresses";
  if (kind === "all-endpoints") return "all-endpoints";
  return resources[0]?.id ?? (block === "" ? null : block);
}

/** The flows of one node, those that reach it before those that leave it. */
export function NodeFlows({ focus, node }: { readonly focus: MapFocus; readonly node: MapNodeView }) {
  const arriving = focus.flows.filter(({ target }) => target === node.id);
  const leaving = focus.flows.filter(({ source, target }) => source === node.id && target !== node.id);
  if (focus.flowCount === 0) {
    return (
      <p className="text-muted">
        {node.kind === "vcn"
          ? "A VCN is no end of a flow: it says where statements apply."
          : "No statement that was read allows traffic to or from it."}
      </p>
    );
  }
  return (
    <>
      <Side title="What reaches it" flows={arriving} otherOf={({ source }) => source} />
      <Side title="What it reaches" flows={leaving} otherOf={({ target }) => target} />
      {focus.flowCount > focus.flows.length && (
        <p>
          These are {focus.flows.length} of {formatCounted(focus.flowCount, "flow")}.{" "}
          <MapLink to={{ view: "table", hops: "1", page: null }}>All in the table</MapLink>
        </p>
      )}
    </>
  );
}

type SideProps = {
  readonly title: string;
  readonly flows: readonly MapFlowView[];
  readonly otherOf: (flow: MapFlowView) => string;
};

function Side({ title, flows, otherOf }: SideProps) {
  const nodes = nodesOf(useMapAnswer());
  if (flows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="font-medium">
        {title} <span className="text-muted font-normal">{formatCounted(flows.length, "flow")}</span>
      </h3>
      <ul className="divide-line flex flex-col divide-y">
        {flows.map((flow) => {
          const other = nodes.get(otherOf(flow));
          const [source, target] = [nodes.get(flow.source), nodes.get(flow.target)];
          const [from, to] = [source && traceEnd(source), target && traceEnd(target)];
          const { shape, tone, word } = markWords[flow.mark];
          return (
            <li key={flow.id} className="flex flex-col gap-1 py-2">
              {other !== undefined && <MapEnd node={other} />}
              <StatusWord shape={shape} tone={tone}>
                {word}
              </StatusWord>
              <span className="font-mono wrap-anywhere">{flow.protocols}</span>
              <FlowStatements flow={flow} isWhole />
              {from && to && (
                <TextLink className="w-fit" href={routes.trace({ source: from, destination: to })}>
                  Trace and test the path
                </TextLink>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
