import type { AnnotationOutcome } from "@/lib/oke/annotation-edit";
import { type EmptyChoice, emptyChoices } from "@/lib/oke/empty-choice";
import {
  annotated,
  findServiceCommand,
  ingressClassAnnotation,
  manifestFor,
  serviceAnnotation,
} from "@/lib/oke/manifest";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { posixWord, yamlText } from "@/lib/oke/quoting";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** One way to write a set into the manifest that owns it. */
export type HandWay = {
  readonly label: string;
  readonly yaml: string;
  /** The same as a command; `null` where the name of the object is not known. */
  readonly command: string | null;
};

/** What a person does in a manifest that the console does not write to. */
export type HandStep = {
  readonly ways: readonly HandWay[];
  /** Finds the object, where OCI does not tell its name. */
  readonly find: string | null;
  readonly note: string;
};

const emptyLabels = {
  "annotation-removed": "Remove the annotation",
  "empty-map": "Write {} into the annotation",
} as const;

const isAnnotated = ({ owner }: ProtectedResource): boolean =>
  owner.type === "service-annotation" || owner.type === "ingress-class-annotation";

/** The manifest when nothing is left of the set: without the annotation, or with an empty map. */
function emptied({ owner }: ProtectedResource, choice: EmptyChoice): HandWay | null {
  const label = emptyLabels[choice];
  const text = choice === "empty-map" ? "{}" : null;
  const nameText = (name: string | null, placeholder: string) => (name === null ? placeholder : yamlText(name));
  const argumentFor = (annotation: string) =>
    text === null ? posixWord(`${annotation}-`) : `--overwrite ${posixWord(`${annotation}=${text}`)}`;
  switch (owner.type) {
    case "service-annotation": {
      const { namespace, name } = owner;
      const isNamed = namespace !== null && name !== null;
      return {
        label,
        yaml: annotated(
          "apiVersion: v1\nkind: Service",
          nameText(name, "SERVICE_NAME"),
          nameText(namespace, "SERVICE_NAMESPACE"),
          serviceAnnotation,
          text,
        ),
        command: isNamed
          ? `kubectl annotate service ${posixWord(name)} --namespace ${posixWord(namespace)} ${argumentFor(serviceAnnotation)}`
          : null,
      };
    }
    case "ingress-class-annotation": {
      const { name } = owner;
      const head = "apiVersion: networking.k8s.io/v1\nkind: IngressClass";
      return {
        label,
        yaml: annotated(head, nameText(name, "INGRESS_CLASS_NAME"), null, ingressClassAnnotation, text),
        command:
          name === null
            ? null
            : `kubectl annotate ingressclass ${posixWord(name)} ${argumentFor(ingressClassAnnotation)}`,
      };
    }
    case "oke-api":
    case "resource":
    case "storage-class-parameter":
      return null;
  }
}

/**
 * The step for a resource whose manifest the console could not read, with `after` as the whole set that is wanted;
 * `null` for one that no annotation owns. It starts from what OCI stores: what the manifest says is not known.
 */
export function handStepFor(resource: ProtectedResource, after: readonly SecurityAttribute[]): HandStep | null {
  const find = findServiceCommand(resource);
  const stored =
    "It starts from what OCI stores, as the console did not read the manifest: compare before you apply it.";
  if (after.length === 0) {
    const ways = emptyChoices.map((choice) => emptied(resource, choice)).filter((way) => way !== null);
    const note = `${stored} Whether the load balancer then loses what it carries is not documented, for either way.`;
    return ways.length === 0 ? null : { ways, find, note };
  }
  if (!isAnnotated(resource)) return null;
  const manifest = manifestFor(resource, after);
  if (manifest === null) return null;
  const { title, yaml, command, note } = manifest;
  return { ways: [{ label: title, yaml, command }], find, note: `${stored} ${note}` };
}

/** The step for a manifest that was read and of whose set nothing is left: which way is a choice. */
export const emptiedStep = (outcomes: readonly AnnotationOutcome[]): HandStep => ({
  ways: outcomes.map(({ choice, command, yaml }) => ({
    label: choice === null ? "Manifest" : emptyLabels[choice],
    command,
    yaml,
  })),
  find: null,
  note: "What a controller makes of either is not documented. Afterwards, look whether the load balancer still carries the attribute.",
});
