import { hasPorts, knownProtocolNames, protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";
import type { ProtocolPiece } from "@/lib/zpr/reach/protocol-pieces";
import { maxPort, other } from "@/lib/zpr/reach/protocol-set";

const names = new Map(knownProtocolNames.map((name) => [protocolNumberOf(name), name]));
const nameOf = (protocol: number): string => names.get(protocol) ?? `protocol ${protocol}`;

const portsText = (protocol: number, from: number, to: number): string =>
  `${nameOf(protocol)}/${from === to ? from : `${from}-${to}`}`;

const numberText = (what: string, number: number | null, besides: readonly number[]): string => {
  if (number === null) return "";
  return number === other ? ` ${what} other than ${besides.join(", ")}` : ` ${what} ${number}`;
};

function pieceText({ protocol, ports, icmpType, icmpCode, besides }: ProtocolPiece): string {
  if (protocol === null) return "every protocol";
  if (protocol === other) return `every protocol but ${besides.protocols.map(nameOf).join(", ")}`;
  if (ports !== null) return portsText(protocol, ports.from, ports.to);
  const icmp = [numberText("type", icmpType, besides.icmpTypes), numberText("code", icmpCode, besides.icmpCodes)];
  return `${nameOf(protocol)}${icmp.join("")}`;
}

/** What of one named protocol is not among the pieces; `null` where that has no short text. */
function missingOf(protocol: number, pieces: readonly ProtocolPiece[]): readonly string[] | null {
  const own = pieces.filter((piece) => piece.protocol === protocol);
  if (own.length === 0) return [nameOf(protocol)];
  if (!hasPorts(protocol))
    return own.some(({ icmpType, icmpCode }) => icmpType !== null || icmpCode !== null) ? null : [];
  if (own.some(({ ports }) => ports === null)) return [];
  const missing: string[] = [];
  let next = 0;
  for (const { ports } of own.toSorted((a, b) => (a.ports?.from ?? 0) - (b.ports?.from ?? 0))) {
    if (ports === null) continue;
    if (ports.from > next) missing.push(portsText(protocol, next, ports.from - 1));
    next = ports.to + 1;
  }
  return next <= maxPort ? [...missing, portsText(protocol, next, maxPort)] : missing;
}

/** Parts of all traffic in words, by what is left out where that is said more shortly. */
export function protocolsText(pieces: readonly ProtocolPiece[]): string {
  const rest = pieces.find(({ protocol }) => protocol === other);
  const missing = rest?.besides.protocols.map((protocol) => missingOf(protocol, pieces)) ?? [null];
  if (missing.some((each) => each === null)) return pieces.map(pieceText).join(", ");
  const left = missing.flatMap((each) => each ?? []);
  return left.length === 0 ? "every protocol" : `every protocol and port but ${left.join(", ")}`;
}
