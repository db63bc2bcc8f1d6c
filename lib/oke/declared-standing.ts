import type { KubernetesProblem, ManifestObject } from "@/lib/oke/declared-setting";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import type { ManifestProblem } from "@/lib/oke/manifest-problem";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

export const notAppliedCauses = [
  /** The controller tried and failed: the event says why. */
  "controller-failed",
  /** The controller has not reported success since the manifest was changed, or since it began. */
  "not-through",
  /** A StorageClass sets what mount targets are made with, and this one was made before the class. */
  "made-before",
  /** A StorageClass that names an existing mount target sets nothing on it. */
  "existing-mount-target",
] as const;

export const storedDiffersCauses = [
  /** The controller has nothing to complain of: somebody wrote to the resource past it. */
  "edited-directly",
  /** The manifest declares nothing, and the resource carries a set all the same. */
  "not-declared",
] as const;

/** What a controller reported of an object. */
export type ControllerEvent = Pick<KubernetesEvent, "reason" | "message" | "count" | "lastSeenAt">;

/** What a manifest declares, as it was understood. */
export type Declared = {
  readonly object: ManifestObject;
  /** The annotation or parameter as it stands; `null` where it is not set. */
  readonly text: string | null;
  readonly declared: readonly AssessedSecurityAttribute[];
  /** What is wrong with the value although it is a set. */
  readonly problems: readonly ManifestProblem[];
  readonly changedAt: string | null;
};

/** How what a manifest declares stands to what OCI stores, by value and mode alone. */
export type DeclaredStanding =
  | ({ readonly state: "in-step" } & Declared)
  | ({
      readonly state: "declared-not-applied";
      readonly cause: (typeof notAppliedCauses)[number];
      readonly event: ControllerEvent | null;
    } & Declared)
  | ({ readonly state: "stored-differs"; readonly cause: (typeof storedDiffersCauses)[number] } & Declared)
  /** Nobody could look: says nothing about whether a value is set. */
  | {
      readonly state: "declared-unreadable";
      readonly reason: "not-readable";
      readonly problem: KubernetesProblem;
    }
  /** The value was read and is no set. */
  | {
      readonly state: "declared-unreadable";
      readonly reason: "not-a-set";
      readonly object: ManifestObject;
      readonly text: string;
      readonly problems: readonly ManifestProblem[];
      readonly event: ControllerEvent | null;
    }
  | { readonly state: "no-manifest-found"; readonly evidence: string };
