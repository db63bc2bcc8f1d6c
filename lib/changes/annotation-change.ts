import "server-only";
import { refusal, type ChangeRefusal } from "@/lib/changes/change-refusal";
import type { Change } from "@/lib/contract/changes";
import type { CreateChangeDetails } from "@/lib/contract/create-change";
import { readAnnotation, type ReadAnnotation } from "@/lib/inventory/declaration-for-edit";
import type { FreshEditable } from "@/lib/inventory/fresh-editable";
import type { FreshlyRead } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import { listEvents, patchAnnotation } from "@/lib/kubernetes/objects";
import type { OciContext } from "@/lib/oci/clients";
import { annotationNameOf, annotationOutcomes, controllerOf, type AnnotatedObject } from "@/lib/oke/annotation-edit";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** A change that is written into the annotation of the object that owns the setting. */
export type AnnotationChange = {
  readonly cluster: Inventory["clusters"][number];
  readonly object: AnnotatedObject;
  /** The read that the change was checked against; its version guards the write. */
  readonly checked: ReadAnnotation;
  /** The annotation to write; `null` removes it. */
  readonly text: string | null;
};

/** What of such a change a person is shown. */
export const changedAnnotation = ({ object, checked, text }: AnnotationChange): NonNullable<Change["annotation"]> => ({
  object,
  name: annotationNameOf(object),
  controller: controllerOf(object),
  before: checked.text,
  after: text,
});

/**
 * What is written into the annotation for `after`; `null` where the resource itself is written. Refuses a set that
 * nothing is left of while nobody has said what that is to mean.
 */
export function planAnnotation(
  { declaration }: FreshEditable,
  after: readonly SecurityAttribute[],
  { emptyChoice }: CreateChangeDetails,
): AnnotationChange | ChangeRefusal | null {
  if (declaration?.type !== "readable") return null;
  const { cluster, object, annotation: checked } = declaration;
  const outcomes = annotationOutcomes(object, checked.resourceVersion, after);
  const outcome = outcomes.find(({ choice }) => choice === null || choice === emptyChoice);
  if (outcome === undefined) {
    const message = "This removes the last attribute. Choose whether the annotation is removed or set to {}.";
    return refusal(400, { code: "InvalidParameter", message, field: "emptyChoice" });
  }
  return { cluster, object, checked, text: outcome.text };
}

/** How the object and the resource of such a change are read, and how the annotation is written. */
export type AnnotationSubject = {
  /** Sent once. Throws `KubernetesRequestError` or `OciRequestError`, as all functions here. */
  readonly patch: (isDryRun: boolean) => Promise<unknown>;
  readonly readAnnotation: () => Promise<ReadAnnotation>;
  /** What the resource stores in OCI now. */
  readonly readStored: () => Promise<readonly SecurityAttribute[]>;
  readonly readEvents: () => Promise<readonly KubernetesEvent[]>;
};

/** The subject of a change out of the fresh read that the change was checked against. */
export function annotationSubject(
  ociContext: OciContext,
  { fresh, adapter }: FreshlyRead,
  { cluster, object, checked, text }: AnnotationChange,
): AnnotationSubject {
  const { resourceVersion, uid } = checked;
  const annotation = annotationNameOf(object);
  return {
    patch: (isDryRun) =>
      patchAnnotation(ociContext, cluster, { object, annotation, value: text, resourceVersion, isDryRun }),
    readAnnotation: () => readAnnotation(ociContext, cluster, object),
    readStored: async () => (await adapter.read(ociContext, fresh.resource)).sets[0] ?? [],
    readEvents: async () => (await listEvents(ociContext, cluster, { ...object, uid })).items,
  };
}
