import type { Eligibility } from "@/lib/oke/eligibility";
import type { EditOffer, EditOffers, SettingOwner } from "@/lib/oke/protected-resource";
import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** What decides about editing one resource. */
export type EditFacts = {
  readonly kind: ResourceKind;
  readonly lifecycleState: string;
  readonly owner: SettingOwner;
  /** Of its cluster; `null` where no cluster decides, or the cluster was not read. */
  readonly eligibility: Eligibility | null;
  readonly securityAttributes: readonly SecurityAttribute[];
  /** The annotation that owns the set was read just now and is a set, so that it can be edited where it stands. */
  readonly isDeclaredRead?: boolean;
  /** Only for the secondary VNICs of a node pool. */
  readonly pool?: { readonly isLegacy: boolean; readonly secondaryVnicCount: number };
};

type Refusal = Extract<EditOffer, { offered: false }>;

const offered: EditOffer = { offered: true };
const refusal = (code: Refusal["code"], reason: string): Refusal => ({ offered: false, code, reason });

const ownerRefusal = ({ owner, isDeclaredRead }: EditFacts): Refusal | null => {
  if (isDeclaredRead === true) return null;
  switch (owner.type) {
    case "oke-api":
    case "resource":
    // Nothing reconciles a mount target that the CSI plugin made: the review says what Oracle says about it.
    case "storage-class-parameter":
      return null;
    case "service-annotation":
      return refusal(
        "owned-by-manifest",
        "A Kubernetes Service owns this setting. Oracle asks to change the annotation of the Service, not the load balancer.",
      );
    case "ingress-class-annotation":
      return refusal(
        "owned-by-manifest",
        "An IngressClass owns this setting. The native ingress controller would overwrite a change made here.",
      );
  }
};

const isEditableState = ({ kind, lifecycleState }: EditFacts) =>
  lifecycleState === "ACTIVE" || (kind.startsWith("node-pool-") && lifecycleState === "NEEDS_ATTENTION");

/** There is nothing that an edit of either sort could be written to. */
const placeRefusal = ({ kind, eligibility, pool }: EditFacts): Refusal | null => {
  const endpoint = eligibility?.reasons.find((reason) => reason.code === "not-vcn-native");
  if (kind === "cluster-endpoint" && endpoint) return refusal("not-vcn-native", endpoint.reason);
  if (kind !== "node-pool-secondary-vnics" || pool === undefined || pool.secondaryVnicCount > 0) return null;
  const flannel = eligibility?.reasons.find((reason) => reason.code === "flannel");
  if (flannel) return refusal("flannel", flannel.reason);
  return pool.isLegacy
    ? refusal(
        "legacy-pool",
        "This pool was created with the older pod networking settings. Attributes for pod traffic need a pool created with secondary VNICs.",
      )
    : refusal(
        "legacy-pool",
        "This pool has no secondary VNICs to put attributes on. They are set when a pool is created.",
      );
};

const additionRefusal = ({ eligibility, securityAttributes }: EditFacts): Refusal | null => {
  if (eligibility?.state === "not-eligible") {
    const reasons = eligibility.reasons.filter(({ code }) => code !== "unknown-cni" && code !== "unknown-version");
    const code = reasons[0]?.code;
    if (code === "not-vcn-native" || code === "flannel" || code === "kubernetes-version") {
      return refusal(code, reasons.map(({ reason }) => reason).join(" "));
    }
  }
  return securityAttributes.some(({ unreadable }) => unreadable !== null)
    ? refusal(
        "unreadable",
        "An entry of this set is in a form that this console does not know; it can only be removed.",
      )
    : null;
};

/**
 * Whether adding (and changing a value) and removing are offered. A cap never stands here: it never blocks a removal,
 * and the dialog shows it. Nor does the eligibility of the cluster stop the removal of what is there.
 */
export function editOffersOf(facts: EditFacts): EditOffers {
  const forBoth =
    facts.kind === "vcn"
      ? refusal(
          "vcn",
          "The VCN's attribute is shown because every ZPR policy names it. This console does not change it.",
        )
      : (ownerRefusal(facts) ??
        placeRefusal(facts) ??
        (isEditableState(facts)
          ? null
          : refusal("lifecycle-state", `It is ${facts.lifecycleState}. It can be changed once it is ACTIVE.`)));
  if (forBoth !== null) return { add: forBoth, remove: forBoth };
  return { add: additionRefusal(facts) ?? offered, remove: offered };
}
