import "server-only";
import type { AnnotationChange, AnnotationSubject } from "@/lib/changes/annotation-change";
import { annotationTrouble, tryAsk } from "@/lib/changes/annotation-trouble";
import { growingWait, type ChangeClock } from "@/lib/changes/change-clock";
import { openEnding, type ChangeEnding, type Publish } from "@/lib/changes/change-progress";
import { waitForController } from "@/lib/changes/wait-for-controller";
import type { ReadAnnotation } from "@/lib/inventory/declaration-for-edit";
import { KubernetesRequestError } from "@/lib/kubernetes/kubernetes-error";
import { annotatedObjectText, controllerOf } from "@/lib/oke/annotation-edit";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** The Kubernetes API gives up a request after this long, so that what has not arrived by then never will. */
const arrivalMilliseconds = 60_000;

export type RunningAnnotationChange = Pick<AnnotationChange, "object" | "checked" | "text"> & {
  readonly subject: AnnotationSubject;
  readonly after: readonly SecurityAttribute[];
  readonly clock: ChangeClock;
  readonly publish: Publish;
};

type Trouble = NonNullable<ChangeEnding["error"]>;

const changedByOthers = (message: string, error: Trouble, now: ReadAnnotation): ChangeEnding => ({
  state: "failed",
  message,
  error: { ...error, code: "ResourceChanged" },
  ...(now.attributes !== null && { actual: now.attributes, currentEtag: now.resourceVersion }),
});

/** Refused for certain, before or instead of the write. */
async function afterRefusal(running: RunningAnnotationChange, thrown: unknown, what: string): Promise<ChangeEnding> {
  const error = annotationTrouble(thrown);
  if (thrown instanceof KubernetesRequestError && thrown.code === "conflict") {
    const now = await tryAsk(running.subject.readAnnotation);
    if (now !== null && now.resourceVersion !== running.checked.resourceVersion) {
      const message = `${annotatedObjectText(running.object)} was changed by somebody else while this change was sent. Nothing was written.`;
      return changedByOthers(message, error, now);
    }
  }
  return { state: "failed", message: `${what} Nothing was written.`, error };
}

type Arrival = "arrived" | ChangeEnding | null;

/** What one read says of a write without an answer; `null` while it may still be on its way. */
async function lookForArrival({ subject, checked, text }: RunningAnnotationChange, error: Trouble): Promise<Arrival> {
  const now = await tryAsk(subject.readAnnotation);
  if (now === null || now.resourceVersion === checked.resourceVersion) return null;
  if (now.text === text) return "arrived";
  // The write was guarded by a version that is gone: it cannot be applied any more.
  const message =
    "The answer to the write was lost, and the manifest was changed by somebody else: it says something different.";
  return changedByOthers(message, error, now);
}

async function afterLostAnswer(
  running: RunningAnnotationChange,
  thrown: unknown,
  earlier: readonly KubernetesEvent[],
): Promise<ChangeEnding> {
  const { clock, publish, subject, checked } = running;
  const error = annotationTrouble(thrown);
  const message = "The answer to the write was lost. Reading the manifest to see whether the change arrived.";
  publish({ state: "unknown", message, error });
  const wait = growingWait(clock);
  const deadline = clock.now() + arrivalMilliseconds;
  const look = async (): Promise<ChangeEnding | null> => {
    const arrival = await lookForArrival(running, error);
    if (arrival === "arrived") return afterWrite(running, earlier);
    if (arrival !== null || clock.now() < deadline) return arrival;
    const last = await tryAsk(subject.readAnnotation);
    if (last === null || last.resourceVersion !== checked.resourceVersion) return null;
    return { state: "failed", message: "The change did not arrive: the manifest is as it was before.", error };
  };
  while (clock.now() < deadline) {
    const ending = await look();
    if (ending !== null) return ending;
    await wait();
  }
  const unreadable = { message: "The answer to the write was lost and the manifest cannot be read.", error };
  return (await look()) ?? openEnding(unreadable, look);
}

function afterWrite(running: RunningAnnotationChange, earlier: readonly KubernetesEvent[]): Promise<ChangeEnding> {
  const { object, publish } = running;
  publish({
    state: "in-progress",
    message: `The annotation is written. Waiting until the ${controllerOf(object)} has applied it.`,
    error: null,
  });
  return waitForController({ ...running, earlier });
}

/**
 * Lets the cluster check the write of an annotation without carrying it out, sends it once, and waits until the
 * resource carries what is then declared. Throws only on bugs.
 */
export async function runAnnotationChange(running: RunningAnnotationChange): Promise<ChangeEnding> {
  const { subject, publish } = running;
  publish({ state: "checking", message: "The cluster checks the change without carrying it out." });
  const earlier = (await tryAsk(subject.readEvents)) ?? [];
  try {
    await subject.patch(true);
  } catch (thrown) {
    return afterRefusal(running, thrown, "The cluster did not let the change through when it was tried out.");
  }
  publish({ state: "writing", message: "The annotation is being written." });
  try {
    await subject.patch(false);
  } catch (thrown) {
    const isLost = thrown instanceof KubernetesRequestError && thrown.isAmbiguous;
    return isLost
      ? afterLostAnswer(running, thrown, earlier)
      : afterRefusal(running, thrown, "The cluster refused the change.");
  }
  return afterWrite(running, earlier);
}
