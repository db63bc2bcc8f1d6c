import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { Effect, EffectEnd, EffectEnds, EffectGroup } from "@/lib/zpr/reach/effect";
import { groundOf } from "@/lib/zpr/reach/effect-grounds";
import { type EffectChange, effectChanges } from "@/lib/zpr/reach/effect-words";
import type { JointEnd } from "@/lib/zpr/reach/joint-ends";
import type { ProtocolPiece } from "@/lib/zpr/reach/protocol-pieces";
import { protocolsText } from "@/lib/zpr/reach/protocol-text";
import { type FlowDifference, reachDifference } from "@/lib/zpr/reach/reach-difference";

const maxGroups = 60;
const maxEnds = 12;

function endsOf({ after, endpoints }: JointEnd): readonly EffectEnd[] {
  if (endpoints.length > 0) return endpoints.map(({ id, name, kind }) => ({ kind: "endpoint", id, name, what: kind }));
  if (after.kind === "class") return [];
  return [{ kind: after.kind, text: after.kind === "address" ? after.range.text : "" }];
}

const textOf = (end: EffectEnd) => (end.kind === "endpoint" ? `0${end.name}\n${end.id}` : `1${end.text}${end.kind}`);
const byText = (a: EffectEnd, b: EffectEnd) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0);

function listed(ends: readonly EffectEnd[]): EffectEnds {
  return { items: ends.toSorted(byText).slice(0, maxEnds), total: ends.length };
}

type Row = Omit<EffectGroup, "resources" | "others" | "protocols"> & {
  readonly near: JointEnd;
  readonly far: JointEnd;
};

/** A flow as one of the resource that the edit is about; of its target where it is about a policy. */
function rowOf(
  { change, source, target, protocol, ...flow }: FlowDifference,
  worlds: readonly CompiledWorld[],
): Row | null {
  const [before, after] = worlds;
  if (before === undefined || after === undefined) return null;
  const isFrom = source.isChanged || (!target.isChanged && target.endpoints.length === 0);
  return {
    change,
    direction: isFrom ? "from" : "to",
    near: isFrom ? source : target,
    far: isFrom ? target : source,
    before: groundOf(before, [source.before, target.before], flow.before, protocol),
    after: groundOf(after, [source.after, target.after], flow.after, protocol),
  };
}

function gather<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Numbers for objects, so that they can stand in keys. */
function numbering() {
  const numbers = new Map<JointEnd, number>();
  return (end: JointEnd): number => {
    const number = numbers.get(end) ?? numbers.size;
    numbers.set(end, number);
    return number;
  };
}

const rankOf = ({ change, direction }: EffectGroup): number =>
  effectChanges.indexOf(change) * 2 + (direction === "to" ? 0 : 1);

/** A single machine does not talk to itself over the network that ZPR watches. */
const isToItself = ({ source, target }: FlowDifference, isMany: (id: string) => boolean): boolean =>
  source === target && source.endpoints.length === 1 && source.endpoints.every(({ id }) => !isMany(id));

/**
 * What an edit changes, as a list for people: only what changes, by resource and statement.
 * @param isMany whether an endpoint stands for several machines, as a node pool does
 * @param shown the changes of which groups are given; all are counted
 */
export function effectOf(
  before: CompiledWorld,
  after: CompiledWorld,
  isMany: (id: string) => boolean,
  shown: readonly EffectChange[] = effectChanges,
): Effect {
  const difference = reachDifference(before, after);
  const numberOf = numbering();
  const keyOf = ({ near, far: _far, ...row }: Row) => JSON.stringify([numberOf(near), row]);
  type Piece = { readonly row: Row; readonly protocol: ProtocolPiece };
  const pieces = difference.flows.flatMap((flow): readonly Piece[] => {
    const row = isToItself(flow, isMany) ? null : rowOf(flow, [before, after]);
    return row === null ? [] : [{ row, protocol: flow.protocol }];
  });
  const pairs = gather(pieces, ({ row }) => `${numberOf(row.far)} ${keyOf(row)}`).flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ row: first.row, protocols: protocolsText([first, ...rest].map(({ protocol }) => protocol)) }],
  );
  const groups = gather(pairs, ({ row, protocols }) => `${protocols} ${keyOf(row)}`).flatMap((alike): EffectGroup[] => {
    const [first] = alike;
    if (first === undefined) return [];
    const { near, far: _far, ...row } = first.row;
    const others = alike.flatMap(({ row: { far } }) => endsOf(far));
    return [{ ...row, protocols: first.protocols, resources: listed(endsOf(near)), others: listed(others) }];
  });
  const sorted = groups.filter(({ change }) => shown.includes(change)).toSorted((a, b) => rankOf(a) - rankOf(b));
  const counts = { gained: 0, lost: 0, "perhaps-gained": 0, "perhaps-lost": 0, unknown: 0 };
  for (const { change, resources, others } of groups) counts[change] += resources.total * others.total;
  return {
    groups: sorted.slice(0, maxGroups),
    groupCount: sorted.length,
    counts,
    unreadable: difference.unreadable.map(({ text }) => text),
    unplaced: difference.unplaced.map(({ name }) => name),
  };
}
