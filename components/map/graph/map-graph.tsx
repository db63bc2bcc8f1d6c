"use client";

import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { layoutOf } from "@/components/map/graph/layout";
import { MapEdge } from "@/components/map/graph/map-edge";
import { MapItems } from "@/components/map/graph/map-items";
import { MapLegend } from "@/components/map/graph/map-legend";
import { MapToolbar } from "@/components/map/graph/map-toolbar";
import { arrowKeys, nextItem } from "@/components/map/graph/next-item";
import { usePanZoom } from "@/components/map/graph/use-pan-zoom";
import { isWholeMap, marksSentence } from "@/components/map/map-text";
import { useMapAnswer, useMapValues } from "@/components/map/use-map";
import type { MapAnswer } from "@/lib/contract/map";
import { formatCount, formatCountedAtLeast } from "@/lib/format";

type Graph = Extract<MapAnswer["content"], { view: "graph" }>;

/** Up to so many lines are drawn when nothing has the focus; more of them would be a tangle. */
const mostLines = 40;

/** A short name for the whole picture, as a screen reader says it first. */
function summaryOf(answer: MapAnswer): string {
  const isWhole = isWholeMap(answer);
  const resources = formatCountedAtLeast(answer.totals.resources, answer.completeness.isComplete, "resource");
  return `Map: ${resources}; flows: ${isWhole ? "" : "at least "}${marksSentence(answer.totals.marks)}`;
}

/** The ids of what edges join to one thing; of an open group, to any of its tiles. */
function linksOf(graph: Graph, itemId: string): ReadonlySet<string> {
  const group = graph.groups.find(({ id, isOpen }) => isOpen && `group:${id}` === itemId);
  const own = new Set(group === undefined ? [itemId] : [...group.drawn, `rest:${group.id}`]);
  const linked = new Set<string>();
  for (const { source, target } of graph.edges) {
    if (own.has(source)) linked.add(target);
    if (own.has(target)) linked.add(source);
  }
  return linked;
}

function edgesOf(graph: Graph, itemId: string | null): Graph["edges"] {
  if (itemId === null) return graph.edges.length <= mostLines ? graph.edges : [];
  const group = graph.groups.find(({ id, isOpen }) => isOpen && `group:${id}` === itemId);
  const own = new Set(group === undefined ? [itemId] : [...group.drawn, `rest:${group.id}`]);
  return graph.edges.filter(({ source, target }) => own.has(source) || own.has(target));
}

/** The map as a picture: groups around their nodes, and the lines of what is pointed at or has the focus. */
export function MapGraph() {
  const answer = useMapAnswer();
  return answer.content.view === "graph" ? <Picture answer={answer} graph={answer.content} /> : null;
}

const itemIn = (frame: HTMLElement | null, id: string): SVGGElement | null =>
  frame?.querySelector<SVGGElement>(`[data-item="${CSS.escape(id)}"]`) ?? null;

function Picture({ answer, graph }: { readonly answer: MapAnswer; readonly graph: Graph }) {
  const { values, setValues, go } = useMapValues();
  const layout = useMemo(() => layoutOf(graph.groups, graph.restGroups.count), [graph]);
  const { frame, sheet, zoomIn, zoomOut, zoomToFit, pan, show, dragHandlers } = usePanZoom(layout, {
    percent: values.zoom,
    onKeep: (zoom) => void setValues({ zoom }),
  });
  const focusId = answer.focus?.nodeId ?? null;
  const [pointedId, setPointedId] = useState<string | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const order = [...layout.boxes.keys()];
  const isDrawn = (id: string | null): id is string => id !== null && layout.boxes.has(id);
  const tabStop = isDrawn(activeId) ? activeId : isDrawn(focusId) ? focusId : (order[0] ?? null);
  const shownId = [pointedId, hasFocus ? tabStop : null, focusId].find(isDrawn) ?? null;
  const edges = edgesOf(graph, shownId);
  const lit = new Set(shownId === null ? [] : [shownId, ...edges.flatMap(({ source, target }) => [source, target])]);

  // What the address names is brought into sight once, when it comes to be drawn.
  const shownFocus = useRef<string | null>(null);
  useEffect(() => {
    const box = focusId === null ? undefined : layout.boxes.get(focusId);
    if (box === undefined || shownFocus.current === focusId) return;
    shownFocus.current = focusId;
    show(box);
  }, [focusId, layout, show]);

  // What had the focus may be no part of the map that came after it: the keys go on at the tab stop, not at the top of the page.
  useEffect(() => {
    if (!hasFocus || tabStop === null || document.activeElement !== document.body) return;
    itemIn(frame.current, tabStop)?.focus({ preventScroll: true });
  }, [hasFocus, tabStop, frame]);

  const moveTo = useCallback(
    (id: string | null | undefined) => {
      const box = id === null || id === undefined ? undefined : layout.boxes.get(id);
      if (id === null || id === undefined || box === undefined) return;
      setActiveId(id);
      itemIn(frame.current, id)?.focus({ preventScroll: true });
      show(box);
    },
    [frame, layout, show],
  );
  const open = useCallback(
    (id: string) => {
      setActiveId(id);
      if (id.startsWith("rest:")) go({ view: "table", page: null });
      else if (id.startsWith("group:")) {
        const groupId = id.slice("group:".length);
        const isToggled = values.toggled.includes(groupId);
        const toggled = isToggled ? values.toggled.filter((each) => each !== groupId) : [...values.toggled, groupId];
        void setValues({ toggled: toggled.length === 0 ? null : toggled });
      } else go({ focus: id });
    },
    [go, setValues, values.toggled],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || tabStop === null) return;
    const arrow = arrowKeys.find((key) => key === event.key);
    const at = order.indexOf(tabStop);
    const acts: Readonly<Record<string, () => void>> = {
      Home: () => moveTo(order[0]),
      End: () => moveTo(order.at(-1)),
      "]": () => moveTo(order[at + 1]),
      "[": () => moveTo(order[at - 1]),
      "+": zoomIn,
      "=": zoomIn,
      "-": zoomOut,
      "0": zoomToFit,
      t: () => go({ view: "table", page: null }),
      Escape: () => go({ focus: null, hops: null }),
    };
    const act =
      arrow === undefined
        ? acts[event.key]
        : () => moveTo(nextItem(arrow, tabStop, layout.boxes, linksOf(graph, tabStop)));
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <figure className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <MapToolbar onZoomIn={zoomIn} onZoomOut={zoomOut} onFit={zoomToFit} onPan={pan} />
        <p className="text-note text-muted">{hintOf(graph, shownId)}</p>
      </div>
      <div
        ref={frame}
        {...dragHandlers}
        className="rounded-box border-line bg-canvas h-[max(24rem,calc(100dvh-19rem))] overflow-auto border"
      >
        <div ref={sheet} className="overflow-hidden">
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the buttons in it */}
          <svg
            role="group"
            aria-label={summaryOf(answer)}
            aria-roledescription="map"
            width={layout.width}
            height={layout.height}
            viewBox={`0 0 ${layout.width} ${layout.height}`}
            onKeyDown={onKeyDown}
            onFocus={() => setHasFocus(true)}
            onBlur={() => setHasFocus(false)}
            className="block origin-top-left"
            data-map
          >
            <MapItems
              answer={answer}
              graph={graph}
              layout={layout}
              activeId={tabStop}
              focusId={focusId}
              lit={lit}
              onActivate={setActiveId}
              onOpen={open}
              onPoint={setPointedId}
            />
            {edges.map((edge) => (
              <MapEdge key={`${edge.source}>${edge.target}`} edge={edge} boxes={layout.boxes} />
            ))}
          </svg>
        </div>
      </div>
      <figcaption>
        <MapLegend totals={answer.totals} isWhole={isWholeMap(answer)} />
      </figcaption>
    </figure>
  );
}

function hintOf({ drawnCount, edges }: Graph, shownId: string | null): string {
  if (shownId !== null || edges.length <= mostLines) return `${formatCount(drawnCount)} drawn`;
  return `${formatCount(drawnCount)} drawn; point at one, or move to it, to see its flows`;
}
