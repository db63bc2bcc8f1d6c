"use client";

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";

type MapToolbarProps = {
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onFit: () => void;
  readonly onPan: (x: number, y: number) => void;
};

const icon = "size-4";

/** Everything that pointers do to the view, as buttons. */
export function MapToolbar({ onZoomIn, onZoomOut, onFit, onPan }: MapToolbarProps) {
  return (
    <div role="toolbar" aria-label="View of the graph" className="flex flex-wrap items-center">
      <IconButton label="Zoom in" onClick={onZoomIn} icon={<ZoomIn aria-hidden="true" className={icon} />} />
      <IconButton label="Zoom out" onClick={onZoomOut} icon={<ZoomOut aria-hidden="true" className={icon} />} />
      <IconButton label="Show all" onClick={onFit} icon={<Maximize aria-hidden="true" className={icon} />} />
      <span aria-hidden="true" className="bg-line mx-1 h-5 w-px" />
      <IconButton
        label="Move left"
        onClick={() => onPan(-1, 0)}
        icon={<ArrowLeft aria-hidden="true" className={icon} />}
      />
      <IconButton label="Move up" onClick={() => onPan(0, -1)} icon={<ArrowUp aria-hidden="true" className={icon} />} />
      <IconButton
        label="Move down"
        onClick={() => onPan(0, 1)}
        icon={<ArrowDown aria-hidden="true" className={icon} />}
      />
      <IconButton
        label="Move right"
        onClick={() => onPan(1, 0)}
        icon={<ArrowRight aria-hidden="true" className={icon} />}
      />
    </div>
  );
}
