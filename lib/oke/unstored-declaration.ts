import type { KubernetesLists, ManifestObject } from "@/lib/oke/declared-setting";
import type { ControllerEvent } from "@/lib/oke/declared-standing";
import { annotationOf } from "@/lib/oke/find-declared";
import type { KubernetesEvent, KubernetesIngressClass, KubernetesService } from "@/lib/oke/kubernetes-objects";
import { ingressClassAnnotation, serviceAnnotation } from "@/lib/oke/manifest";
import { loadBalancerIdOf } from "@/lib/oke/manifest-index";
import type { ManifestProblem } from "@/lib/oke/manifest-problem";
import { parseManifestValue } from "@/lib/oke/manifest-value";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

export const unstoredReasons = [
  /** The object names no load balancer: its controller has made none. */
  "not-made",
  /** The object names one, and it is not among those that were read. */
  "not-among-read",
] as const;

/** A Service or an IngressClass whose load balancer is not among those that were read: declared, and stored nowhere. */
export type UnstoredDeclaration = {
  readonly object: ManifestObject;
  readonly uid: string;
  readonly reason: (typeof unstoredReasons)[number];
  /** By what the object names its load balancer: addresses, or the OCID. */
  readonly names: readonly string[];
  readonly createdAt: string | null;
  /** `null` where the object declares nothing. */
  readonly text: string | null;
  /** `null` where the text is no set. */
  readonly declared: readonly AssessedSecurityAttribute[] | null;
  readonly problems: readonly ManifestProblem[];
  /** What its controller reported, the latest first. */
  readonly events: readonly ControllerEvent[];
  /** Its events were read, so that none means that there was none. */
  readonly areEventsRead: boolean;
};

/** The controller of OCI's native ingress; load balancers of others are Services of their own. */
const nativeIngress = "oci.oraclecloud.com/native-ingress-controller";

/** Events that are shown of one object. */
const maxEvents = 3;

type Facts = {
  /** UIDs of the objects that own a resource which was read. */
  readonly ownerUids: ReadonlySet<string>;
  readonly events: ReadonlyMap<string, readonly KubernetesEvent[]>;
  readonly catalog: SecurityAttributeCatalog;
};

type Annotated = KubernetesService | KubernetesIngressClass;

/** The objects that should have a load balancer. */
export const balancedObjects = ({ services, ingressClasses }: KubernetesLists): readonly Annotated[] => [
  ...services.items.filter(({ type }) => type === "LoadBalancer"),
  ...ingressClasses.items.filter(({ controller }) => controller === nativeIngress),
];

const namesOf = (object: Annotated): readonly string[] =>
  object.kind === "Service" ? object.ingressIps : [loadBalancerIdOf(object) ?? []].flat();

const timeOf = ({ lastSeenAt }: KubernetesEvent) => Date.parse(lastSeenAt ?? "") || 0;

function unstoredFrom(object: Annotated, { events, catalog }: Facts): UnstoredDeclaration {
  const key = object.kind === "Service" ? serviceAnnotation : ingressClassAnnotation;
  const { text } = annotationOf(object, key);
  const { attributes, problems } =
    text === null ? { attributes: [], problems: [] } : parseManifestValue(text, { catalog });
  const names = namesOf(object);
  return {
    object: { kind: object.kind, namespace: object.namespace, name: object.name },
    uid: object.uid,
    reason: names.length === 0 ? "not-made" : "not-among-read",
    names,
    areEventsRead: events.has(object.uid),
    createdAt: object.createdAt,
    text,
    declared: attributes === null ? null : assessSecurityAttributes(attributes, catalog),
    problems,
    events: (events.get(object.uid) ?? [])
      .toSorted((a, b) => timeOf(b) - timeOf(a))
      .slice(0, maxEvents)
      .map(({ reason, message, count, lastSeenAt }) => ({ reason, message, count, lastSeenAt })),
  };
}

/**
 * Takes what a cluster's API listed, gives the Services and IngressClasses that declare something and own none of the
 * load balancers that were read. Says nothing of why a list is short: what could not be read is none of them.
 */
export const unstoredDeclarations = (lists: KubernetesLists, facts: Facts): readonly UnstoredDeclaration[] =>
  balancedObjects(lists)
    .filter(({ uid }) => !facts.ownerUids.has(uid))
    .map((object) => unstoredFrom(object, facts))
    .filter(({ declared }) => declared === null || declared.length > 0);
