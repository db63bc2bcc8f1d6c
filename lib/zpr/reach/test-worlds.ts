import fc from "fast-check";
import type { ReachAttribute, ReachEndpoint, ReachPolicy, ReachVcn, ReachWorld } from "@/lib/zpr/reach/reach-world";

const often = <T>(value: T, weight = 6) => ({ arbitrary: fc.constant(value), weight });

const doubt: fc.Arbitrary<ReachAttribute["doubt"]> = fc.oneof(
  often(null, 20),
  fc.constantFrom("unreadable", "not-enforced", "deleted", "retired"),
);
const names = ["app.tier:web", "App.Tier:web", "app.tier:db", "oracle-zpr.team:a", "app.tier:it''s"];
const locations = ["net.vcn:one", "NET.vcn:one", "net.vcn:two", "oracle-zpr.zone:x"];

const attributeOf = (text: string, why: ReachAttribute["doubt"]): ReachAttribute => {
  const [, namespace = "", key = "", value = ""] = /^(.*?)\.(.*?):(.*)$/u.exec(text.replaceAll("''", "'")) ?? [];
  return { namespace, key, value, doubt: why };
};
const attribute = (texts: readonly string[]) =>
  fc.tuple(fc.constantFrom(...texts), doubt).map(([text, why]) => attributeOf(text, why));

const attributes = (texts: readonly string[], maxLength: number) =>
  fc.oneof({ arbitrary: fc.array(attribute(texts), { maxLength }), weight: 15 }, fc.constant(null));

const vcnAttributes = attributes(locations, 2);
const endpointAttributes = attributes(names, 3);

const vcn = (id: string): fc.Arbitrary<ReachVcn> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    region: fc.oneof(often("here"), fc.constant("there")),
    attributes: vcnAttributes,
    cidrBlocks: fc.oneof(often(["10.0.0.0/16"]), fc.constant(null)),
    isZprOnly: fc.boolean(),
  });

const addresses = ["10.0.0.1", "10.0.0.2", "10.0.0.200", "10.0.1.7"];
const blocks = ["10.0.0.0/24", "10.0.0.0/25", "10.0.1.0/24", "10.0.0.0/16"];

const endpoint = (id: string): fc.Arbitrary<ReachEndpoint> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    kind: fc.constant("load balancer"),
    vcnId: fc.oneof(often("v1"), often("v2", 3), fc.constant("v-unread")),
    attributes: endpointAttributes,
    addresses: fc.oneof(
      fc
        .subarray(addresses, { minLength: 1, maxLength: 2 })
        .map((known) => ({ kind: "known" as const, addresses: known })),
      fc
        .subarray(blocks, { minLength: 1, maxLength: 2 })
        .map((within) => ({ kind: "within" as const, blocks: within })),
      fc.constant({ kind: "unknown" as const }),
    ),
  });

const quoted = (text: string) => (text.includes("''") ? `'${text}'` : text);
const attributeText = fc.constantFrom(...names).map((text) => `${quoted(text)} endpoints`);
const addressText = fc
  .constantFrom(...addresses, ...blocks, "0.0.0.0/0", "10.0.0.0/8", "8.8.0.0/16", "172.16.0.0/12", "8.8.8.8")
  .map((text) => `'${text}'`);
const endText = fc.oneof(
  { arbitrary: attributeText, weight: 5 },
  { arbitrary: addressText, weight: 3 },
  { arbitrary: fc.constantFrom("all-endpoints", "'osn-services-ip-addresses'"), weight: 3 },
);
const filterText = fc.constantFrom(
  "",
  "",
  "",
  " with protocol='tcp/443'",
  " with protocol='6/400-500'",
  " with protocol='tcp'",
  " with protocol='udp/53'",
  " with protocol='icmp'",
  " with protocol='icmp', protocol.icmp.type='8'",
  " with protocol.icmp.type='8'",
  " with protocol.icmp.code='3'",
  " with protocol='tcp', protocol.icmp.type='8'",
  " with protocol='tcp/443', connection-state='stateless'",
);
const rarely = (text: string) => fc.oneof(often("", 9), fc.constant(text));
const locationText = fc.constantFrom(...locations).map((text) => `in ${text} VCN`);

const sameVcn = fc
  .tuple(locationText, endText, rarely(" with protocol='tcp/1024-65535'"), endText, filterText)
  .map(
    ([where, from, sourceFilter, to, filter]) => `${where} allow ${from}${sourceFilter} to connect to ${to}${filter}`,
  );
const twoVcn = fc
  .tuple(attributeText, locationText, attributeText, filterText, locationText)
  .map(([from, there, to, filter, here]) => `allow ${from} ${there} to connect to ${to}${filter} ${here}`);
const broken = fc
  .tuple(locationText, attributeText, fc.constantFrom("deny", "allow all-endpoints and", "allow allow", "allow not"))
  .map(([where, from, word]) => `${where} ${word} ${from} to connect to nothing`);

const statement = fc.oneof(
  { arbitrary: sameVcn, weight: 12 },
  { arbitrary: twoVcn, weight: 5 },
  { arbitrary: broken, weight: 1 },
);
const statements = fc.array(statement, { maxLength: 4 });

const lifecycleState: fc.Arbitrary<ReachPolicy["lifecycleState"]> = fc.oneof(
  often("ACTIVE" as const, 12),
  fc.constantFrom("UPDATING", "CREATING", "NEEDS_ATTENTION", "FAILED", "DELETED"),
);
const policy = (id: string): fc.Arbitrary<ReachPolicy> =>
  fc.record({ id: fc.constant(id), name: fc.constant(id), lifecycleState, statements });

/** Small worlds in which most things meet. */
export const world: fc.Arbitrary<ReachWorld> = fc.record({
  vcns: fc.tuple(vcn("v1"), vcn("v2")),
  endpoints: fc.tuple(endpoint("e1"), endpoint("e2"), endpoint("e3"), endpoint("e4")),
  policies: fc.tuple(policy("p1"), policy("p2")),
  isPolicyListComplete: fc.oneof(often(true, 9), fc.constant(false)),
  isEndpointListComplete: fc.boolean(),
});

const without = <T>(items: readonly T[], index: number, item: T) =>
  items.map((each, at) => (at === index ? item : each));

/** A world and the same after one edit. */
export const edit: fc.Arbitrary<readonly [before: ReachWorld, after: ReachWorld]> = world.chain((before) => {
  const [{ endpoints, policies, vcns }, index] = [before, fc.nat(3)];
  const editedEndpoint = fc.tuple(index, endpointAttributes).map(([at, carried]) => {
    const old = endpoints[at];
    return old ? { ...before, endpoints: without(endpoints, at, { ...old, attributes: carried }) } : before;
  });
  const editedVcn = fc.tuple(fc.nat(1), vcnAttributes).map(([at, carried]) => {
    const old = vcns[at];
    return old ? { ...before, vcns: without(vcns, at, { ...old, attributes: carried }) } : before;
  });
  const editedPolicy = fc
    .tuple(fc.nat(1), statements, fc.array(fc.boolean(), { maxLength: 4 }))
    .map(([at, fresh, kept]) => {
      const old = policies[at];
      if (old === undefined) return before;
      const left = old.statements.filter((_, position) => kept[position] ?? true);
      return { ...before, policies: without(policies, at, { ...old, statements: [...left, ...fresh.slice(0, 1)] }) };
    });
  const editedState = fc.tuple(fc.nat(1), lifecycleState).map(([at, state]) => {
    const old = policies[at];
    return old ? { ...before, policies: without(policies, at, { ...old, lifecycleState: state }) } : before;
  });
  return fc
    .oneof(
      { arbitrary: editedEndpoint, weight: 4 },
      { arbitrary: editedPolicy, weight: 4 },
      { arbitrary: editedVcn, weight: 2 },
      { arbitrary: editedState, weight: 1 },
    )
    .map((after) => [before, after] as const);
});
