import type { Severity } from "@/lib/zpr/policy-language/diagnostic";

type SyntaxRuleFacts = {
  readonly severity: Severity;
  /** Why the rule is there, in one line. */
  readonly reason: string;
  /**
   * Whether a statement that breaks the rule still says only one thing. Where it does, `parseStatement` gives its meaning
   * beside the mistake.
   */
  readonly keepsMeaning: boolean;
  /** A statement that breaks the rule. */
  readonly example: string;
};

const error = (reason: string, example: string): SyntaxRuleFacts => ({
  severity: "error",
  reason,
  keepsMeaning: false,
  example,
});
const slip = (reason: string, example: string): SyntaxRuleFacts => ({ ...error(reason, example), keepsMeaning: true });

const to = "to connect to app.tier:db endpoints";
const start = "in net.vcn:prod VCN allow";

/**
 * What the parser reports, by rule id. Oracle publishes prose and examples, no grammar:
 * https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/zpr-policy-syntax.htm
 */
export const syntaxRules = {
  "empty-statement": error("A statement says one thing that is allowed; an empty one says nothing.", " "),
  "only-allow": error(
    "allow is the only command: what no statement allows is blocked, and nothing can be denied.",
    `in net.vcn:prod VCN deny app.tier:web endpoints ${to}`,
  ),
  "expected-allow": error(
    "The command allow stands before the source.",
    `in net.vcn:prod VCN app.tier:web endpoints ${to}`,
  ),
  "expected-to-connect-to": error(
    "to connect to stands between source and target.",
    `${start} app.tier:web endpoints to reach app.tier:db endpoints`,
  ),
  "misspelled-keyword": error(
    "The words of the language are in, VCN, allow, endpoints, with, to, connect.",
    `in net.vcn:prod VCN alow app.tier:web endpoints ${to}`,
  ),
  "expected-endpoint": error(
    "On each side stands a security attribute, an address, all-endpoints or the OCI services.",
    `${start} ${to}`,
  ),
  "expected-location": error(
    "A statement applies in VCNs that carry an attribute: in <attribute> VCN at its start, or after each of both sides.",
    `allow app.tier:web endpoints ${to}`,
  ),
  "location-misplaced": error(
    "A statement names one VCN at its start or one after each side, not both ways.",
    `${start} app.tier:web endpoints ${to} in net.vcn:test VCN`,
  ),
  "location-not-attribute": error(
    "The location is the security attribute of a VCN.",
    `in '10.0.0.0/16' VCN allow app.tier:web endpoints ${to}`,
  ),
  "one-attribute": error(
    "An endpoint and a location are each named by exactly one security attribute.",
    `in net.vcn:prod net.vcn:test VCN allow app.tier:web endpoints ${to}`,
  ),
  placeholder: error(
    "A placeholder of a template stands for something of yours.",
    `in <vcn-security-attribute> VCN allow app.tier:web endpoints ${to}`,
  ),
  "attribute-without-value": error(
    "An attribute is named with its value, after a colon: namespace.key:value.",
    `${start} app.tier endpoints ${to}`,
  ),
  "attribute-name": error(
    "Namespaces and keys have 1 to 100 characters, of letters, digits, - and _.",
    `${start} 'my app.tier:web' endpoints ${to}`,
  ),
  "attribute-value": error("Values have 1 to 255 characters.", `${start} 'app.tier:' endpoints ${to}`),
  "attribute-not-quoted": error(
    "A value with blanks, periods or quotes is written with the whole attribute in single quotes.",
    `${start} app.tier:v1.2 endpoints ${to}`,
  ),
  "value-quoted-alone": slip(
    "Single quotes go around the whole attribute, not around its value.",
    `${start} app.tier:'web 2' endpoints ${to}`,
  ),
  "quote-not-doubled": error(
    "A single quote inside a value is written twice.",
    `${start} 'app.name:o'brien' endpoints ${to}`,
  ),
  "quote-not-closed": error("Quoted text ends with a single quote.", `${start} 'app.tier:web endpoints ${to}`),
  "wrong-quotes": slip("The quotes are plain single ones.", `${start} “app.tier:web 2” endpoints ${to}`),
  "wrapped-statement": error(
    "A statement stands by itself; only attributes, addresses and the values of filters stand in quotes.",
    `"${start} app.tier:web endpoints ${to}"`,
  ),
  "address-not-quoted": slip("Addresses stand in single quotes.", `${start} 10.0.0.0/16 ${to}`),
  "osn-not-quoted": slip(
    "osn-services-ip-addresses stands in single quotes.",
    `${start} app.tier:web endpoints to connect to osn-services-ip-addresses`,
  ),
  "osn-services-ip-endpoints": slip(
    "Some copies of Oracle's rules say osn-services-ip-endpoints; the word is osn-services-ip-addresses.",
    `${start} app.tier:web endpoints to connect to 'osn-services-ip-endpoints'`,
  ),
  address: error(
    "An address is IPv4 or IPv6, alone or with a prefix length of 0 to 32 or 0 to 128.",
    `${start} '10.0.0.0/33' ${to}`,
  ),
  "endpoints-after-address": slip(
    "The word endpoints follows a security attribute only.",
    `${start} '10.0.0.0/16' endpoints ${to}`,
  ),
  "both-sides": error(
    "Not both sides are all-endpoints, and at most one side is an address or the OCI services.",
    `${start} all-endpoints to connect to all-endpoints`,
  ),
  "two-vcn-attributes-only": error(
    "Where each side has its VCN, both are security attributes.",
    "allow '10.0.0.0/16' in net.vcn:prod VCN to connect to app.tier:db endpoints in net.vcn:test VCN",
  ),
  "filter-name": error(
    "Filters are protocol, protocol.icmp.type, protocol.icmp.code and connection-state.",
    `${start} app.tier:web endpoints ${to} with port='443'`,
  ),
  "filter-form": error(
    "Filters follow an endpoint as with name='value', more of them after a comma or another with.",
    `${start} app.tier:web endpoints ${to} protocol='tcp/443'`,
  ),
  "filter-value-not-quoted": slip(
    "The value of a filter stands in single quotes.",
    `${start} app.tier:web endpoints ${to} with protocol=tcp/443`,
  ),
  "filter-twice": error(
    "Each filter stands once after an endpoint.",
    `${start} app.tier:web endpoints ${to} with protocol='tcp/22', protocol='tcp/443'`,
  ),
  "filter-after-location": slip(
    "Filters stand after the endpoint, before the VCN of its side.",
    "allow app.tier:web endpoints in net.vcn:a VCN to connect to app.tier:db endpoints in net.vcn:b VCN with protocol='tcp/22'",
  ),
  protocol: error(
    "A protocol is an IANA name or number, with a port or a range after a slash: tcp/22, tcp/8000-8099.",
    `${start} app.tier:web endpoints ${to} with protocol='tcp:443'`,
  ),
  "port-list": error(
    "A statement has one port or one range; each more is a statement of its own.",
    `${start} app.tier:web endpoints ${to} with protocol='tcp/22,443'`,
  ),
  "port-range": error(
    "Ports go from 0 to 65535, the lower first.",
    `${start} app.tier:web endpoints ${to} with protocol='tcp/500-100'`,
  ),
  "icmp-value": error(
    "ICMP types and codes are numbers from 0 to 255.",
    `${start} app.tier:web endpoints ${to} with protocol='icmp', protocol.icmp.type='echo'`,
  ),
  "connection-state": error(
    "connection-state takes stateless alone; stateful is what holds without it.",
    `${start} app.tier:web endpoints ${to} with connection-state='stateful'`,
  ),
  "unexpected-text": error(
    "Nothing may follow or come between the parts of a statement.",
    `${start} app.tier:web endpoints ${to} if needed`,
  ),
  "odd-blank": {
    severity: "warning",
    reason: "Blanks copied from a web page may not be plain spaces; the service is not known to take them.",
    keepsMeaning: true,
    example: `${start} app.tier:web endpoints\u00A0${to}`,
  },
} as const satisfies Record<string, SyntaxRuleFacts>;

export type SyntaxRule = keyof typeof syntaxRules;
