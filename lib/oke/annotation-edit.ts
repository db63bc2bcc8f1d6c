import type { ManifestObject } from "@/lib/oke/declared-setting";
import { emptyChoices, type EmptyChoice } from "@/lib/oke/empty-choice";
import { annotated, ingressClassAnnotation, serviceAnnotation } from "@/lib/oke/manifest";
import { printManifestValue } from "@/lib/oke/manifest-value";
import { posixWord, yamlText } from "@/lib/oke/quoting";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** An object whose annotation declares the set of a load balancer. */
export type AnnotatedObject = ManifestObject & { readonly kind: "Service" | "IngressClass" };

const facts = {
  Service: {
    annotation: serviceAnnotation,
    controller: "cloud controller manager",
    apiVersion: "v1",
    resource: "service",
  },
  IngressClass: {
    annotation: ingressClassAnnotation,
    controller: "native ingress controller",
    apiVersion: "networking.k8s.io/v1",
    resource: "ingressclass",
  },
} as const;

/** The annotation that declares the set. */
export const annotationNameOf = ({ kind }: AnnotatedObject): string => facts[kind].annotation;

/** Who applies the annotation, as it goes into a sentence after "the". */
export const controllerOf = ({ kind }: AnnotatedObject): string => facts[kind].controller;

/** The object in a sentence: `Service shop/front-end`. */
export const annotatedObjectText = ({ kind, namespace, name }: AnnotatedObject): string =>
  `${kind} ${namespace === null ? name : `${namespace}/${name}`}`;

/** One way to write a set into an annotation. */
export type AnnotationOutcome = {
  /** `null` where something is left of the set, so that there is nothing to choose. */
  readonly choice: EmptyChoice | null;
  /** The annotation afterwards; `null` where it is removed. */
  readonly text: string | null;
  /** The same as one command of `kubectl`, guarded by the version that was seen. */
  readonly command: string;
  readonly yaml: string;
};

function outcomeOf(
  object: AnnotatedObject,
  resourceVersion: string,
  { choice, text }: Pick<AnnotationOutcome, "choice" | "text">,
): AnnotationOutcome {
  const { kind, namespace, name } = object;
  const { annotation, apiVersion, resource } = facts[kind];
  const command = [
    `kubectl annotate ${resource} ${posixWord(name)}`,
    ...(namespace === null ? [] : [`--namespace ${posixWord(namespace)}`]),
    `--resource-version ${posixWord(resourceVersion)}`,
    text === null ? posixWord(`${annotation}-`) : `--overwrite ${posixWord(`${annotation}=${text}`)}`,
  ].join(" ");
  const head = `apiVersion: ${apiVersion}\nkind: ${kind}`;
  const yamlNamespace = namespace === null ? null : yamlText(namespace);
  return { choice, text, command, yaml: annotated(head, yamlText(name), yamlNamespace, annotation, text) };
}

/**
 * Takes the whole set that is wanted, gives what is written into the annotation: one way, or two to choose from when
 * the set is empty.
 */
export function annotationOutcomes(
  object: AnnotatedObject,
  resourceVersion: string,
  after: readonly SecurityAttribute[],
): readonly AnnotationOutcome[] {
  if (after.length > 0) {
    return [outcomeOf(object, resourceVersion, { choice: null, text: printManifestValue(after) })];
  }
  return emptyChoices.map((choice) =>
    outcomeOf(object, resourceVersion, { choice, text: choice === "empty-map" ? "{}" : null }),
  );
}
