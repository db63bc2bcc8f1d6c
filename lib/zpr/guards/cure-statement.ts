import { printAttribute } from "@/lib/zpr/policy-language/print-statement";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import type { ReachAttribute, ReachEndpoint, ReachWorld } from "@/lib/zpr/reach/reach-world";
import type { TraceEnd } from "@/lib/zpr/reach/trace";

type CureEnd = TraceEnd | { readonly kind: "attribute"; readonly attribute: NamedAttribute };

type CuredFlow = {
  readonly source: CureEnd;
  readonly destination: CureEnd;
  /** As a statement writes it; empty for every protocol. */
  readonly protocol: string;
};

const sureOf = (attributes: readonly ReachAttribute[] | null | undefined): NamedAttribute | undefined =>
  attributes?.find(({ doubt }) => doubt === null);

const endpointOf = (world: ReachWorld, end: CureEnd): ReachEndpoint | undefined =>
  end.kind === "endpoint" ? world.endpoints.find(({ id }) => id === end.id) : undefined;

function textOf(end: CureEnd, endpoint: ReachEndpoint | undefined): string {
  switch (end.kind) {
    case "attribute":
      return `${printAttribute(end.attribute)} endpoints`;
    case "address":
      return `'${end.text}'`;
    case "osn-services":
      return "'osn-services-ip-addresses'";
    case "all-endpoints":
      return "all-endpoints";
    case "endpoint": {
      const attribute = sureOf(endpoint?.attributes);
      return attribute === undefined ? "all-endpoints" : `${printAttribute(attribute)} endpoints`;
    }
  }
}

const filterOf = (protocol: string): string => {
  const [, icmpType] = /^icmp\/(\d+)$/iu.exec(protocol) ?? [];
  if (icmpType !== undefined) return ` with protocol='icmp', protocol.icmp.type='${icmpType}'`;
  return protocol === "" ? "" : ` with protocol='${protocol.toLowerCase()}'`;
};

/**
 * The narrowest statement that would let a flow pass; `null` where none can be written: an end is in no VCN that is
 * known, its VCN carries no attribute, or two VCNs have to be named and one end is in none.
 */
export function cureStatement(world: ReachWorld, { source, destination, protocol }: CuredFlow): string | null {
  const [from, to] = [endpointOf(world, source), endpointOf(world, destination)];
  const places = [from, to].map((endpoint) => sureOf(world.vcns.find(({ id }) => id === endpoint?.vcnId)?.attributes));
  const [place, otherPlace] = places;
  const [sourceText, targetText] = [textOf(source, from), `${textOf(destination, to)}${filterOf(protocol)}`];
  if (from !== undefined && to !== undefined && from.vcnId !== to.vcnId) {
    if (place === undefined || otherPlace === undefined || sureOf(from.attributes) === undefined) return null;
    return `allow ${sourceText} in ${printAttribute(place)} VCN to connect to ${targetText} in ${printAttribute(otherPlace)} VCN`;
  }
  const only = place ?? otherPlace;
  if (only === undefined) return null;
  return `in ${printAttribute(only)} VCN allow ${sourceText} to connect to ${targetText}`;
}
