import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { isInPiece } from "@/lib/zpr/reach/protocol-pieces";
import { reachDifference } from "@/lib/zpr/reach/reach-difference";
import { type Reach, reachOf } from "@/lib/zpr/reach/reach-of";
import type { ReachAttribute, ReachEndpoint, ReachWorld } from "@/lib/zpr/reach/reach-world";
import { naiveFlows, protocolOf } from "@/lib/zpr/reach/test-agreement";
import { naiveAnswer } from "@/lib/zpr/reach/test-naive";
import { say } from "@/scripts/lib/say.mjs";

const [vcnCount, endpointCount, setCount, statementCount] = [20, 5_000, 400, 2_500];
const [maxReachMs, maxDifferenceMs] = [400, 100];
const runs = 9;
const samplePairs = 400;

const attribute = (namespace: string, key: string, value: string): ReachAttribute => ({
  namespace,
  key,
  value,
  doubt: null,
});

/** Each VCN has its share of the sets; some of its endpoints have known addresses, some only a subnet. */
function endpointAt(index: number): ReachEndpoint {
  const set = index % setCount;
  const vcn = set % vcnCount;
  const subnet = `10.${vcn}.${Math.floor(set / vcnCount)}`;
  const attributes = [attribute("app", "tier", `tier-${set}`), attribute("team", "name", `team-${set % 50}`)];
  return {
    id: `endpoint-${index}`,
    name: `endpoint-${index}`,
    kind: "load balancer",
    vcnId: `vcn-${vcn}`,
    attributes: index % 40 === 39 ? [] : attributes,
    addresses:
      index % 3 === 0
        ? { kind: "within", blocks: [`${subnet}.0/24`] }
        : { kind: "known", addresses: [`${subnet}.${Math.floor(index / setCount) + 1}`] },
  };
}

function statementAt(index: number): string {
  const [set, other] = [index % setCount, (index * 7 + 20 * (index % 19)) % setCount];
  const vcn = set % vcnCount;
  const near = other - (other % vcnCount) + vcn;
  const here = `in network.vcn:vcn-${vcn} VCN allow app.tier:tier-${set}`;
  const port = 1_024 + (index % 900);
  switch (index % 10) {
    case 0:
      return `${here} to connect to '10.${other % vcnCount}.0.0/16' with protocol='tcp/${port}'`;
    case 1:
      return `in network.vcn:vcn-${vcn} VCN allow '10.${other % vcnCount}.${index % 20}.0/24' to connect to app.tier:tier-${near} with protocol='tcp/${port}-${port + 50}'`;
    case 2:
      return `${here} to connect to 'osn-services-ip-addresses' with protocol='tcp/443'`;
    case 3:
      return `in network.vcn:vcn-${vcn} VCN allow all-endpoints to connect to app.tier:tier-${near} with protocol='icmp'`;
    case 4:
      return `allow app.tier:tier-${set} in network.vcn:vcn-${vcn} VCN to connect to team.name:team-${other % 50} with protocol='udp/${port}' in network.vcn:vcn-${other % vcnCount} VCN`;
    default:
      return `${here} to connect to team.name:team-${near % 50} with protocol='tcp/${port}'`;
  }
}

const statements = Array.from({ length: statementCount }, (_, index) => statementAt(index));

const world: ReachWorld = {
  vcns: Array.from({ length: vcnCount }, (_, index) => ({
    id: `vcn-${index}`,
    name: `vcn-${index}`,
    region: index % 2 === 0 ? "eu-frankfurt-1" : "eu-zurich-1",
    attributes: [attribute("network", "vcn", `vcn-${index}`)],
    cidrBlocks: [`10.${index}.0.0/16`],
    isZprOnly: false,
  })),
  endpoints: Array.from({ length: endpointCount }, (_, index) => endpointAt(index)),
  policies: Array.from({ length: 100 }, (_, index) => ({
    id: `policy-${index}`,
    name: `policy-${index}`,
    lifecycleState: "ACTIVE",
    statements: statements.slice(index * 25, index * 25 + 25),
  })),
  isPolicyListComplete: true,
  isEndpointListComplete: true,
};

/** One endpoint loses its attributes. */
const withoutAttributes: ReachWorld = {
  ...world,
  endpoints: world.endpoints.map((each, index) => (index === 100 ? { ...each, attributes: [] } : each)),
};
/** One statement is taken out and one put in its place. */
const withOtherStatement: ReachWorld = {
  ...world,
  policies: world.policies.map((each, index) =>
    index === 10 ? { ...each, statements: [...each.statements.slice(1), statementAt(7).replace("tcp", "udp")] } : each,
  ),
};

function timed<T>(act: () => T): { readonly result: T; readonly median: number; readonly best: number } {
  let result = act();
  const times = Array.from({ length: runs }, () => {
    const startedMs = performance.now();
    result = act();
    return performance.now() - startedMs;
  }).toSorted((a, b) => a - b);
  return { result, median: times[Math.floor(runs / 2)] ?? Infinity, best: times[0] ?? Infinity };
}

/** Whether the reach holds a flow between two endpoints of one VCN. */
function isAllowed(reach: Reach, [from, to]: readonly [ReachEndpoint, ReachEndpoint], at: number): boolean {
  const flow = naiveFlows[at % naiveFlows.length];
  const isHere = (end: Reach["flows"][number]["source"], { id }: ReachEndpoint) =>
    end.kind === "class" && end.endpoints.some((each) => each.id === id);
  return reach.flows.some(
    ({ source, target, protocols }) =>
      isHere(source, from) &&
      isHere(target, to) &&
      protocols.some(({ protocol, isSure }) => isSure && flow && isInPiece(protocol, protocolOf(flow))),
  );
}

const pairs = Array.from({ length: samplePairs }, (_, index) => {
  const [from, to] = [
    world.endpoints[(index * 37) % endpointCount],
    world.endpoints[(index * 37 + 20 * index) % endpointCount],
  ];
  if (from === undefined || to === undefined) throw new Error("The sample is larger than the world.");
  return [from, to] as const;
});

function naivePass(): readonly boolean[] {
  return pairs.map(([from, to], at) => {
    const flow = naiveFlows[at % naiveFlows.length];
    return flow !== undefined && naiveAnswer(world, from, to, flow).verdict === "allowed";
  });
}

/**
 * Evaluates as much as a large tenancy holds, on one core: the whole reach, and the difference of one edit, each with
 * compiling, beside a naive evaluation of a sample of pairs. Throws when a time is missed or the sample disagrees.
 */
export async function benchReach(): Promise<void> {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const compiled = timed(() => compileWorld(world));
  const reach = timed(() => reachOf(compileWorld(world)));
  const before = compiled.result;
  const edits = {
    "attributes of one resource": timed(() => reachDifference(before, compileWorld(withoutAttributes, before))),
    "one statement": timed(() => reachDifference(before, compileWorld(withOtherStatement, before))),
  };
  const naive = timed(naivePass);
  const allowed = pairs.map((pair, at) => isAllowed(reach.result, pair, at));
  const perPairMs = naive.median / samplePairs;
  const allPairsMs = perPairMs * endpointCount ** 2;
  say(`${endpointCount} resources, ${setCount} attribute sets, ${statementCount} statements, ${runs} runs:`);
  say(`  classes              ${before.classes.length}`);
  say(`  parsed and arranged  ${ms(compiled.median)} in the middle, ${ms(compiled.best)} at best`);
  say(`  whole reach          ${ms(reach.median)} in the middle, ${ms(reach.best)} at best (at most ${maxReachMs} ms)`);
  say(`                       ${reach.result.flows.length} pairs of classes and addresses`);
  for (const [name, { median, best, result }] of Object.entries(edits)) {
    say(`  difference           ${ms(median)} in the middle, ${ms(best)} at best (at most ${maxDifferenceMs} ms)`);
    say(`                       ${name}: ${result.flows.length} flows change`);
  }
  say(
    `  naive, one pair      ${perPairMs.toFixed(3)} ms; all pairs would take ${(allPairsMs / 60_000).toFixed(0)} minutes`,
  );
  say(`  ratio                ${(allPairsMs / reach.median).toFixed(0)}`);
  if (naive.result.some((answer, at) => answer !== allowed[at])) throw new Error("The naive sample disagrees.");
  if (!allowed.includes(true) || !allowed.includes(false)) throw new Error("The sample is of one kind only.");
  if (reach.median > maxReachMs) throw new Error("Missed: time of the whole reach.");
  for (const { median, result } of Object.values(edits)) {
    if (result.flows.length === 0) throw new Error("An edit changes nothing.");
    if (median > maxDifferenceMs) throw new Error("Missed: time of a difference.");
  }
}
