/**
 * The work request of any OCI service, in the words of OKE. Load balancers say `lifecycleState` where the others say
 * `status`; OKE and load balancers have no `percentComplete`. WAITING and NEEDS_ATTENTION are ZPR's.
 */
export type WorkRequest = {
  readonly id: string;
  readonly service: "containerengine" | "loadbalancer" | "networkloadbalancer" | "zpr";
  readonly operationType: string;
  readonly status:
    | "ACCEPTED"
    | "IN_PROGRESS"
    | "WAITING"
    | "NEEDS_ATTENTION"
    | "FAILED"
    | "SUCCEEDED"
    | "CANCELING"
    | "CANCELED"
    | "UNKNOWN_VALUE";
  readonly percentComplete: number | null;
  readonly timeAccepted: string | null;
  readonly timeStarted: string | null;
  readonly timeFinished: string | null;
  readonly errors: readonly {
    readonly code: string | null;
    readonly message: string;
    readonly timestamp: string | null;
  }[];
  readonly logs: readonly { readonly message: string; readonly timestamp: string | null }[];
};
