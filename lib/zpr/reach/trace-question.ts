import { ipBlockFrom } from "@/lib/zpr/policy-language/ip-block";
import { hasPorts, protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";
import { everyProtocol, icmpNumbers, maxPort, type ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import type { TraceEnd } from "@/lib/zpr/reach/trace";

/** An end as a person types it; whatever is no address and no word of the language is the id of a resource. */
export function traceEndFrom(text: string): TraceEnd {
  const folded = text.toLowerCase();
  if (folded === "all-endpoints") return { kind: "all-endpoints" };
  if (folded === "osn-services-ip-addresses") return { kind: "osn-services" };
  return ipBlockFrom(text) === null ? { kind: "endpoint", id: text } : { kind: "address", text };
}

/** `tcp/443`, `udp/8000-8099`, `tcp`, `icmp/8` for a type of ICMP, nothing for every protocol; `null` for what is none. */
export function traceProtocolFrom(text: string): ProtocolSet | null {
  if (text === "") return everyProtocol;
  const [whole, name = "", low, high = low] = /^([a-z\d.+-]{1,20})(?:\/(\d{1,5})(?:-(\d{1,5}))?)?$/iu.exec(text) ?? [];
  const protocol = protocolNumberOf(name);
  if (whole === undefined || protocol === null) return null;
  if (low === undefined || high === undefined) return { ...everyProtocol, protocol };
  const [from, to] = [Number(low), Number(high)];
  if (icmpNumbers.includes(protocol))
    return from === to && from <= 255 ? { ...everyProtocol, protocol, icmpType: from } : null;
  return hasPorts(protocol) && from <= to && to <= maxPort ? { ...everyProtocol, protocol, ports: { from, to } } : null;
}
