import * as v from "valibot";

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const when = v.optional(v.picklist(["before", "after"]), "before");

/** What can go wrong. `before` and `after` say whether the effect of a write has been applied. */
export const faultEffectSchema = v.variant("kind", [
  /** Answers an error. */
  v.object({
    kind: v.literal("error"),
    when,
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    code: v.string(),
    message: v.optional(v.string(), "A fault asked for this error."),
    retryAfterSeconds: v.optional(milliseconds),
  }),
  /** Waits this long and goes on; adds to any other fault. */
  v.object({ kind: v.literal("latency"), ms: milliseconds }),
  /** Never answers. */
  v.object({ kind: v.literal("hang"), when }),
  /** Closes the connection without an answer. */
  v.object({ kind: v.literal("reset"), when }),
  /** The right answer, cut in the middle. */
  v.object({ kind: v.literal("truncated-json") }),
  v.object({ kind: v.literal("invalid-json") }),
  /** A proxy's page instead of JSON. */
  v.object({ kind: v.literal("html"), status: v.optional(v.pipe(v.number(), v.integer()), 200) }),
  v.object({ kind: v.literal("empty") }),
  /** Reads show the state of before the last write. */
  v.object({ kind: v.literal("stale-read") }),
  v.object({
    kind: v.literal("work-request-fails"),
    code: v.optional(v.string(), "InternalError"),
    message: v.optional(v.string(), "The work request failed because a fault asked for it."),
  }),
  /** The statements of a ZPR policy are stored and cannot be enforced everywhere. */
  v.object({
    kind: v.literal("needs-attention"),
    message: v.optional(v.string(), "The policy could not be applied in 1 VCN."),
  }),
  /** A write that reports success and changes nothing, with or without a work request. */
  v.object({ kind: v.literal("without-effect") }),
  /** A node that is launched in place of another never becomes ACTIVE, after so many that did. */
  v.object({ kind: v.literal("replacement-hangs"), afterNodes: v.optional(milliseconds, 0) }),
  /** A node cannot be drained within its eviction grace period, after so many that could: the work request fails. */
  v.object({ kind: v.literal("drain-fails"), afterNodes: v.optional(milliseconds, 0) }),
  /** The same next-page token for ever, each time with the same page. */
  v.object({ kind: v.literal("repeating-page") }),
  /** Always one more page, each with a new token, empty after the last item. */
  v.object({ kind: v.literal("endless-pages") }),
  v.object({ kind: v.literal("redirect"), location: v.string() }),
]);
export type FaultEffect = v.InferOutput<typeof faultEffectSchema>;
export type FaultKind = FaultEffect["kind"];

export const faultSchema = v.object({
  /** SDK operation name; any operation when left out. */
  operation: v.optional(v.string()),
  /** `container-engine`, `load-balancer`, …: for names that several services have. */
  service: v.optional(v.string()),
  region: v.optional(v.string()),
  compartmentId: v.optional(v.string()),
  /** How many calls it strikes; for ever when left out. */
  count: v.optional(count),
  /** How many matching calls pass before it strikes. */
  skip: v.optional(milliseconds, 0),
  effect: faultEffectSchema,
});
export type FaultInput = v.InferInput<typeof faultSchema>;
export type Fault = v.InferOutput<typeof faultSchema>;

export type ActiveFault = Fault & { readonly id: string; readonly hits: number };

export type FaultTarget = {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly isRead: boolean;
  /** Compartments that the request names, itself or by the resource it is about. */
  readonly compartmentIds: readonly string[];
};

export type Faults = {
  readonly add: (fault: Fault) => string;
  readonly list: () => readonly ActiveFault[];
  readonly clear: (id?: string) => void;
  /** The effects that strike this call: all latencies, and the first of the others. Counts them down. */
  readonly strike: (target: FaultTarget) => readonly FaultEffect[];
};

type Armed = { readonly id: string; readonly fault: Fault; seen: number; hits: number };

const onlyReads: readonly FaultKind[] = ["stale-read", "repeating-page", "endless-pages"];
const onlyWrites: readonly FaultKind[] = [
  "work-request-fails",
  "needs-attention",
  "without-effect",
  "replacement-hangs",
  "drain-fails",
];

export function createFaults(): Faults {
  let armed: Armed[] = [];
  let made = 0;
  return {
    add(fault) {
      made += 1;
      const id = `fault-${made}`;
      armed.push({ id, fault, seen: 0, hits: 0 });
      return id;
    },
    list: () => armed.map(({ id, fault, hits }) => ({ ...fault, id, hits })),
    clear(id) {
      armed = id === undefined ? [] : armed.filter((one) => one.id !== id);
    },
    strike(target) {
      const effects: FaultEffect[] = [];
      for (const one of armed.filter(({ fault }) => matches(fault, target))) {
        const isLatency = one.fault.effect.kind === "latency";
        if (!isLatency && effects.some((effect) => effect.kind !== "latency")) continue;
        if (strikesNow(one)) effects.push(one.fault.effect);
      }
      return effects;
    },
  };
}

function strikesNow(one: Armed): boolean {
  one.seen += 1;
  if (one.seen <= one.fault.skip || one.hits >= (one.fault.count ?? Infinity)) return false;
  one.hits += 1;
  return true;
}

function matches(fault: Fault, target: FaultTarget): boolean {
  if (onlyReads.includes(fault.effect.kind) && !target.isRead) return false;
  if (onlyWrites.includes(fault.effect.kind) && target.isRead) return false;
  return (
    (fault.operation ?? target.operation) === target.operation &&
    (fault.service ?? target.service) === target.service &&
    (fault.region ?? target.region) === target.region &&
    (fault.compartmentId === undefined || target.compartmentIds.includes(fault.compartmentId))
  );
}
