import { ipBlockFrom } from "@/lib/zpr/policy-language/ip-block";
import {
  noFilters,
  type Endpoint,
  type Filters,
  type NamedAttribute,
  type PortRange,
  type Statement,
  type StatementSide,
} from "@/lib/zpr/policy-language/statement";

export type EndpointFields = {
  readonly kind: Endpoint["kind"];
  readonly attribute: NamedAttribute | null;
  readonly address: string;
};

/** What the pickers of the builder show; what they cannot show is kept as it is. */
export type BuilderFields = {
  readonly form: Statement["form"];
  /** Of the statement, or in the two-VCN form of its source. */
  readonly location: NamedAttribute | null;
  /** Only in the two-VCN form. */
  readonly targetLocation: NamedAttribute | null;
  readonly source: EndpointFields;
  readonly target: EndpointFields;
  /** A name as `tcp`, or empty for every protocol. */
  readonly protocol: string;
  /** `443`, `8000-8099`, or empty for every port. */
  readonly ports: string;
  /** Filters that have no picker: those after the source, and of the target all but protocol and ports. */
  readonly kept: { readonly source: Filters; readonly target: Omit<Filters, "protocol"> };
};

const noEndpoint: EndpointFields = { kind: "attribute", attribute: null, address: "" };
const { protocol: _protocol, ...noOtherFilters } = noFilters;

export const emptyFields: BuilderFields = {
  form: "same-vcn",
  location: null,
  targetLocation: null,
  source: noEndpoint,
  target: noEndpoint,
  protocol: "",
  ports: "",
  kept: { source: noFilters, target: noOtherFilters },
};

const endpointFields = (endpoint: Endpoint): EndpointFields => ({
  kind: endpoint.kind,
  attribute: endpoint.kind === "attribute" ? endpoint.attribute : null,
  address: endpoint.kind === "address" ? endpoint.text : "",
});

const portsText = (ports: PortRange | null): string =>
  ports === null ? "" : ports.from === ports.to ? String(ports.from) : `${ports.from}-${ports.to}`;

/** A statement as the pickers show it. */
export function fieldsFrom(statement: Statement): BuilderFields {
  const { protocol, ...rest } = statement.target.filters;
  const isSame = statement.form === "same-vcn";
  return {
    form: statement.form,
    location: isSame ? statement.location : statement.source.location,
    targetLocation: isSame ? null : statement.target.location,
    source: endpointFields(statement.source.endpoint),
    target: endpointFields(statement.target.endpoint),
    protocol: protocol?.name ?? "",
    ports: portsText(protocol?.ports ?? null),
    kept: { source: statement.source.filters, target: rest },
  };
}

export type BuilderProblem = {
  readonly field: "location" | "targetLocation" | "source" | "target" | "ports";
  readonly message: string;
};

function endpointFrom(fields: EndpointFields): Endpoint | null {
  switch (fields.kind) {
    case "attribute":
      return fields.attribute && { kind: "attribute", attribute: fields.attribute };
    case "address":
      return ipBlockFrom(fields.address.trim()) && { kind: "address", text: fields.address.trim() };
    case "all-endpoints":
    case "osn-services":
      return { kind: fields.kind };
  }
}

/** Takes what was typed, gives the range; `undefined` when it is none. */
function portRangeFrom(text: string): PortRange | null | undefined {
  if (text.trim() === "") return null;
  const [, low, high] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/u.exec(text.trim()) ?? [];
  if (low === undefined) return undefined;
  const range = { from: Number(low), to: Number(high ?? low) };
  return range.from <= range.to && range.to <= 65_535 ? range : undefined;
}

const portProtocols = ["tcp", "udp", "6", "17"];
/** Whether a protocol is offered with ports; a statement may have them after any. */
export const takesPorts = (protocol: string): boolean => portProtocols.includes(protocol);

const isAttribute = ({ kind }: Endpoint) => kind === "attribute";
const isWide = ({ kind }: Endpoint) => kind === "address" || kind === "osn-services";

function sidesProblem(form: Statement["form"], source: Endpoint, target: Endpoint): BuilderProblem | null {
  if (form === "two-vcn" && !(isAttribute(source) && isAttribute(target))) {
    const field = isAttribute(source) ? "target" : "source";
    return { field, message: "Between two VCNs both sides are security attributes." };
  }
  if (source.kind === "all-endpoints" && target.kind === "all-endpoints") {
    return { field: "target", message: "Not both sides can be all endpoints." };
  }
  if (isWide(source) && isWide(target)) {
    return { field: "target", message: "An address or the OCI services stand on one side only." };
  }
  return null;
}

const missing = (field: BuilderProblem["field"], message: string): BuilderProblem => ({ field, message });

/** The statement that the pickers say, or the first thing that is missing or wrong. */
export function statementFromFields(fields: BuilderFields): { readonly statement: Statement } | BuilderProblem {
  const { form, location, targetLocation, kept, protocol } = fields;
  if (location === null) return missing("location", "Choose the VCN's attribute.");
  const [source, target] = [endpointFrom(fields.source), endpointFrom(fields.target)];
  if (source === null) return missing("source", endpointMessage(fields.source));
  if (target === null) return missing("target", endpointMessage(fields.target));
  const problem = sidesProblem(form, source, target);
  if (problem !== null) return problem;
  const ports = protocol === "" ? null : portRangeFrom(fields.ports);
  if (ports === undefined) return missing("ports", "Give one port or one range, from 0 to 65535: 443, or 8000-8099.");
  const from: StatementSide = { endpoint: source, filters: kept.source };
  const filters = { ...kept.target, protocol: protocol === "" ? null : { name: protocol, ports } };
  const to: StatementSide = { endpoint: target, filters };
  if (form === "same-vcn") return { statement: { form, location, source: from, target: to } };
  if (targetLocation === null) return missing("targetLocation", "Choose the attribute of the target's VCN.");
  return {
    statement: { form, source: { ...from, location }, target: { ...to, location: targetLocation } },
  };
}

const endpointMessage = ({ kind, address }: EndpointFields): string => {
  if (kind !== "address") return "Choose an attribute.";
  return address.trim() === "" ? "Give an address." : "This is no IP address or CIDR block, such as 10.0.0.0/16.";
};

/** What the pickers do not show of a statement, in words. */
export function keptWords({ kept: { source, target } }: BuilderFields): readonly string[] {
  const isPlain = (filters: Partial<Filters>) =>
    (filters.protocol ?? null) === null &&
    filters.icmpType === null &&
    filters.icmpCode === null &&
    !filters.isStateless;
  return [
    ...(isPlain(source) ? [] : ["filters after the source"]),
    ...(target.icmpType === null && target.icmpCode === null ? [] : ["ICMP type and code"]),
    ...(target.isStateless ? ["connection-state='stateless'"] : []),
  ];
}
