"use client";

import { X } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { isListed, isResourceNode } from "@/components/map/map-end";
import { MapLink } from "@/components/map/map-link";
import { nodeTitle, nodeWhat, stateWords } from "@/components/map/map-text";
import { NodeFlows } from "@/components/map/node-flows";
import { nodesOf, useMapAnswer, useMapValues } from "@/components/map/use-map";
import { AttributeSet } from "@/components/shared/attribute-set";
import { Breadcrumb } from "@/components/shared/breadcrumb";
import { severityWords } from "@/components/shared/finding-words";
import { LinkButton } from "@/components/shared/link-button";
import { TextLink } from "@/components/shared/text-link";
import { IconButton } from "@/components/ui/icon-button";
import { Literal } from "@/components/ui/literal";
import { Segmented } from "@/components/ui/segmented";
import { StatusWord } from "@/components/ui/status-word";
import type { MapFocus, MapNodeView } from "@/lib/contract/map";
import { formatCounted } from "@/lib/format";
import { type UnpooledNodeKind, unpooledNodeKinds, unpooledNodeReasons } from "@/lib/oke/unpooled-node";
import { routes } from "@/lib/routes";

const hopOptions = [
  { value: "", label: "All" },
  { value: "1", label: "1" },
  { value: "2", label: "2" },
  { value: "3", label: "3" },
] as const;

const shownResources = 12;

const isUnpooled = (kind: MapNodeView["kind"]): kind is UnpooledNodeKind =>
  unpooledNodeKinds.some((each) => each === kind);

/** Everything about the node that has the focus, beside the view. */
export function MapPanel() {
  const answer = useMapAnswer();
  const { focus } = answer;
  const node = focus === null ? undefined : nodesOf(answer).get(focus.nodeId);
  if (focus === null || node === undefined) return null;
  return <Panel focus={focus} node={node} />;
}

function Panel({ focus, node }: { readonly focus: MapFocus; readonly node: MapNodeView }) {
  const { values, setValues, go } = useMapValues();
  const headingId = useId();
  const isResource = isResourceNode(node);
  const resourceId = focus.resourceId ?? node.resources[0]?.id ?? null;
  return (
    <aside
      aria-labelledby={headingId}
      data-map-panel
      className="rounded-box border-line bg-surface flex min-w-0 flex-col gap-4 border p-4 lg:max-h-[max(24rem,calc(100dvh-13.5rem))] lg:w-96 lg:shrink-0 lg:overflow-y-auto"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Breadcrumb
            className="mb-1"
            steps={[
              { key: "map", link: <Step to={{ focus: null, hops: null }}>Map</Step> },
              ...focus.within.map(({ nodeId, of, name }) => ({
                key: nodeId,
                link: (
                  <Step to={{ focus: nodeId }}>
                    <Literal text={of === "vcn" ? `VCN ${name}` : name} />
                  </Step>
                ),
              })),
            ]}
            here={nodeWhat(node)}
          />
          <h2 id={headingId} tabIndex={-1} className="text-section font-semibold wrap-anywhere">
            <Literal text={nodeTitle(node, 1)} />
          </h2>
          {node.region !== null && <p className="text-muted">{node.region}</p>}
        </div>
        <IconButton
          label="Close the details"
          size="small"
          icon={<X aria-hidden="true" className="size-4" />}
          onClick={() => go({ focus: null, hops: null, page: null })}
        />
      </header>
      {isResource && (
        <>
          <div className="flex flex-col gap-2">
            <p className="flex flex-wrap gap-x-3 gap-y-1">
              {node.state !== null && <State state={node.state} />}
              {node.isChanged && <span className="text-muted">Changed by the draft</span>}
            </p>
            <AttributeSet attributes={focus.attributes} />
          </div>
          {isUnpooled(node.kind) && <p className="text-muted max-w-[88ch]">{unpooledNodeReasons[node.kind]}</p>}
          {resourceId !== null && isListed(node) && (
            <div className="flex flex-wrap gap-2">
              <LinkButton size="small" href={routes.resource(resourceId)}>
                Open resource
              </LinkButton>
              <LinkButton size="small" href={routes.resource(resourceId, { edit: "add", on: resourceId })}>
                Edit attributes
              </LinkButton>
              {node.kind !== "vcn" && (
                <LinkButton size="small" href={routes.trace({ source: resourceId })}>
                  Trace from it
                </LinkButton>
              )}
            </div>
          )}
          {node.resourceCount > 1 && <Alike node={node} />}
          <Findings focus={focus} resourceId={resourceId} />
        </>
      )}
      <Segmented
        label="Show what lies within so many flows"
        value={values.hops ?? ""}
        options={hopOptions}
        onValueChange={(hops) => void setValues({ hops: hops === "" ? null : hops, page: null }, { history: "push" })}
      />
      <NodeFlows focus={focus} node={node} />
    </aside>
  );
}

function Step({ to, children }: Pick<ComponentProps<typeof MapLink>, "to" | "children">) {
  return (
    <MapLink look="plain" to={to} className="wrap-anywhere">
      {children}
    </MapLink>
  );
}

function State({ state }: { readonly state: NonNullable<MapNodeView["state"]> }) {
  const { shape, tone, word } = stateWords[state];
  return (
    <StatusWord shape={shape} tone={tone}>
      {word}
    </StatusWord>
  );
}

/** The resources that stand as one, because no statement tells them apart. */
function Alike({ node }: { readonly node: MapNodeView }) {
  const more = node.resourceCount - Math.min(shownResources, node.resources.length);
  return (
    <div>
      <h3 className="font-medium">{formatCounted(node.resourceCount, "resource")} that no statement tells apart</h3>
      <ul className="mt-1 flex flex-col">
        {node.resources.slice(0, shownResources).map(({ id, name }) => (
          <li key={id} className="wrap-anywhere">
            {isListed(node) ? (
              <TextLink look="name" href={routes.resource(id)}>
                <Literal text={name} />
              </TextLink>
            ) : (
              <Literal text={name} />
            )}
          </li>
        ))}
        {more > 0 && <li className="text-muted">and {formatCounted(more, "more resource")}</li>}
      </ul>
    </div>
  );
}

function Findings({ focus, resourceId }: { readonly focus: MapFocus; readonly resourceId: string | null }) {
  if (focus.findingCount === 0) return null;
  return (
    <div>
      <h3 className="font-medium">{formatCounted(focus.findingCount, "finding")}</h3>
      <ul className="divide-line mt-1 flex flex-col divide-y">
        {focus.findings.map(({ id, severity, title, evidence }) => (
          <li key={id} className="flex flex-col py-1.5">
            <StatusWord shape={severityWords[severity].shape} tone={severityWords[severity].tone}>
              {title}
            </StatusWord>
            <span className="text-muted wrap-anywhere">
              <Literal text={evidence} />
            </span>
          </li>
        ))}
      </ul>
      {resourceId !== null && <TextLink href={routes.findings({ resourceId })}>Findings with their cures</TextLink>}
    </div>
  );
}
