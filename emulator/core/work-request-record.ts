/** Which service's list a work request stands in; each shows it in a shape of its own. */
export type WorkRequestKind =
  | "container-engine"
  | "load-balancer"
  | "network-load-balancer"
  | "security-attribute"
  | "zpr-policy"
  | "zpr-configuration";

export type WorkRequestStatus = "ACCEPTED" | "IN_PROGRESS" | "SUCCEEDED" | "FAILED" | "NEEDS_ATTENTION";

export type WorkRequestResource = {
  readonly entityType: string;
  readonly identifier: string;
  /** What stands there once the work request has succeeded: UPDATED, CREATED, DELETED. */
  readonly actionType: "CREATED" | "UPDATED" | "DELETED" | "RELATED";
};

export type WorkRequestMessage = { readonly code?: string; readonly message: string; readonly timestamp: string };

/** A work request as the emulator keeps it. Times are ISO. */
export type WorkRequestRecord = {
  readonly id: string;
  readonly compartmentId: string;
  readonly kind: WorkRequestKind;
  readonly operationType: string;
  readonly status: WorkRequestStatus;
  readonly resources: readonly WorkRequestResource[];
  readonly timeAccepted: string;
  readonly timeStarted: string | null;
  readonly timeFinished: string | null;
  readonly errors: readonly Required<WorkRequestMessage>[];
  readonly logs: readonly WorkRequestMessage[];
};
