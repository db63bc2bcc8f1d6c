import { causeAndCure } from "@/lib/oke/declared-cause";
import type { DeclaredStanding } from "@/lib/oke/declared-standing";
import type { Finding } from "@/lib/oke/findings/finding";
import { findingOf } from "@/lib/oke/findings/finding-rules";
import type { NodeCounts } from "@/lib/oke/node-counts";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** A change that ended, as far as findings ask. */
export type EndedChange = {
  readonly id: string;
  readonly resourceId: string;
  readonly state: string;
  readonly finishedAt: string | null;
  readonly after: readonly SecurityAttribute[];
};

/** What is known besides the pass, as far as it has been read: none of it is read for the sake of findings. */
export type FurtherReadings = {
  /** Changes that this console made, newest first. */
  readonly changes?: readonly EndedChange[];
  /** How what manifests declare stands to what is stored, by the id of the resource. */
  readonly standings?: ReadonlyMap<string, DeclaredStanding>;
  /** How the nodes of pools stand to the pool's present sets, by the OCID of the pool. */
  readonly nodeCounts?: ReadonlyMap<string, NodeCounts>;
  /** What the guard file finds wrong; `subject` stays while the same is wrong, whichever resource shows it. */
  readonly guards?: readonly {
    readonly rule: "guard-line" | "no-admin-access";
    readonly subject: string;
    readonly resourceId: string;
    readonly evidence: string;
  }[];
};

type Resources = ReadonlyMap<string, ProtectedResource>;

/** The last change of a resource, as long as the resource does not show it. */
function notAppliedFindings(resources: Resources, changes: readonly EndedChange[]): readonly Finding[] {
  const seen = new Set<string>();
  return changes.flatMap((change) => {
    const resource = resources.get(change.resourceId);
    if (resource === undefined || seen.has(change.resourceId)) return [];
    seen.add(change.resourceId);
    if (change.state !== "not-applied") return [];
    const isThere =
      resource.differingVnics === null && isSameSecurityAttributes(resource.securityAttributes, change.after);
    if (isThere) return [];
    const when = change.finishedAt === null ? "" : ` on ${momentText(change.finishedAt)}`;
    const evidence = `A change that was made here${when} was reported as done, and a fresh read did not show it.`;
    return [findingOf("not-applied", resource, { subject: change.id, evidence })];
  });
}

/** "2026-11-28 at 23:57 UTC": a pure function knows neither the reader's language nor where they are. */
const momentText = (time: string): string => {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(time) ?? [];
  return day === undefined ? time : `${day} at ${minute} UTC`;
};

const objectOf = (standing: Extract<DeclaredStanding, { readonly object: unknown }>): string => {
  const { kind, namespace, name } = standing.object;
  return `${kind} ${namespace === null ? "" : `${namespace}/`}${name}`;
};

/** What is so, before why. `null` where it is no finding. */
function declaredFact(standing: DeclaredStanding): string | null {
  switch (standing.state) {
    case "declared-not-applied":
      // Mount targets are made once; what their class says now is for the next ones.
      if (standing.cause === "made-before" || standing.cause === "existing-mount-target") return null;
      return `${objectOf(standing)} declares another set than the resource carries.`;
    case "stored-differs":
      return standing.cause === "not-declared"
        ? `${objectOf(standing)}:`
        : `${objectOf(standing)} declares another set than the resource carries.`;
    case "declared-unreadable":
      return standing.reason === "not-a-set" ? `${objectOf(standing)}:` : null;
    case "in-step":
    case "no-manifest-found":
      return null;
  }
}

/** Cause and cure are those of the standing, as its own page says them: what helps depends on who writes the set, and when. */
function declaredFindings(resources: Resources, standings: ReadonlyMap<string, DeclaredStanding>): readonly Finding[] {
  return [...standings].flatMap(([resourceId, standing]) => {
    const resource = resources.get(resourceId);
    const fact = declaredFact(standing);
    const words = causeAndCure(standing);
    if (resource === undefined || fact === null || words === null) return [];
    const event =
      "event" in standing && standing.event !== null ? ` ${standing.event.reason}: ${standing.event.message}` : "";
    const { cause, cure } = words;
    return [findingOf("declared-differs", resource, { evidence: `${fact} ${cause}${event}`, cure })];
  });
}

/** Nodes to which attributes are being applied, or that nobody could read, keep no old set for all that is known. */
function nodeFindings(resources: Resources, nodeCounts: ReadonlyMap<string, NodeCounts>): readonly Finding[] {
  return [...nodeCounts].flatMap(([nodePoolId, { nodes, inStep, notReadable, settling, primary }]) => {
    const old = nodes - inStep - notReadable - settling;
    if (old <= 0) return [];
    const isPrimary = primary.inStep + primary.notReadable + settling < nodes;
    const resource = resources.get(`${nodePoolId}:${isPrimary ? "primary-vnic" : "secondary-vnics"}`);
    if (resource === undefined) return [];
    const unread = notReadable === 0 ? "" : ` ${notReadable} could not be read.`;
    const evidence = `${old} of ${nodes} running ${nodes === 1 ? "node" : "nodes"} ${old === 1 ? "does" : "do"} not carry what the pool says now.${unread}`;
    // The pool is what stays the same while one surface after the other comes into step.
    const finding = findingOf("nodes-on-old-set", resource, {
      evidence,
      place: { type: "node-pool-nodes", id: nodePoolId },
    });
    return [{ ...finding, id: `nodes-on-old-set/${nodePoolId}` }];
  });
}

const guardFindings = (resources: Resources, guards: NonNullable<FurtherReadings["guards"]>): readonly Finding[] =>
  guards.flatMap(({ rule, subject, resourceId, evidence }) => {
    const resource = resources.get(resourceId);
    if (resource === undefined) return [];
    const finding = findingOf(rule, resource, { evidence, place: { type: "guards" } });
    return [{ ...finding, id: `${rule}/${subject}` }];
  });

/** What is wrong by what was read besides the pass. A reading that is not there finds nothing, and says nothing. */
export function furtherFindings(
  resources: Resources,
  { changes = [], standings = new Map(), nodeCounts = new Map(), guards = [] }: FurtherReadings,
): readonly Finding[] {
  return [
    ...notAppliedFindings(resources, changes),
    ...declaredFindings(resources, standings),
    ...nodeFindings(resources, nodeCounts),
    ...guardFindings(resources, guards),
  ];
}
