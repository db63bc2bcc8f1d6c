import type { GlyphShape, Tone } from "@/components/ui/status-glyph";
import type { DeclaredStanding } from "@/lib/contract/declared";
import type { ManifestObject } from "@/lib/oke/declared-setting";

type StandingWords = { readonly shape: GlyphShape; readonly tone: Tone; readonly word: string };

const stateWords = {
  "in-step": { shape: "tick", tone: "allowed", word: "In step" },
  "declared-not-applied": { shape: "triangle", tone: "warning", word: "Declared, not applied" },
  "stored-differs": { shape: "triangle-outline", tone: "warning", word: "Stored differs" },
  "not-readable": { shape: "diamond", tone: "unknown", word: "Not readable" },
  "not-a-set": { shape: "octagon", tone: "warning", word: "Declared, not a set" },
  "no-manifest-found": { shape: "circle-open", tone: "neutral", word: "No manifest found" },
} as const satisfies Record<string, StandingWords>;

/** How a standing is drawn and said; why nothing is known is kept apart from what is known to be wrong. */
export const standingWordsOf = (standing: DeclaredStanding): StandingWords =>
  stateWords[standing.state === "declared-unreadable" ? standing.reason : standing.state];

/** The object as `kubectl` would name it to a person: `shop/front-end`. */
export const manifestObjectName = ({ namespace, name }: ManifestObject): string =>
  namespace === null ? name : `${namespace}/${name}`;

/** Where in the object the value stands. */
export const placeOfValue = ({ kind }: ManifestObject): string =>
  kind === "StorageClass" ? "StorageClass parameter" : `${kind} annotation`;

/** What is asked of every cluster, as a person calls it, in the order in which it is said. */
export const declaredLists: Readonly<Record<string, string>> = {
  listServices: "Services",
  listIngressClasses: "IngressClasses",
  listStorageClasses: "StorageClasses",
  listPersistentVolumes: "PersistentVolumes",
};
