import fc from "fast-check";
import type { Endpoint, Filters, NamedAttribute, Statement } from "@/lib/zpr/policy-language/statement";
import { evilNames } from "@/lib/zpr/test-arbitraries";

const name = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/),
  fc.constantFrom("VCN", "in", "allow", "to", "__proto__", "constructor", "all-endpoints", "protocol", "0"),
);
const value = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_:.' -]{1,12}$/),
  fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }),
  fc.constantFrom(...evilNames.filter((each) => each !== "")),
);

export const namedAttribute: fc.Arbitrary<NamedAttribute> = fc.record({
  namespace: fc.oneof(fc.constant("oracle-zpr"), name),
  key: name,
  value,
});

const address = fc.oneof(
  fc.tuple(fc.ipV4(), fc.option(fc.nat(32))).map(([ip, prefix]) => (prefix === null ? ip : `${ip}/${prefix}`)),
  fc.tuple(fc.ipV6(), fc.option(fc.nat(128))).map(([ip, prefix]) => (prefix === null ? ip : `${ip}/${prefix}`)),
);
const attributeEndpoint = namedAttribute.map((attribute): Endpoint => ({ kind: "attribute", attribute }));
const anyEndpoint: fc.Arbitrary<Endpoint> = fc.oneof(
  attributeEndpoint,
  fc.constant<Endpoint>({ kind: "all-endpoints" }),
  fc.constant<Endpoint>({ kind: "osn-services" }),
  address.map((text): Endpoint => ({ kind: "address", text })),
);

const ports = fc.tuple(fc.nat(65_535), fc.nat(65_535)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const filters: fc.Arbitrary<Filters> = fc.record({
  protocol: fc.option(
    fc.record({ name: fc.constantFrom("tcp", "udp", "icmp", "6", "ipv6-icmp", "255"), ports: fc.option(ports) }),
  ),
  icmpType: fc.option(fc.nat(255)),
  icmpCode: fc.option(fc.nat(255)),
  isStateless: fc.boolean(),
});

const isOutside = ({ kind }: Endpoint) => kind === "address" || kind === "osn-services";
const sides = fc
  .tuple(anyEndpoint, anyEndpoint)
  .filter(([a, b]) => !(isOutside(a) && isOutside(b)) && !(a.kind === "all-endpoints" && b.kind === "all-endpoints"));

/** Any statement that the rules allow. */
export const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc
    .tuple(namedAttribute, sides, filters, filters)
    .map(([location, [source, target], sourceFilters, targetFilters]): Statement => ({
      form: "same-vcn",
      location,
      source: { endpoint: source, filters: sourceFilters },
      target: { endpoint: target, filters: targetFilters },
    })),
  fc
    .tuple(namedAttribute, namedAttribute, attributeEndpoint, attributeEndpoint, filters, filters)
    .map(([from, to, source, target, sourceFilters, targetFilters]): Statement => ({
      form: "two-vcn",
      source: { endpoint: source, filters: sourceFilters, location: from },
      target: { endpoint: target, filters: targetFilters, location: to },
    })),
);

/** Texts made of pieces of the language, whole and broken. */
export const brokenText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "in",
        "VCN",
        "allow",
        "deny",
        "to",
        "connect",
        "endpoints",
        "with",
        "and",
        "all-endpoints",
        "=",
        ",",
        "'",
        "''",
        "net.vcn:prod",
        "app:web",
        "a.b.c",
        "'app.name:o'brien'",
        "'10.0.0.0/8'",
        "10.0.0.1",
        "fd00::/8",
        "tcp/22",
        "protocol='tcp/22'",
        "protocol",
        "connection-state",
        "<attribute>",
        '"',
        "“",
        "”",
        "\u00A0",
        "\u200B",
        ";",
        "# ",
        "osn-services-ip-endpoints",
        "'tcp/22,443'",
        "\n",
        "\uD800",
        ":",
        ".",
      ),
      fc.string({ maxLength: 4, unit: "grapheme" }),
    ),
    { maxLength: 30 },
  )
  .chain((parts) => fc.constantFrom(" ", "").map((joint) => parts.join(joint)));
