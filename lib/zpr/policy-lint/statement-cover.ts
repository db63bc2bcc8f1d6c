import { ipBlockFrom, ipBlockText } from "@/lib/zpr/policy-language/ip-block";
import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import { protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";
import type { Endpoint, Filters, PortRange, Statement } from "@/lib/zpr/policy-language/statement";

const allEndpoints = "all-endpoints";

/** One text for all spellings of an endpoint. */
function endpointKey(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case "attribute":
      return namedAttributeKey(endpoint.attribute);
    case "all-endpoints":
      return allEndpoints;
    case "osn-services":
      return "osn-services";
    case "address": {
      const block = ipBlockFrom(endpoint.text);
      return block === null ? endpoint.text : ipBlockText(block);
    }
  }
}

/** The keys of all endpoints that hold an endpoint: itself, wider blocks, and for an attribute all-endpoints. */
function widerKeys(endpoint: Endpoint): readonly string[] {
  if (endpoint.kind === "attribute") return [endpointKey(endpoint), allEndpoints];
  const block = endpoint.kind === "address" ? ipBlockFrom(endpoint.text) : null;
  if (block === null) return [endpointKey(endpoint)];
  return Array.from({ length: block.prefixLength + 1 }, (_, shorter) =>
    ipBlockText(block, block.prefixLength - shorter),
  );
}

const locationKey = (statement: Statement): string =>
  statement.form === "same-vcn"
    ? `1 ${namedAttributeKey(statement.location)}`
    : `2 ${namedAttributeKey(statement.source.location)} ${namedAttributeKey(statement.target.location)}`;

const sidesKey = (location: string, source: string, target: string) => `${location}\n${source}\n${target}`;

/** Statements with the same key are about the same VCNs, sources and targets, and differ in their filters at most. */
export function coverKey(statement: Statement): string {
  return sidesKey(
    locationKey(statement),
    endpointKey(statement.source.endpoint),
    endpointKey(statement.target.endpoint),
  );
}

/** The keys of all statements that could allow what a statement allows, its own first. */
export function widerCoverKeys(statement: Statement): readonly string[] {
  const location = locationKey(statement);
  const targets = widerKeys(statement.target.endpoint);
  return widerKeys(statement.source.endpoint).flatMap((source) =>
    targets.map((target) => sidesKey(location, source, target)),
  );
}

/** Whether a statement allows all that another does, in the same VCNs. */
export function isCoveredBy(statement: Statement, other: Statement): boolean {
  if (!widerCoverKeys(statement).includes(coverKey(other))) return false;
  // Filters after the source have no documented meaning, so only the same ones can be compared.
  const sources = [statement, other].map(({ source }) => comparableFrom(source.filters).key);
  if (sources[0] !== sources[1]) return false;
  return isFilterWithin(comparableFrom(statement.target.filters), comparableFrom(other.target.filters));
}

/** Filters with the protocol by its number, made once for many comparisons. */
export type ComparableFilters = Omit<Filters, "protocol"> & {
  /** One text for all spellings of the filters. */
  readonly key: string;
  readonly protocol: number | null;
  readonly ports: PortRange | null;
};

export function comparableFrom({ protocol, icmpType, icmpCode, isStateless }: Filters): ComparableFilters {
  const number = protocol && protocolNumberOf(protocol.name);
  const ports = protocol && protocol.ports;
  const key = JSON.stringify([number, ports?.from, ports?.to, icmpType, icmpCode, isStateless]);
  return { key, protocol: number, ports, icmpType, icmpCode, isStateless };
}

/** Whether everything that passes the narrower filters passes the wider. Stateless is another way, not a narrower one. */
export function isFilterWithin(narrow: ComparableFilters, wide: ComparableFilters): boolean {
  if (narrow.isStateless !== wide.isStateless) return false;
  if (wide.icmpType !== null && wide.icmpType !== narrow.icmpType) return false;
  if (wide.icmpCode !== null && wide.icmpCode !== narrow.icmpCode) return false;
  if (wide.protocol === null) return true;
  if (narrow.protocol !== wide.protocol) return false;
  const [inner, outer] = [narrow.ports, wide.ports];
  return outer === null || (inner !== null && inner.from >= outer.from && inner.to <= outer.to);
}
