import "server-only";
import {
  annotationSubject,
  changedAnnotation,
  planAnnotation,
  type AnnotationChange,
} from "@/lib/changes/annotation-change";
import { systemClock, type ChangeClock } from "@/lib/changes/change-clock";
import { progressOf, type ChangeEnding, type Publish } from "@/lib/changes/change-progress";
import { refusal, type ChangeRefusal } from "@/lib/changes/change-refusal";
import { changeStoreOf, type ChangeStore } from "@/lib/changes/change-store";
import { type GuardEnvironment, holdNow } from "@/lib/changes/guards/check-hold";
import { type Watched, watchLater, watchOn } from "@/lib/changes/long-watch";
import { tryRead } from "@/lib/changes/oci-trouble";
import { planChange, type PlannedChange } from "@/lib/changes/plan-change";
import { runAnnotationChange } from "@/lib/changes/run-annotation-change";
import { runChange } from "@/lib/changes/run-change";
import { setBefore } from "@/lib/changes/set-before";
import { subjectFrom } from "@/lib/changes/subject-from";
import type { Change } from "@/lib/contract/changes";
import type { CreateChangeDetails } from "@/lib/contract/create-change";
import type { RecordedOverride } from "@/lib/contract/override";
import { readEditable, type FreshEditable } from "@/lib/inventory/fresh-editable";
import { readFresh, type FreshlyRead } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";
import type { FreshResource } from "@/lib/oke/protected-resource";

/** What a change happens in. */
export type ChangeEnvironment = {
  readonly ociContext: OciContext;
  readonly inventory: Inventory;
  readonly clock?: ChangeClock;
  readonly guards: GuardEnvironment;
  /** Gets the resource as it was read after the change ended. */
  readonly onFreshResource: (fresh: FreshResource) => void;
  /** Gets the cluster whose manifest was written, when the change ended. */
  readonly onDeclarationChanged?: (clusterId: string) => void;
  /** Gets what goes on after a change has ended: a look, now and then, whether a controller has caught up. */
  readonly inBackground?: (run: () => Promise<void>) => void;
  /** Gets what should not have been thrown; the change then ends as unknown. */
  readonly onBug: (thrown: unknown) => void;
};

/** `ended` resolves when the change has; it never rejects. */
export type StartedChange = { readonly ok: true; readonly change: Change; readonly ended: Promise<void> };

export const unknownResource = refusal(404, {
  code: "NotAuthorizedOrNotFound",
  message: "The console knows no such resource: it was deleted, you may not see it, or it was made a moment ago.",
  field: "resourceId",
});

const busy = refusal(409, {
  code: "IncorrectState",
  message: "A change of this resource is under way. OCI takes one at a time; wait until it has ended.",
  field: "resourceId",
});

const timeText = (clock: ChangeClock): string => new Date(clock.now()).toISOString();

type Checked = {
  readonly details: CreateChangeDetails;
  readonly annotated: AnnotationChange | null;
  readonly override: RecordedOverride | null;
};

function changeFrom(
  read: FreshEditable,
  plan: PlannedChange,
  { details, annotated, override }: Checked,
  clock: ChangeClock,
): Change {
  const { id, kind, displayName, region, cluster } = read.editable.resource;
  return {
    id: clock.newId(),
    resourceId: id,
    kind,
    displayName,
    region,
    clusterId: "clusterId" in cluster ? cluster.clusterId : null,
    state: "writing",
    isFinished: false,
    operations: details.operations,
    before: setBefore(read, plan.before),
    after: plan.after,
    actual: null,
    startedAt: timeText(clock),
    finishedAt: null,
    message: "The change is being sent.",
    error: null,
    workRequest: null,
    opcRequestId: null,
    ...(annotated !== null && { annotation: changedAnnotation(annotated) }),
    ...(override !== null && { override }),
  };
}

type Running = {
  readonly change: Change;
  readonly freshlyRead: FreshlyRead;
  /** Given: the annotation of the object that owns the setting is written, not the resource. */
  readonly annotated: AnnotationChange | null;
  readonly environment: ChangeEnvironment;
  readonly store: ChangeStore;
  readonly clock: ChangeClock;
};

const endedByBug: ChangeEnding = {
  state: "unknown",
  message: "The console failed while it followed the change. Its log says why. Read the resource again.",
  error: { code: "InternalServerError", message: "The console failed. Its log says why.", opcRequestId: null },
};

async function withoutBugs(environment: ChangeEnvironment, run: () => Promise<ChangeEnding>): Promise<ChangeEnding> {
  try {
    return await run();
  } catch (thrown) {
    environment.onBug(thrown);
    return endedByBug;
  }
}

/** Puts the resource in the inventory as it is now. That this fails takes nothing from the change. */
async function refreshInventory({ environment, change }: Running): Promise<void> {
  const { ociContext, inventory, onFreshResource, onBug } = environment;
  try {
    const freshlyRead = await tryRead(() => readFresh(ociContext, inventory, change.resourceId));
    if (freshlyRead !== null) onFreshResource(freshlyRead.fresh);
  } catch (thrown) {
    onBug(thrown);
  }
}

async function finish(running: Running, ending: ChangeEnding): Promise<void> {
  const { change, store, clock } = running;
  // Before the change is called finished: who then asks for the list finds the new set in it.
  await refreshInventory(running);
  const { environment, annotated } = running;
  if (annotated !== null) environment.onDeclarationChanged?.(annotated.cluster.id);
  const finished = { isFinished: true, isLongWatch: false, finishedAt: timeText(clock) };
  store.update(change.id, { ...progressOf(ending), ...finished });
}

function begin({ change, freshlyRead, annotated, environment, store, clock }: Running): Promise<ChangeEnding> {
  const publish: Publish = (progress) => store.update(change.id, progress);
  if (annotated !== null) {
    const subject = annotationSubject(environment.ociContext, freshlyRead, annotated);
    return runAnnotationChange({ subject, ...annotated, after: change.after, clock, publish });
  }
  const subject = subjectFrom(environment.ociContext, freshlyRead);
  return runChange({ subject, checked: freshlyRead.read, after: change.after, clock, publish });
}

/** What is told of a change that has ended is put right when its controller acts after all. */
async function catchUp(running: Running, watched: Watched, look: NonNullable<ChangeEnding["lookLater"]>) {
  try {
    const ending = await watchLater(look, watched);
    if (ending !== null) await finish(running, ending);
  } catch (thrown) {
    running.environment.onBug(thrown);
  }
}

async function follow(running: Running): Promise<void> {
  const { change, freshlyRead, environment, store, clock } = running;
  const { ocid } = freshlyRead.fresh.resource;
  const watched = { changeId: change.id, ocid, store, clock };
  let first: ChangeEnding;
  try {
    first = await withoutBugs(environment, () => begin(running));
    if (first.lookAgain === undefined) {
      await finish(running, first);
      const { lookLater } = first;
      if (lookLater !== undefined) environment.inBackground?.(() => catchUp(running, watched, lookLater));
      return;
    }
  } finally {
    // What is still open must not keep the resource from being edited.
    store.release(ocid);
  }
  await finish(running, await withoutBugs(environment, () => watchOn(first, watched)));
}

/**
 * Checks a change against a fresh read of its resource and, if it may be made, begins to make it. Refuses without
 * having written anything: with both versions when the resource is not as the person saw it, while another change of
 * the same object runs, and where guards stand against it that nobody has overridden. `isNameChecked`: the override was
 * typed for a whole plan. Throws `OciRequestError` when the resource cannot be read.
 */
export async function startChange(
  environment: ChangeEnvironment,
  details: CreateChangeDetails,
  { isNameChecked = false }: { readonly isNameChecked?: boolean } = {},
): Promise<StartedChange | ChangeRefusal> {
  const { ociContext, inventory, clock = systemClock } = environment;
  const known = inventory.resources.find(({ id }) => id === details.resourceId);
  if (known === undefined) return unknownResource;
  const store = changeStoreOf(ociContext.principal);
  if (!store.reserve(known.ocid)) return busy;
  let change: Change | null = null;
  try {
    const editable = await readEditable(ociContext, inventory, known.id, details.startFrom);
    if (editable === null) return unknownResource;
    const plan = planChange(editable, details, inventory.catalog);
    if (!plan.ok) return plan;
    const annotated = planAnnotation(editable, plan.after, details);
    if (annotated !== null && "ok" in annotated) return annotated;
    const passed = await holdNow(
      { ociContext, inventory, guards: environment.guards, justRead: editable.freshlyRead },
      { type: "attributes", resourceId: known.id, after: plan.after },
      { override: details.override, edit: known.id, isNameChecked },
    );
    if (!passed.ok) return passed;
    change = changeFrom(editable, plan, { details, annotated, override: passed.override }, clock);
    store.add(change);
    const { freshlyRead } = editable;
    return { ok: true, change, ended: follow({ change, freshlyRead, annotated, environment, store, clock }) };
  } finally {
    if (change === null) store.release(known.ocid);
  }
}
