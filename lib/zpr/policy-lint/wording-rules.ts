import type { Span, TextEdit } from "@/lib/zpr/policy-language/diagnostic";
import { hasHostBits, ipBlockFrom, ipBlockText } from "@/lib/zpr/policy-language/ip-block";
import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import { hasPorts, protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";
import type { Filters } from "@/lib/zpr/policy-language/statement";
import type { AttributeNode, EndpointNode, FilterNode } from "@/lib/zpr/policy-language/statement-tree";
import type { FilterName } from "@/lib/zpr/policy-language/token";
import { findingAt, type LintFinding, type PlacedStatement } from "@/lib/zpr/policy-lint/lint-finding";

const bareValue = /^[A-Za-z0-9_-]+$/u;
const hidden = /[\p{Cc}\p{Cf}]/u;
const icmpNumbers: readonly (number | null)[] = [1, 58];

const fixOf = (title: string, { from, to }: Span, insert: string) => ({
  title,
  edits: [{ from, to, insert } satisfies TextEdit],
});

/** Every attribute of a statement where it stands. */
export function attributeNodesOf({ parsed: { tree } }: PlacedStatement): readonly AttributeNode[] {
  return [
    tree.location?.attribute,
    tree.source.endpoint?.attribute,
    tree.source.location?.attribute,
    tree.target.endpoint?.attribute,
    tree.target.location?.attribute,
  ].flatMap((node) => node ?? []);
}

/** What the text of one statement shows by itself. */
export function wordingFindings(placed: PlacedStatement): readonly LintFinding[] {
  const { tree } = placed.parsed;
  return [
    ...attributeNodesOf(placed).flatMap((node) => attributeFindings(placed, node)),
    ...[tree.source.endpoint, tree.target.endpoint].flatMap((node) => (node ? endpointFindings(placed, node) : [])),
    ...filterFindings(placed),
  ];
}

function attributeFindings(placed: PlacedStatement, node: AttributeNode): readonly LintFinding[] {
  const { attribute, isQuoted, key } = node;
  const { text } = placed.parsed;
  const findings: LintFinding[] = [];
  const written = text.slice(node.from, node.to);
  const fullName = printAttribute(attribute);
  const hasColon = !isQuoted && attribute.value.includes(":");
  if (hasColon) {
    const message = `${written} is read as key ${attribute.key} with value ${attribute.value}.`;
    const meant = text.slice(key.from, key.to) + "." + attribute.value;
    const isNamespaceMissing = node.namespace === null && /^[\w-]{1,100}:./u.test(attribute.value);
    findings.push(
      findingAt(placed, "colon-in-value", node, message, {
        expected: isNamespaceMissing ? [meant, fullName] : [fullName],
        fix: isNamespaceMissing
          ? fixOf(`Write ${meant}`, node, meant)
          : fixOf("Put the attribute in single quotes", node, fullName),
      }),
    );
  } else if (node.namespace === null) {
    findings.push(
      findingAt(placed, "unqualified-attribute", node, `${written} is ${fullName}.`, {
        expected: [fullName],
        fix: fixOf("Write the namespace", { from: key.from, to: key.from }, `${attribute.namespace}.`),
      }),
    );
  }
  if (hidden.test(attribute.value)) {
    const message = "The value holds characters that cannot be seen.";
    const visible = attribute.value.replaceAll(/[\p{Cc}\p{Cf}]/gu, "");
    const fix = visible === "" ? null : fixOf("Leave them out", node, printAttribute({ ...attribute, value: visible }));
    findings.push(findingAt(placed, "hidden-character", node.value, message, { fix }));
  } else if (attribute.value !== attribute.value.trim()) {
    const value = attribute.value.trim();
    const fix = value === "" ? null : fixOf("Leave the blank out", node, printAttribute({ ...attribute, value }));
    findings.push(
      findingAt(placed, "blank-at-the-edge", node.value, "The value begins or ends with a blank.", { fix }),
    );
  }
  return isQuoted ? [...findings, ...needlessQuotes(placed, node)] : findings;
}

function needlessQuotes(placed: PlacedStatement, node: AttributeNode): readonly LintFinding[] {
  const inner = placed.parsed.text.slice(node.namespace?.from ?? node.key.from, node.value.to);
  const isPlain = placed.parsed.text.startsWith("'", node.from) && bareValue.test(node.attribute.value);
  if (!isPlain || ipBlockFrom(inner) !== null) return [];
  const fix = fixOf("Leave the quotes out", node, inner);
  return [findingAt(placed, "needless-quotes", node, `${inner} needs no quotes.`, { expected: [inner], fix })];
}

function endpointFindings(placed: PlacedStatement, node: EndpointNode): readonly LintFinding[] {
  if (node.endpoint?.kind === "all-endpoints") {
    const message = "all-endpoints is every endpoint of the VCN, with or without security attributes.";
    const fix = fixOf("Leave the quotes out", node, "all-endpoints");
    return [
      findingAt(placed, "all-endpoints", node, message),
      ...(node.isQuoted ? [findingAt(placed, "needless-quotes", node, "all-endpoints needs no quotes.", { fix })] : []),
    ];
  }
  const block = node.endpoint?.kind === "address" ? ipBlockFrom(node.endpoint.text) : null;
  if (block === null || node.endpoint?.kind !== "address") return [];
  const { text } = node.endpoint;
  if (block.prefixLength === 0) {
    return [findingAt(placed, "every-address", node, `${text} is every address there is.`)];
  }
  if (!hasHostBits(block)) return [];
  const network = `'${ipBlockText(block)}'`;
  const message = `${text} is not the address of a network; its network is ${ipBlockText(block)}.`;
  const fix = fixOf(`Write ${network}`, node, network);
  return [findingAt(placed, "host-bits", node, message, { expected: [network], fix })];
}

function filterFindings(placed: PlacedStatement): readonly LintFinding[] {
  const { source, target } = placed.parsed.tree;
  const { meaning } = placed;
  const findings: LintFinding[] = [];
  const [first, last] = [source.filters[0], source.filters.at(-1)];
  if (first !== undefined && last !== undefined) {
    const message = "This filter applies to the source; what that means is not documented, perhaps the source port.";
    findings.push(findingAt(placed, "source-filter", { from: first.from, to: last.to }, message));
  }
  if (meaning.source.filters.protocol === null && meaning.target.filters.protocol === null) {
    const end = target.endpoint ?? target;
    findings.push(findingAt(placed, "no-protocol", end, "Every protocol and port is allowed."));
  }
  return [
    ...findings,
    ...protocolFindings(placed, source.filters, meaning.source.filters),
    ...protocolFindings(placed, target.filters, meaning.target.filters),
  ];
}

function protocolFindings(
  placed: PlacedStatement,
  nodes: readonly FilterNode[],
  filters: Filters,
): readonly LintFinding[] {
  const number = filters.protocol === null ? null : protocolNumberOf(filters.protocol.name);
  const findings: LintFinding[] = [];
  const at = (name: FilterName) => nodes.find((node) => node.name === name) ?? placed.parsed.tree.target;
  const { protocol, icmpType, icmpCode } = filters;
  if (protocol !== null && number !== null && protocol.ports !== null && !hasPorts(number)) {
    const value = nodes.find((node) => node.name === "protocol")?.value;
    const fix = value ? fixOf("Leave the port out", value, protocol.name) : null;
    findings.push(findingAt(placed, "port-without-meaning", at("protocol"), `${protocol.name} has no ports.`, { fix }));
  }
  if (icmpType !== null && !icmpNumbers.includes(number)) {
    const message = "An ICMP type stands without protocol='icmp'.";
    findings.push(findingAt(placed, "icmp-filter-alone", at("protocol.icmp.type"), message));
  }
  if (icmpCode !== null && icmpType === null) {
    const message = "An ICMP code stands without a type.";
    findings.push(findingAt(placed, "icmp-filter-alone", at("protocol.icmp.code"), message));
  }
  return findings;
}
