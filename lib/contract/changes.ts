import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** One step of an edit. `add` of a key that is there already is refused: that is `replace`. */
export type ChangeOperation =
  | { readonly op: "add"; readonly namespace: string; readonly key: string; readonly value: string }
  | { readonly op: "replace"; readonly namespace: string; readonly key: string; readonly value: string }
  | { readonly op: "remove"; readonly namespace: string; readonly key: string };

/** Body of `POST /api/changes`. */
export type CreateChangeDetails = {
  readonly resourceId: string;
  /** The etag and the set that the person saw in the form. */
  readonly etag: string;
  readonly seenSecurityAttributes: readonly SecurityAttribute[];
  readonly operations: readonly ChangeOperation[];
};

export const changeStates = [
  "checking",
  "writing",
  "in-progress",
  "reading-back",
  "verified",
  "not-applied",
  "failed",
  "unknown",
] as const;

/**
 * `checking` the resource is re-read; `writing` the write is under way; `in-progress` the service works on it;
 * `reading-back` the service says done and we look; `verified` a fresh read shows it; `not-applied` the service
 * reported success and a fresh read does not show it; `failed`; `unknown` the answer was lost and reading has not yet
 * told: still checking.
 */
export type ChangeState = (typeof changeStates)[number];

/** The same change for other tools. Never holds a secret. */
export type ChangeAsCode = { readonly cli: string; readonly json: string };

export type Change = {
  readonly id: string;
  readonly resourceId: string;
  readonly kind: ResourceKind;
  readonly displayName: string;
  readonly region: string;
  readonly clusterId: string | null;
  readonly state: ChangeState;
  readonly isFinished: boolean;
  readonly operations: readonly ChangeOperation[];
  readonly before: readonly SecurityAttribute[];
  readonly after: readonly SecurityAttribute[];
  /** What the last fresh read showed; `null` before the read-back. */
  readonly actual: readonly SecurityAttribute[] | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** One sentence on where it stands, for the status row. */
  readonly message: string;
  readonly error: { readonly code: string; readonly message: string; readonly opcRequestId: string | null } | null;
  readonly workRequest: WorkRequest | null;
  readonly opcRequestId: string | null;
};

/** 409 of `POST /api/changes`: the resource is not as the person saw it. Nothing was written. */
export type ChangeConflict = {
  readonly code: "ResourceChanged";
  readonly message: string;
  readonly seen: readonly SecurityAttribute[];
  readonly current: readonly SecurityAttribute[];
  readonly currentEtag: string;
};

/** Body of `POST /api/changes/preview`: the exact difference and the same change as code, before anything is sent. */
export type ChangePreview = {
  readonly before: readonly SecurityAttribute[];
  readonly after: readonly SecurityAttribute[];
  readonly asCode: ChangeAsCode;
  readonly warnings: readonly { readonly code: "first-attribute" | "last-attribute" | "above-recommended" | "new-nodes-only" | "differing-vnics" | "node-join-policies"; readonly message: string }[];
};
