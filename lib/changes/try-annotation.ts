import "server-only";
import type { AnnotationTrial } from "@/lib/contract/change-preview";
import type { DeclarationForEdit } from "@/lib/inventory/declaration-for-edit";
import { KubernetesRequestError, type KubernetesErrorCode } from "@/lib/kubernetes/kubernetes-error";
import { patchAnnotation } from "@/lib/kubernetes/objects";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { annotationNameOf } from "@/lib/oke/annotation-edit";

/** Answers of the cluster to this write; all others are failures to get one. */
const refusals: readonly KubernetesErrorCode[] = ["unauthorized", "forbidden", "not-found", "conflict", "invalid"];

/**
 * Lets the cluster check the write of an annotation with `dryRun=All`: authorization and admission decide as over the
 * write itself, and nothing is stored. Throws only on bugs.
 */
export async function tryAnnotation(
  ociContext: OciContext,
  { cluster, object, annotation }: Extract<DeclarationForEdit, { type: "readable" }>,
  value: string | null,
): Promise<AnnotationTrial> {
  const { resourceVersion } = annotation;
  const patch = { object, annotation: annotationNameOf(object), value, resourceVersion, isDryRun: true };
  try {
    await patchAnnotation(ociContext, cluster, patch);
    return { state: "passed" };
  } catch (thrown) {
    if (thrown instanceof KubernetesRequestError) {
      const { code, message } = thrown;
      return { state: refusals.includes(code) ? "refused" : "unknown", code, message };
    }
    if (thrown instanceof OciRequestError) return { state: "unknown", code: thrown.code, message: thrown.message };
    throw thrown;
  }
}
