import "server-only";
import { tryAsk } from "@/lib/changes/annotation-trouble";
import { growingWait } from "@/lib/changes/change-clock";
import { openEnding, type ChangeEnding } from "@/lib/changes/change-progress";
import { verified } from "@/lib/changes/read-back";
import type { RunningAnnotationChange } from "@/lib/changes/run-annotation-change";
import { controllerOf } from "@/lib/oke/annotation-edit";
import { isStoredAsDeclared } from "@/lib/oke/compare-declared";
import type { ControllerEvent } from "@/lib/oke/declared-standing";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** The cloud controller acts within seconds, the ingress controller goes over everything once a minute. */
const patienceMilliseconds = 2 * 60_000;
/** Events that are shown, the latest first. */
const maxEvents = 5;

type Waiting = Pick<RunningAnnotationChange, "object" | "subject" | "text" | "after" | "clock" | "publish"> & {
  /** What had been reported before the write. By these, not by time: clocks differ. */
  readonly earlier: readonly KubernetesEvent[];
};

const identityOf = ({ reason, message, count, lastSeenAt }: ControllerEvent): string =>
  JSON.stringify([reason, message, count, lastSeenAt]);

const latestFirst = (a: KubernetesEvent, b: KubernetesEvent): number =>
  Date.parse(b.lastSeenAt ?? "") - Date.parse(a.lastSeenAt ?? "") || 0;

const shownOf = ({ reason, message, count, lastSeenAt }: KubernetesEvent): ControllerEvent => ({
  reason,
  message,
  count,
  lastSeenAt,
});

/** `null` for what could not be read. */
type Sight = {
  readonly stored: readonly SecurityAttribute[] | null;
  readonly events: readonly KubernetesEvent[] | null;
};

const shownEvents = (events: Sight["events"]): readonly ControllerEvent[] | null =>
  events?.slice(0, maxEvents).map(shownOf) ?? null;

async function look({ subject, earlier }: Waiting): Promise<Sight> {
  const known = new Set(earlier.map(identityOf));
  const [stored, events] = await Promise.all([tryAsk(subject.readStored), tryAsk(subject.readEvents)]);
  const isNew = (event: KubernetesEvent) => !known.has(identityOf(event));
  return { stored, events: events?.filter(isNew).toSorted(latestFirst) ?? null };
}

/** A controller tries again by itself, long after nobody waits for it any more. */
async function lookLater({ subject, after }: Waiting): Promise<ChangeEnding | null> {
  const stored = await tryAsk(subject.readStored);
  if (stored === null || !isStoredAsDeclared(after, stored)) return null;
  // Who brought it there nobody can say: it may have been set on the load balancer too.
  return { ...verified(stored), message: "A later read shows it, more than two minutes after the write." };
}

const looksOn = "For six hours the console looks once a minute, and says so here once it is there.";

function notCarriedOut(waiting: Waiting, stored: Sight["stored"], events: Sight["events"]): ChangeEnding {
  const { object, text, after } = waiting;
  const controller = controllerOf(object);
  const failure = events?.find(({ isWarning }) => isWarning);
  const isRemoved = text === null && after.length === 0;
  const silence = isRemoved
    ? `The annotation is removed, and the load balancer still carries its security attributes after two minutes. What the ${controller} does when the annotation is removed is not documented.`
    : `The annotation is written, but the controller has not acted: the ${controller} has not applied it to the load balancer within two minutes.`;
  return {
    state: "not-carried-out",
    message: `${
      failure === undefined
        ? silence
        : `The annotation is written, but the ${controller} failed to apply it. It tries again by itself; until then the load balancer stays as it was.`
    } ${looksOn}`,
    error: failure === undefined ? null : { code: failure.reason, message: failure.message, opcRequestId: null },
    events: shownEvents(events),
    lookLater: () => lookLater(waiting),
    ...(stored !== null && { actual: stored }),
  };
}

const unread = {
  message: "The annotation is written, but the load balancer could not be read to see whether it was applied.",
  error: null,
};

/** Reads the load balancer until it carries what is declared, for two minutes at most. */
export async function waitForController(waiting: Waiting): Promise<ChangeEnding> {
  const { clock, after, object, publish } = waiting;
  const wait = growingWait(clock);
  const deadline = clock.now() + patienceMilliseconds;
  let stored: Sight["stored"] = null;
  let events: Sight["events"] = null;
  for (;;) {
    const sight = await look(waiting);
    stored = sight.stored ?? stored;
    events = sight.events ?? events;
    if (sight.stored !== null && isStoredAsDeclared(after, sight.stored)) return verified(sight.stored);
    const failure = events?.find(({ isWarning }) => isWarning);
    publish({
      events: shownEvents(events),
      ...(failure !== undefined && {
        message: `The annotation is written. The ${controllerOf(object)} could not apply it yet: ${failure.message}`,
      }),
    });
    if (clock.now() >= deadline) {
      return stored === null
        ? openEnding(unread, () => waitForController(waiting))
        : notCarriedOut(waiting, stored, events);
    }
    await wait();
  }
}
