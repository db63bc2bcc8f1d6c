import { ipBlockFrom } from "@/lib/zpr/policy-language/ip-block";
import type { Endpoint, Filters, NamedAttribute, Statement, StatementSide } from "@/lib/zpr/policy-language/statement";

const bareName = /^[A-Za-z0-9_-]+$/u;
const bareValue = /^[A-Za-z0-9_-]+$/u;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * An attribute as a statement names it, its namespace spelled out: `fin.tier:db`, and in single quotes where the value
 * holds anything that could end the word. A colon in the value is quoted too, because readers take it for a slip.
 */
export function printAttribute({ namespace, key, value }: NamedAttribute): string {
  const text = `${namespace}.${key}:${value}`;
  const isBare = bareName.test(namespace) && bareName.test(key) && bareValue.test(value);
  return isBare && ipBlockFrom(text) === null ? text : quoted(text);
}

function printEndpoint(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case "attribute":
      return `${printAttribute(endpoint.attribute)} endpoints`;
    case "all-endpoints":
      return "all-endpoints";
    case "osn-services":
      return "'osn-services-ip-addresses'";
    case "address":
      return quoted(endpoint.text);
  }
}

/** A protocol filter's value: `tcp/22`, `tcp/8000-8099`, `icmp`. */
export function printProtocol({ name, ports }: NonNullable<Filters["protocol"]>): string {
  if (ports === null) return name;
  return `${name}/${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`}`;
}

function printFilters({ protocol, icmpType, icmpCode, isStateless }: Filters): string {
  const filters = [
    ...(protocol === null ? [] : [`protocol='${printProtocol(protocol)}'`]),
    ...(icmpType === null ? [] : [`protocol.icmp.type='${icmpType}'`]),
    ...(icmpCode === null ? [] : [`protocol.icmp.code='${icmpCode}'`]),
    ...(isStateless ? ["connection-state='stateless'"] : []),
  ];
  return filters.length === 0 ? "" : ` with ${filters.join(", ")}`;
}

const printSide = ({ endpoint, filters }: StatementSide) => `${printEndpoint(endpoint)}${printFilters(filters)}`;
const printLocation = (attribute: NamedAttribute) => `in ${printAttribute(attribute)} VCN`;

/** The canonical text of a statement. Parsing it gives the same statement, printing that the same text. */
export function printStatement(statement: Statement): string {
  const [source, target] = [printSide(statement.source), printSide(statement.target)];
  if (statement.form === "same-vcn") {
    return `${printLocation(statement.location)} allow ${source} to connect to ${target}`;
  }
  const [from, to] = [printLocation(statement.source.location), printLocation(statement.target.location)];
  return `allow ${source} ${from} to connect to ${target} ${to}`;
}
