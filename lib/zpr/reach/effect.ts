import type { EffectChange, GroundCode, outerKinds } from "@/lib/zpr/reach/effect-words";
import type { FlowDifference } from "@/lib/zpr/reach/reach-difference";

export type EffectEnd =
  | { readonly kind: "endpoint"; readonly id: string; readonly name: string; readonly what: string }
  /** `text` is the block of an address, else empty. */
  | { readonly kind: (typeof outerKinds)[number]; readonly text: string };

/** The first of some ends, and how many there are. */
export type EffectEnds = { readonly items: readonly EffectEnd[]; readonly total: number };

export type EffectStatement = {
  readonly text: string;
  readonly policies: readonly { readonly id: string; readonly name: string }[];
};

export type Ground = {
  readonly code: GroundCode;
  /** Those that allow it, or may. */
  readonly statements: readonly EffectStatement[];
  /** Sentences. */
  readonly causes: readonly string[];
};

/** Flows that change alike for the same reason, to or from one resource. */
export type EffectGroup = {
  readonly change: EffectChange;
  /** Those that it is about, alike in every respect. */
  readonly resources: EffectEnds;
  readonly direction: "to" | "from";
  readonly others: EffectEnds;
  readonly protocols: string;
  readonly before: Ground;
  readonly after: Ground;
};

export type Effect = {
  readonly groups: readonly EffectGroup[];
  /** How many there are; more than `groups` where not all are given. */
  readonly groupCount: number;
  /** Pairs of ends that change, by kind of change. */
  readonly counts: Readonly<Record<EffectChange, number>>;
  /** Touched by the edit and not readable: what they change nobody can say. */
  readonly unreadable: readonly string[];
  /** Changed endpoints of which it is not known in which VCN they are. */
  readonly unplaced: readonly string[];
};

export type Side = FlowDifference["before"];
