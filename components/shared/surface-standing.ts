import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { isStale, type AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

/** How one surface stands. Worst first: a surface has the first that is true of it. */
export const surfaceStandings = ["stale", "differs", "unknown", "unprotected", "not-supported", "protected"] as const;
export type SurfaceStanding = (typeof surfaceStandings)[number];

const noPlaceCodes: readonly string[] = ["not-vcn-native", "flannel", "legacy-pool", "virtual-node-pool"];

/** Everything a surface carries; where its VNICs differ, what each of them carries. */
const carriedBy = (resource: ProtectedResource): readonly AssessedSecurityAttribute[] =>
  resource.differingVnics?.flatMap(({ securityAttributes }) => securityAttributes) ?? resource.securityAttributes;

/** Why there is nothing that could carry attributes here; `null` where there is, or where something is carried anyway. */
export function noPlaceReason(resource: ProtectedResource): string | null {
  const { remove } = resource.edit;
  if (remove.offered || !noPlaceCodes.includes(remove.code)) return null;
  return carriedBy(resource).length === 0 ? remove.reason : null;
}

/** What a person should see of a surface in two seconds: protected, not, or something wrong. */
export function surfaceStanding(resource: ProtectedResource): SurfaceStanding {
  const states = carriedBy(resource).map(({ verdict }) => verdict.state);
  if (states.some(isStale)) return "stale";
  if (resource.differingVnics !== null) return "differs";
  if (states.includes("unknown")) return "unknown";
  if (states.length > 0) return "protected";
  return noPlaceReason(resource) === null ? "unprotected" : "not-supported";
}

type StandingWords = {
  readonly shape: GlyphShape;
  readonly tone: Tone;
  /** Of one surface. */
  readonly word: string;
  /** After a number of surfaces: "3 with stale attributes". */
  readonly counted: string;
  /** The line at the edge of its row, as a map would draw it. */
  readonly edge: string;
};

/** How each standing is drawn and said. */
export const standingWords: Record<SurfaceStanding, StandingWords> = {
  stale: {
    shape: "triangle",
    tone: "warning",
    word: "Stale",
    counted: "with stale attributes",
    edge: "before:border-l-[6px] before:border-double before:border-warning",
  },
  differs: {
    shape: "triangle",
    tone: "warning",
    word: "VNICs differ",
    counted: "with VNICs that differ",
    edge: "before:border-l-[6px] before:border-double before:border-warning",
  },
  unknown: {
    shape: "diamond",
    tone: "unknown",
    word: "Unknown",
    counted: "with attributes of unknown state",
    edge: "before:border-l-[3px] before:border-unknown before:border-dotted",
  },
  unprotected: {
    shape: "circle-open",
    tone: "neutral",
    word: "Unprotected",
    counted: "unprotected",
    edge: "before:border-l-[3px] before:border-edge before:border-dashed",
  },
  "not-supported": {
    shape: "circle-slash",
    tone: "neutral",
    word: "Not supported",
    counted: "not supported",
    edge: "before:border-l-[3px] before:border-transparent",
  },
  protected: {
    shape: "tick",
    tone: "allowed",
    word: "Protected",
    counted: "protected",
    edge: "before:border-l-[3px] before:border-allowed",
  },
};
