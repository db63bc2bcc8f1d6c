import { acrossVcns } from "@/lib/zpr/reach/across-vcns";
import { no } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { outerEndsFrom } from "@/lib/zpr/reach/outer-ends";
import { type EndpointClass, type FlowEnd, governedOf, type OuterEnd } from "@/lib/zpr/reach/reach-end";
import type { ReachEndpoint } from "@/lib/zpr/reach/reach-world";
import { worldIndexOf } from "@/lib/zpr/reach/world-index";

/** Endpoints that are alike before an edit and alike after it, or an end outside, which is the same in both. */
export type JointEnd = {
  readonly before: FlowEnd;
  readonly after: FlowEnd;
  /** As they are after the edit; empty for an end outside. */
  readonly endpoints: readonly ReachEndpoint[];
  /** Whether the edit changes what they carry or where they are. */
  readonly isChanged: boolean;
};

export type JointEnds = {
  readonly outer: readonly OuterEnd[];
  readonly of: (end: FlowEnd, which: "before" | "after") => readonly JointEnd[];
  /** Calls `add` for every pair of which a changed one is an end. */
  readonly addPairsOfChanged: (add: (source: JointEnd, target: JointEnd) => void) => void;
  readonly unplacedChanged: readonly ReachEndpoint[];
};

type Placed = JointEnd & { readonly before: EndpointClass; readonly after: EndpointClass };
type Growing = Placed & { endpoints: ReachEndpoint[]; isChanged: boolean };

const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

function placedEnds(before: CompiledWorld, after: CompiledWorld): readonly Placed[] {
  const ends = new Map<EndpointClass, Map<EndpointClass, Growing>>();
  const earlier = new Map(before.world.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  for (const endpoint of after.world.endpoints) {
    const [from, to] = [before.classOf.get(endpoint.id), after.classOf.get(endpoint.id)];
    const old = earlier.get(endpoint.id);
    if (from === undefined || to === undefined || old === undefined) continue;
    const targets = ends.get(from) ?? new Map<EndpointClass, Growing>();
    ends.set(from, targets);
    const isChanged = from.carried.text !== to.carried.text || !isSame(old.addresses, endpoint.addresses);
    const known = targets.get(to);
    if (known === undefined) targets.set(to, { before: from, after: to, endpoints: [endpoint], isChanged });
    else {
      known.endpoints.push(endpoint);
      known.isChanged ||= isChanged;
    }
  }
  return [...ends.values()].flatMap((targets) => [...targets.values()]);
}

/** Whether something may pass between ends in two VCNs, in either world, so that the edit may change it. */
function passFrom(before: CompiledWorld, after: CompiledWorld) {
  const isGoverned = (end: Placed) => governedOf(end.before) !== no || governedOf(end.after) !== no;
  // A statement that cannot be read may join any two.
  const isOpen = before.unreadable.length + after.unreadable.length > 0;
  const [old, fresh] = [acrossVcns(worldIndexOf(before)), acrossVcns(worldIndexOf(after))];
  return (source: Placed, target: Placed, first: "source" | "target"): boolean =>
    isGoverned(source) &&
    isGoverned(target) &&
    (isOpen || old.mayPass(source.before, target.before, first) || fresh.mayPass(source.after, target.after, first));
}

/** Holds the ends of two worlds against one another, endpoints by their ids. An endpoint of one world only is left out. */
export function jointEndsOf(before: CompiledWorld, after: CompiledWorld): JointEnds {
  const placed = placedEnds(before, after);
  const ranges = new Map([...before.ranges, ...after.ranges].map((range) => [range.text, range]));
  const outer = outerEndsFrom([...ranges.values()]);
  const jointOuter = new Map<FlowEnd, JointEnd>(
    outer.map((end) => [end, { before: end, after: end, endpoints: [], isChanged: false }]),
  );
  const byClass = { before: new Map<FlowEnd, JointEnd[]>(), after: new Map<FlowEnd, JointEnd[]>() };
  const ofVcn = new Map<string, Placed[]>();
  const push = <K, V>(groups: Map<K, V[]>, key: K, value: V) => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  };
  for (const end of placed) {
    push(byClass.before, end.before, end);
    push(byClass.after, end.after, end);
    push(ofVcn, end.after.vcn.id, end);
  }
  return {
    outer,
    of(end, which) {
      const outside = jointOuter.get(end);
      return outside === undefined ? (byClass[which].get(end) ?? []) : [outside];
    },
    addPairsOfChanged(add) {
      const changed = placed.filter(({ isChanged }) => isChanged);
      if (changed.length === 0) return;
      const mayPass = passFrom(before, after);
      for (const end of changed) {
        for (const partner of [...(ofVcn.get(end.after.vcn.id) ?? []), ...jointOuter.values()]) {
          add(end, partner);
          add(partner, end);
        }
        for (const partner of placed) {
          if (partner.after.vcn === end.after.vcn) continue;
          if (mayPass(end, partner, "source")) add(end, partner);
          if (mayPass(partner, end, "target")) add(partner, end);
        }
      }
    },
    unplacedChanged: [...after.unplaced.values()].filter(
      (endpoint) => !isSame(before.unplaced.get(endpoint.id)?.attributes, endpoint.attributes),
    ),
  };
}
