import type { DeclaredLookup, DeclaredSetting } from "@/lib/oke/declared-setting";
import type { ControllerEvent, Declared, DeclaredStanding } from "@/lib/oke/declared-standing";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import { parseManifestValue } from "@/lib/oke/manifest-value";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import { attributeNameKey, isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** What a resource stores, and what is known besides to judge it by. */
export type StandingFacts = {
  readonly stored: readonly SecurityAttribute[];
  readonly cap: number;
  readonly catalog: SecurityAttributeCatalog;
  /** Of the object, in any order; empty where they were not read. */
  readonly events: readonly KubernetesEvent[];
  /** When the manifest was read, ISO 8601. */
  readonly readAt: string;
};

/** Longer than the controllers take: the cloud controller acts at once, the ingress controller each minute. */
const patienceMs = 3 * 60_000;

/** What the cloud controller and the ingress controller report when they are through. */
const successReasons = ["EnsuredLoadBalancer", "UpdatedLoadBalancer"];

const timeOf = ({ lastSeenAt }: KubernetesEvent): number => Date.parse(lastSeenAt ?? "") || 0;

const latest = (events: readonly KubernetesEvent[]): KubernetesEvent | null =>
  events.toSorted((a, b) => timeOf(b) - timeOf(a))[0] ?? null;

const controllerEvent = ({ reason, message, count, lastSeenAt }: KubernetesEvent): ControllerEvent => ({
  reason,
  message,
  count,
  lastSeenAt,
});

/** The failure that stands: not one of an earlier text, and not one that a success has ended. */
const standingFailure = ({ changedAt }: DeclaredSetting, { events }: StandingFacts): ControllerEvent | null => {
  const changedMs = Date.parse(changedAt ?? "") || 0;
  const failure = latest(events.filter((event) => event.isWarning && timeOf(event) >= changedMs));
  const success = latest(events.filter(({ reason }) => successReasons.includes(reason)));
  if (failure === null || (success !== null && timeOf(success) > timeOf(failure))) return null;
  return controllerEvent(failure);
};

/** What the cloud controller reports when it begins. */
const beginningReasons = ["EnsuringLoadBalancer", "UpdatingLoadBalancer"];

const isUnderWay = ({ events }: StandingFacts): boolean => {
  const last = latest(events.filter(({ reason }) => [...beginningReasons, ...successReasons].includes(reason)));
  return last !== null && beginningReasons.includes(last.reason);
};

const isChangedJustNow = ({ changedAt }: DeclaredSetting, { events, readAt }: StandingFacts): boolean => {
  const changedMs = Date.parse(changedAt ?? "");
  if (Number.isNaN(changedMs) || Date.parse(readAt) - changedMs > patienceMs) return false;
  return !events.some((event) => successReasons.includes(event.reason) && timeOf(event) > changedMs);
};

/**
 * Whether what is stored is what is declared. A mode that a manifest leaves out agrees with any: nobody documents which
 * one it stands for.
 */
export const isStoredAsDeclared = (
  declared: readonly SecurityAttribute[],
  stored: readonly SecurityAttribute[],
): boolean => {
  const modes = new Map(stored.map(({ namespace, key, mode }) => [attributeNameKey(namespace, key), mode]));
  const comparable = declared.map((attribute) => ({
    ...attribute,
    mode: attribute.mode ?? modes.get(attributeNameKey(attribute.namespace, attribute.key)) ?? null,
  }));
  return isSameSecurityAttributes(comparable, stored);
};

const differing = (setting: DeclaredSetting, declared: Declared, facts: StandingFacts): DeclaredStanding => {
  const notApplied = { ...declared, state: "declared-not-applied", event: null } as const;
  if (setting.outOfReach !== null) return { ...notApplied, cause: setting.outOfReach };
  if (setting.object.kind !== "StorageClass") {
    const event = standingFailure(setting, facts);
    if (event !== null) return { ...notApplied, cause: "controller-failed", event };
    if (isUnderWay(facts) || isChangedJustNow(setting, facts)) return { ...notApplied, cause: "not-through" };
  }
  const cause = setting.text === null ? "not-declared" : "edited-directly";
  return { ...declared, state: "stored-differs", cause };
};

const foundStanding = (setting: DeclaredSetting, facts: StandingFacts): DeclaredStanding => {
  const { object, text, changedAt } = setting;
  const checks = { cap: facts.cap, catalog: facts.catalog };
  const { attributes, problems } = text === null ? { attributes: [], problems: [] } : parseManifestValue(text, checks);
  if (attributes === null) {
    const event = standingFailure(setting, facts);
    return { state: "declared-unreadable", reason: "not-a-set", object, text: text ?? "", problems, event };
  }
  const declared = { object, text, declared: assessSecurityAttributes(attributes, facts.catalog), problems, changedAt };
  return isStoredAsDeclared(attributes, facts.stored)
    ? { state: "in-step", ...declared }
    : differing(setting, declared, facts);
};

/** Takes what was looked up for a resource and what the resource stores, gives how the two stand to each other. */
export function declaredStanding(lookup: DeclaredLookup, facts: StandingFacts): DeclaredStanding {
  switch (lookup.type) {
    case "found":
      return foundStanding(lookup.setting, facts);
    case "none":
      return { state: "no-manifest-found", evidence: lookup.evidence };
    case "unread":
      return { state: "declared-unreadable", reason: "not-readable", problem: lookup.problem };
  }
}
