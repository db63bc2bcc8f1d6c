import { cn } from "@/lib/cn";

/** The shapes of the status language; each is different in outline, so that none depends on its colour. */
export type GlyphShape =
  | "tick"
  | "octagon"
  | "diamond"
  | "triangle"
  | "triangle-outline"
  | "circle-open"
  | "circle-half"
  | "circle-slash"
  | "clock"
  | "info"
  | "plus"
  | "minus"
  | "tilde";

export type Tone = "neutral" | "allowed" | "warning" | "blocked" | "unknown" | "pending";

export const toneText: Record<Tone, string> = {
  neutral: "text-muted",
  allowed: "text-allowed",
  warning: "text-warning",
  blocked: "text-blocked",
  unknown: "text-unknown",
  pending: "text-pending",
};

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.4,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;
const cut = "stroke-surface";

const shapes: Record<GlyphShape, React.ReactNode> = {
  tick: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="currentColor" />
      <path d="m5.3 8.2 1.9 1.9 3.6-4" {...line} className={cut} />
    </>
  ),
  octagon: (
    <>
      <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z" fill="currentColor" />
      <path d="M5 8h6" {...line} strokeWidth={1.8} className={cut} />
    </>
  ),
  diamond: (
    <>
      <path d="M8 1.4 14.6 8 8 14.6 1.4 8z" {...line} />
      <path d="M6.6 6.7c.1-.9.7-1.4 1.5-1.4.9 0 1.5.5 1.5 1.3 0 1.1-1.5 1.1-1.5 2.3" {...line} strokeWidth={1.2} />
      <circle cx="8.1" cy="10.7" r=".8" fill="currentColor" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.7 15 14H1z" fill="currentColor" stroke="currentColor" strokeWidth="1" strokeLinejoin="round" />
      <path d="M8 6.2v3.4" {...line} strokeWidth={1.6} className={cut} />
      <circle cx="8" cy="11.8" r=".9" className="fill-surface" />
    </>
  ),
  "triangle-outline": (
    <>
      <path d="M8 2.2 14.4 13.5H1.6z" {...line} />
      <path d="M8 6.4v3.1" {...line} />
      <circle cx="8" cy="11.5" r=".75" fill="currentColor" />
    </>
  ),
  "circle-open": <circle cx="8" cy="8" r="5.6" {...line} />,
  "circle-half": (
    <>
      <circle cx="8" cy="8" r="5.6" {...line} />
      <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  "circle-slash": (
    <>
      <circle cx="8" cy="8" r="5.6" {...line} />
      <path d="m4.2 11.8 7.6-7.6" {...line} />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M8 4.6V8l2.3 1.5" {...line} />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M8 7.4v3.4" {...line} />
      <circle cx="8" cy="5" r=".9" fill="currentColor" />
    </>
  ),
  plus: <path d="M8 3.2v9.6M3.2 8h9.6" {...line} strokeWidth={1.8} />,
  minus: <path d="M3.2 8h9.6" {...line} strokeWidth={1.8} />,
  tilde: <path d="M2.8 9.2c1.4-2.6 3.3-2.6 5.2-1.2s3.8 1.4 5.2-1.2" {...line} strokeWidth={1.8} />,
};

/** The shape alone, in a square of 16, for a picture that is drawn as a whole. */
export const GlyphPaths = ({ shape }: { readonly shape: GlyphShape }) => shapes[shape];

/** A status shape. Always stands beside a word, so it is hidden from screen readers. */
export function StatusGlyph({
  shape,
  tone = "neutral",
  className,
}: {
  readonly shape: GlyphShape;
  readonly tone?: Tone;
  readonly className?: string | undefined;
}) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      data-shape={shape}
      className={cn("size-3.5 shrink-0", toneText[tone], className)}
    >
      {shapes[shape]}
    </svg>
  );
}
