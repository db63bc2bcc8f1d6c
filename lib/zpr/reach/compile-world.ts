import { type AddressRange, addressRangeFrom } from "@/lib/zpr/reach/address-range";
import { type CarriedSet, carriedSetFrom } from "@/lib/zpr/reach/carried-set";
import { type RangeStandings, rangeStandingsOf } from "@/lib/zpr/reach/range-standings";
import { type EndpointClass, type PlacedVcn, rangeKnowledgeFrom } from "@/lib/zpr/reach/reach-end";
import { type ReachStatement, type ReadText, statementsOf } from "@/lib/zpr/reach/reach-statement";
import type { ReachEndpoint, ReachVcn, ReachWorld } from "@/lib/zpr/reach/reach-world";

/** A world arranged for questions: made once, asked often. */
export type CompiledWorld = {
  readonly world: ReachWorld;
  readonly vcns: ReadonlyMap<string, PlacedVcn>;
  readonly classes: readonly EndpointClass[];
  readonly classesOfVcn: ReadonlyMap<PlacedVcn, VcnClasses>;
  readonly classOf: ReadonlyMap<string, EndpointClass>;
  /** Endpoints whose VCN nobody knows: no class, and nothing certain about them. */
  readonly unplaced: ReadonlyMap<string, ReachEndpoint>;
  /** Distinct texts that say something. */
  readonly statements: readonly ReachStatement[];
  /** Distinct texts that cannot be read. */
  readonly unreadable: readonly ReachStatement[];
  /** Every block that a statement names, once. */
  readonly ranges: readonly AddressRange[];
  readonly standings: RangeStandings;
  readonly read: Map<string, ReadText>;
};

export type VcnClasses = {
  readonly all: readonly EndpointClass[];
  /** By the key of an attribute that they carry, surely or not. */
  readonly byKey: ReadonlyMap<string, readonly EndpointClass[]>;
  /** Those that may carry anything. */
  readonly open: readonly EndpointClass[];
};

function placedVcn({ id, name, region, attributes, cidrBlocks, isZprOnly }: ReachVcn): PlacedVcn {
  const ranges = cidrBlocks?.map(addressRangeFrom) ?? [null];
  const read = ranges.flatMap((range) => range ?? []);
  return {
    id,
    name,
    region,
    carried: carriedSetFrom(attributes),
    ranges: read.length === 0 || read.length < ranges.length ? null : read,
    isZprOnly,
  };
}

/** Of a VCN that is not in the world but has an endpoint. */
const unreadVcn = (id: string): PlacedVcn => ({
  id,
  name: id,
  region: null,
  carried: carriedSetFrom(null),
  ranges: null,
  isZprOnly: false,
});

function rangesOf(statements: readonly ReachStatement[]): readonly AddressRange[] {
  const ranges = new Map<string, AddressRange>();
  for (const { meaning } of statements) {
    for (const side of meaning === null ? [] : [meaning.source, meaning.target]) {
      if (side.kind === "address") ranges.set(side.range.text, side.range);
    }
  }
  return [...ranges.values()].toSorted((a, b) => (a.text < b.text ? -1 : 1));
}

type GrowingClass = EndpointClass & { readonly endpoints: ReachEndpoint[] };

function classesFrom(endpoints: readonly ReachEndpoint[], vcns: Map<string, PlacedVcn>, standings: RangeStandings) {
  const byText = new Map<string, GrowingClass>();
  const classOf = new Map<string, EndpointClass>();
  const unplaced = new Map<string, ReachEndpoint>();
  for (const endpoint of endpoints) {
    if (endpoint.vcnId === null) {
      unplaced.set(endpoint.id, endpoint);
      continue;
    }
    const vcn = vcns.get(endpoint.vcnId) ?? unreadVcn(endpoint.vcnId);
    vcns.set(vcn.id, vcn);
    const carried = carriedSetFrom(endpoint.attributes);
    const addresses = rangeKnowledgeFrom(endpoint.addresses);
    const text = `${vcn.id}\n${carried.text}\n${standings.of(addresses)}`;
    const found = byText.get(text);
    const placed: GrowingClass = found ?? { kind: "class", vcn, carried, addresses, endpoints: [] };
    if (found === undefined) byText.set(text, placed);
    placed.endpoints.push(endpoint);
    classOf.set(endpoint.id, placed);
  }
  return { classes: [...byText.values()], classOf, unplaced };
}

function groupedClasses(classes: readonly EndpointClass[]): ReadonlyMap<PlacedVcn, VcnClasses> {
  type Growing = { all: EndpointClass[]; byKey: Map<string, EndpointClass[]>; open: EndpointClass[] };
  const groups = new Map<PlacedVcn, Growing>();
  const keysOf = ({ sure, doubtful }: CarriedSet) => new Set([...sure, ...doubtful]);
  for (const each of classes) {
    const group: Growing = groups.get(each.vcn) ?? { all: [], byKey: new Map(), open: [] };
    groups.set(each.vcn, group);
    group.all.push(each);
    if (each.carried.isOpen) {
      group.open.push(each);
      continue;
    }
    for (const key of keysOf(each.carried)) {
      const carriers = group.byKey.get(key);
      if (carriers === undefined) group.byKey.set(key, [each]);
      else carriers.push(each);
    }
  }
  return groups;
}

/**
 * Parses each distinct statement once and puts endpoints that no statement can tell apart into one class. `like` is a
 * world that shares statements with this one, such as the same before an edit: what was read there is not read again.
 */
export function compileWorld(world: ReachWorld, like?: CompiledWorld): CompiledWorld {
  const read = like?.read ?? new Map<string, ReadText>();
  const all = statementsOf(world.policies, read);
  const statements = all.filter(({ meaning }) => meaning !== null);
  const ranges = rangesOf(statements);
  const vcns = new Map(world.vcns.map((vcn) => [vcn.id, placedVcn(vcn)]));
  const standings = rangeStandingsOf(ranges, like?.standings);
  const { classes, classOf, unplaced } = classesFrom(world.endpoints, vcns, standings);
  return {
    world,
    vcns,
    classes,
    classesOfVcn: groupedClasses(classes),
    classOf,
    unplaced,
    statements,
    unreadable: all.filter(({ meaning }) => meaning === null),
    ranges,
    standings,
    read,
  };
}
