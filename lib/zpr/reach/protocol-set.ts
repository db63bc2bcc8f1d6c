import { hasPorts, protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";
import type { Filters } from "@/lib/zpr/policy-language/statement";
import { both, type Certainty, no, perhaps, yes } from "@/lib/zpr/reach/certainty";

/** Stands in a piece of a flow for every protocol, ICMP type or code that is not named beside it. */
export const other = -1;
export const maxPort = 65_535;
export const icmpNumbers: readonly number[] = [1, 58];

/** What a filter lets pass, or what a flow is made of. `null` is every one. */
export type ProtocolSet = {
  /** IANA's number. */
  readonly protocol: number | null;
  readonly ports: { readonly from: number; readonly to: number } | null;
  readonly icmpType: number | null;
  readonly icmpCode: number | null;
};

export const everyProtocol: ProtocolSet = { protocol: null, ports: null, icmpType: null, icmpCode: null };

export function protocolSetFrom({ protocol, icmpType, icmpCode }: Omit<Filters, "isStateless">): ProtocolSet {
  return { protocol: protocol && protocolNumberOf(protocol.name), ports: protocol?.ports ?? null, icmpType, icmpCode };
}

/** Whether the parts of a filter do not go together, such as ICMP with ports: nobody says what the service makes of it. */
const isContradictory = ({ protocol, ports, icmpType, icmpCode }: ProtocolSet): boolean => {
  if (protocol === null) return false;
  if (ports !== null && !hasPorts(protocol)) return true;
  return (icmpType !== null || icmpCode !== null) && !icmpNumbers.includes(protocol);
};

function coverOfNumber(filter: number | null, flow: number | null): Certainty {
  if (filter === null || filter === flow) return yes;
  return flow === null ? perhaps : no;
}

function coverOfPorts(filter: ProtocolSet["ports"], flow: ProtocolSet["ports"]): Certainty {
  if (filter === null) return yes;
  const { from, to } = flow ?? { from: 0, to: maxPort };
  if (filter.from <= from && to <= filter.to) return yes;
  return filter.from <= to && from <= filter.to ? perhaps : no;
}

/** How much of a flow a filter lets pass: all of it, perhaps or a part of it, nothing. */
export function coverOf(filter: ProtocolSet, flow: ProtocolSet): Certainty {
  const isIcmpOnly = filter.protocol === null && (filter.icmpType !== null || filter.icmpCode !== null);
  if (isIcmpOnly && flow.protocol !== null && !icmpNumbers.includes(flow.protocol)) return no;
  const protocol = isIcmpOnly && flow.protocol === null ? perhaps : coverOfNumber(filter.protocol, flow.protocol);
  if (protocol === no) return no;
  if (isContradictory(filter)) return perhaps;
  const icmp = both(coverOfNumber(filter.icmpType, flow.icmpType), coverOfNumber(filter.icmpCode, flow.icmpCode));
  return both(both(protocol, coverOfPorts(filter.ports, flow.ports)), icmp);
}
