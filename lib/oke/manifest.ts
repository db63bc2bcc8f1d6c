import type { ManifestObject } from "@/lib/oke/declared-setting";
import { printManifestValue } from "@/lib/oke/manifest-value";
import type { ProtectedResource, SettingOwner } from "@/lib/oke/protected-resource";
import { posixWord, yamlSingleQuoted, yamlText } from "@/lib/oke/quoting";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** What to put into a Kubernetes manifest instead of editing the OCI resource. */
export type ManifestSnippet = {
  readonly title: string;
  readonly yaml: string;
  /** The same as one command; `null` where the object's name is not known from OCI. */
  readonly command: string | null;
  /** What is not known or not promised about it. */
  readonly note: string;
};

/** Where a Service declares the set of its load balancer or network load balancer. */
export const serviceAnnotation = "oci.oraclecloud.com/security-attributes";
/** Where an IngressClass declares the set of the load balancer of the native ingress controller. */
export const ingressClassAnnotation = "oci-native-ingress.oraclecloud.com/security-attributes";

/** Where a StorageClass declares the set of the mount targets that are made for it. */
export const storageClassParameter = "securityAttributes";

/** What stands in a snippet while there is nothing to put in: a form to fill in. OCI refuses such names if it is not. */
const placeholder: SecurityAttribute = {
  namespace: "NAMESPACE",
  key: "KEY",
  value: "VALUE",
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
};

const readable = (attributes: readonly SecurityAttribute[]) =>
  attributes.filter(({ unreadable }) => unreadable === null);

/** The form that annotation and parameter take: value and mode only, entries that cannot be read left out. */
const settingOf = (attributes: readonly SecurityAttribute[]): string => {
  const set = readable(attributes);
  return printManifestValue(
    (set.length > 0 ? set : [placeholder]).map((attribute) => ({
      ...attribute,
      mode: attribute.mode ?? "enforce",
      otherMembers: [],
    })),
  );
};

/** What a manifest is printed with. */
type Setting = { readonly text: string; readonly isForm: boolean; readonly notes: readonly string[] };

const fillIn = "Put in the namespace, key and value that you want.";

/** A set that is wanted, or that OCI stores. */
const asWanted = (attributes: readonly SecurityAttribute[]): Setting => {
  const isForm = readable(attributes).length === 0;
  const isLess = readable(attributes).length < attributes.length;
  return {
    text: settingOf(attributes),
    isForm,
    notes: [
      ...(isForm ? [fillIn] : []),
      ...(isLess ? ["Entries in a form that this console does not know are left out."] : []),
    ],
  };
};

/** A set that a manifest declares, with all that stands there. */
const asItStands = (declared: readonly SecurityAttribute[]): Setting =>
  declared.length === 0
    ? { text: settingOf([]), isForm: true, notes: [`It declares none now. ${fillIn}`] }
    : { text: printManifestValue(declared), isForm: false, notes: [] };

/** The part of a manifest that holds one annotation, or with `null` the part that no longer holds it. */
export const annotated = (
  head: string,
  name: string,
  namespace: string | null,
  annotation: string,
  setting: string | null,
) =>
  [
    head,
    "metadata:",
    `  name: ${name}`,
    ...(namespace === null ? [] : [`  namespace: ${namespace}`]),
    "  annotations:",
    setting === null ? `    # without ${annotation}` : `    ${annotation}: ${yamlSingleQuoted(setting)}`,
    "",
  ].join("\n");

/** `kubectl annotate` takes what begins with a dash for an option, even in quotes; no Kubernetes name does. */
const annotateCommand = (kind: string, name: string, namespace: string | null, annotation: string, setting: string) =>
  [
    `kubectl annotate ${kind} ${posixWord(name)}`,
    ...(namespace === null ? [] : [`--namespace ${posixWord(namespace)}`]),
    `--overwrite ${posixWord(`${annotation}=${setting}`)}`,
  ].join(" ");

type Owner<T extends SettingOwner["type"]> = Extract<SettingOwner, { type: T }>;

const serviceSnippet = (
  { namespace, name }: Owner<"service-annotation">,
  { displayName }: ProtectedResource,
  setting: Setting,
): ManifestSnippet => {
  const isNamed = namespace !== null && name !== null;
  const yamlName = name === null ? "SERVICE_NAME" : yamlText(name);
  const yamlNamespace = namespace === null ? "SERVICE_NAMESPACE" : yamlText(namespace);
  const note = [
    ...(isNamed
      ? []
      : [`OCI does not tell the name of the Service; its UID is in the load balancer's name, ${displayName}.`]),
    "Oracle documents that the annotation is applied when the load balancer is made or updated for the Service. What happens when the annotation is removed or holds invalid JSON is not documented.",
    ...setting.notes,
  ];
  return {
    title: `Annotation of the Service${isNamed ? ` ${namespace}/${name}` : ""}`,
    yaml: annotated("apiVersion: v1\nkind: Service", yamlName, yamlNamespace, serviceAnnotation, setting.text),
    command:
      isNamed && !setting.isForm ? annotateCommand("service", name, namespace, serviceAnnotation, setting.text) : null,
    note: note.join(" "),
  };
};

const ingressClassSnippet = ({ name }: Owner<"ingress-class-annotation">, setting: Setting): ManifestSnippet => {
  const yamlName = name === null ? "INGRESS_CLASS_NAME" : yamlText(name);
  const note = [
    ...(name === null ? ["OCI does not tell the name of the IngressClass."] : []),
    "A change of the annotation makes the native ingress controller apply all attributes in it again. What happens when the annotation is removed or holds invalid JSON is not documented.",
    ...setting.notes,
  ];
  const head = "apiVersion: networking.k8s.io/v1\nkind: IngressClass";
  return {
    title: `Annotation of the IngressClass${name === null ? "" : ` ${name}`}`,
    yaml: annotated(head, yamlName, null, ingressClassAnnotation, setting.text),
    command:
      name === null || setting.isForm
        ? null
        : annotateCommand("ingressclass", name, null, ingressClassAnnotation, setting.text),
    note: note.join(" "),
  };
};

/** What a new StorageClass is written from; `null` for what was not read. */
export type StorageClassSource = {
  /** The class that made the mount target. */
  readonly storageClass: {
    readonly name: string;
    readonly parameters: readonly { readonly key: string; readonly value: string }[];
    readonly reclaimPolicy: string | null;
    readonly volumeBindingMode: string | null;
    readonly allowVolumeExpansion: boolean | null;
    readonly mountOptions: readonly string[];
  } | null;
  /** Of the mount target itself. */
  readonly availabilityDomain: string | null;
  readonly subnetId: string | null;
};

/** What a StorageClass says beside its parameters, line by line; nothing for what it leaves to Kubernetes. */
function settingsOf(made: StorageClassSource["storageClass"]): readonly string[] {
  if (made === null) return [];
  const { reclaimPolicy, volumeBindingMode, allowVolumeExpansion, mountOptions } = made;
  return [
    ...(reclaimPolicy === null ? [] : [`reclaimPolicy: ${yamlText(reclaimPolicy)}`]),
    ...(volumeBindingMode === null ? [] : [`volumeBindingMode: ${yamlText(volumeBindingMode)}`]),
    ...(allowVolumeExpansion === null ? [] : [`allowVolumeExpansion: ${allowVolumeExpansion}`]),
    ...(mountOptions.length === 0 ? [] : ["mountOptions:", ...mountOptions.map((each) => `  - ${yamlText(each)}`)]),
  ];
}

const storageClassSnippet = (setting: Setting, source: StorageClassSource | null): ManifestSnippet => {
  const made = source?.storageClass ?? null;
  const textOf = (text: string | null | undefined, otherwise: string) => (text ? yamlText(text) : otherwise);
  const parameters =
    made === null
      ? [
          `  availabilityDomain: ${textOf(source?.availabilityDomain, "AVAILABILITY_DOMAIN")}`,
          `  mountTargetSubnetOcid: ${textOf(source?.subnetId, "SUBNET_OCID")}`,
        ]
      : made.parameters
          .filter(({ key }) => key !== storageClassParameter)
          .map(({ key, value }) => `  ${yamlText(key)}: ${yamlText(value)}`);
  return {
    title: "Parameter of a new StorageClass",
    yaml: [
      "apiVersion: storage.k8s.io/v1",
      "kind: StorageClass",
      "metadata:",
      `  name: ${made === null ? "NEW_STORAGE_CLASS_NAME" : yamlText(`${made.name}-new`)}`,
      "provisioner: fss.csi.oraclecloud.com",
      "parameters:",
      ...parameters,
      `  ${storageClassParameter}: ${yamlSingleQuoted(setting.text)}`,
      ...settingsOf(made),
      "",
    ].join("\n"),
    command: null,
    note: [
      "Parameters of a StorageClass cannot be changed, and a new one reaches only mount targets made afterwards: this mount target keeps what it has. The parameter works with mountTargetSubnetOcid only; with mountTargetOcid it has no effect.",
      ...(made === null
        ? []
        : [
            `It is the StorageClass ${made.name} with the security attributes changed. Labels, annotations and allowed topologies are not taken over.`,
          ]),
      ...setting.notes,
    ].join(" "),
  };
};

const uidAtEnd = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The command that finds the Service of a load balancer whose name ends with the Service's UID; `null` where it does
 * not, or where another kind of object owns the setting.
 */
export function findServiceCommand({ owner, displayName }: Pick<ProtectedResource, "owner" | "displayName">) {
  const uid = uidAtEnd.exec(displayName)?.[0].toLowerCase();
  if (owner.type !== "service-annotation" || uid === undefined) return null;
  const columns = "UID:.metadata.uid,NAMESPACE:.metadata.namespace,NAME:.metadata.name";
  return `kubectl get services --all-namespaces --output custom-columns=${columns} | grep ${posixWord(uid)}`;
}

/**
 * What the object declares, as its manifest holds it: pasted, it changes nothing. `declared` is what was read there;
 * empty, it is a form to fill in. `null` where no annotation declares it.
 */
export function declaredManifest(
  resource: ProtectedResource,
  { kind, namespace, name }: ManifestObject,
  declared: readonly SecurityAttribute[],
): ManifestSnippet | null {
  switch (kind) {
    case "Service":
      return serviceSnippet({ type: "service-annotation", namespace, name }, resource, asItStands(declared));
    case "IngressClass":
      return ingressClassSnippet({ type: "ingress-class-annotation", name }, asItStands(declared));
    case "StorageClass":
      return null;
  }
}

/**
 * What OCI stores in the form of the manifest that owns it, where nobody knows what that declares: no command, which
 * would write over it unseen.
 */
export function storedAsManifest(
  resource: ProtectedResource,
  attributes: readonly SecurityAttribute[] = resource.securityAttributes,
  source: StorageClassSource | null = null,
): ManifestSnippet | null {
  const manifest = manifestFor(resource, attributes, source);
  if (manifest === null || resource.owner.type === "storage-class-parameter") return manifest;
  const note =
    "This is the set that OCI stores. What the manifest declares may be another, and this would replace it: compare before you use it.";
  return {
    ...manifest,
    title: "What OCI stores, as an annotation",
    command: null,
    note: `${note} ${manifest.note}`,
  };
}

/**
 * The manifest to edit instead of the resource, with `attributes` as the whole set that is wanted; `null` for a
 * resource whose setting is its own.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export function manifestFor(
  resource: ProtectedResource,
  attributes: readonly SecurityAttribute[] = resource.securityAttributes,
  source: StorageClassSource | null = null,
): ManifestSnippet | null {
  switch (resource.owner.type) {
    case "oke-api":
    case "resource":
      return null;
    case "service-annotation":
      return serviceSnippet(resource.owner, resource, asWanted(attributes));
    case "ingress-class-annotation":
      return ingressClassSnippet(resource.owner, asWanted(attributes));
    case "storage-class-parameter":
      return storageClassSnippet(asWanted(attributes), source);
  }
}
