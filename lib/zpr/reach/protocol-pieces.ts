import { hasPorts } from "@/lib/zpr/policy-language/protocol-numbers";
import { everyProtocol, icmpNumbers, maxPort, other, type ProtocolSet } from "@/lib/zpr/reach/protocol-set";

/** A part of all traffic. Where a number is `other`, it stands for all but those that `besides` names. */
export type ProtocolPiece = ProtocolSet & {
  readonly besides: {
    readonly protocols: readonly number[];
    readonly icmpTypes: readonly number[];
    readonly icmpCodes: readonly number[];
  };
};

const nothing: ProtocolPiece["besides"] = { protocols: [], icmpTypes: [], icmpCodes: [] };
export const everyPiece: ProtocolPiece = { ...everyProtocol, besides: nothing };

/** The ranges into which the ports of some filters cut all ports. */
function portPieces(sets: readonly ProtocolSet[]): readonly ProtocolSet["ports"][] {
  const starts = new Set([0]);
  for (const { ports } of sets) {
    if (ports === null) continue;
    starts.add(ports.from);
    if (ports.to < maxPort) starts.add(ports.to + 1);
  }
  const sorted = [...starts].toSorted((a, b) => a - b);
  if (sorted.length === 1) return [null];
  return sorted.map((from, index) => ({ from, to: (sorted[index + 1] ?? maxPort + 1) - 1 }));
}

const distinct = (numbers: readonly (number | null)[]): readonly number[] =>
  [...new Set(numbers.filter((number) => number !== null))].toSorted((a, b) => a - b);

const withOther = (numbers: readonly number[]) => (numbers.length === 0 ? [null] : [...numbers, other]);

function icmpPieces(protocol: number, about: readonly ProtocolSet[]): readonly ProtocolPiece[] {
  const icmpTypes = distinct(about.map(({ icmpType }) => icmpType));
  const icmpCodes = distinct(about.map(({ icmpCode }) => icmpCode));
  const besides = { protocols: [], icmpTypes, icmpCodes };
  return withOther(icmpTypes).flatMap((icmpType) =>
    withOther(icmpCodes).map((icmpCode) => ({ protocol, ports: null, icmpType, icmpCode, besides })),
  );
}

const isIcmpOnly = ({ protocol, icmpType, icmpCode }: ProtocolSet) =>
  protocol === null && (icmpType !== null || icmpCode !== null);

/**
 * The fewest disjoint parts of all traffic such that each filter lets pass all of a part or nothing of it. In the same
 * order whatever the order of the filters.
 */
export function protocolPieces(filters: readonly ProtocolSet[]): readonly ProtocolPiece[] {
  const named = filters.map(({ protocol }) => protocol);
  const protocols = distinct(filters.some(isIcmpOnly) ? [...named, ...icmpNumbers] : named);
  if (protocols.length === 0) return [everyPiece];
  const pieces = protocols.flatMap((protocol): readonly ProtocolPiece[] => {
    if (icmpNumbers.includes(protocol)) {
      const about = filters.filter((each) => each.protocol === protocol || isIcmpOnly(each));
      return icmpPieces(protocol, about);
    }
    if (!hasPorts(protocol)) return [{ ...everyPiece, protocol }];
    const about = filters.filter((each) => each.protocol === protocol);
    return portPieces(about).map((ports) => ({ ...everyPiece, protocol, ports }));
  });
  return [...pieces, { ...everyPiece, protocol: other, besides: { ...nothing, protocols } }];
}

const isNumberIn = (piece: number | null, besides: readonly number[], number: number | null): boolean =>
  piece === null || piece === number || (piece === other && number !== null && !besides.includes(number));

/** Whether traffic that is told to the last number is in a piece. */
export function isInPiece({ besides, ...piece }: ProtocolPiece, flow: ProtocolSet): boolean {
  if (!isNumberIn(piece.protocol, besides.protocols, flow.protocol)) return false;
  if (piece.protocol === other) return true;
  const ports = piece.ports;
  if (ports !== null && (flow.ports === null || flow.ports.from < ports.from || flow.ports.to > ports.to)) return false;
  return (
    isNumberIn(piece.icmpType, besides.icmpTypes, flow.icmpType) &&
    isNumberIn(piece.icmpCode, besides.icmpCodes, flow.icmpCode)
  );
}

/** Two neighbouring port ranges of one protocol as one; `null` when they are not that. */
function joined(a: ProtocolPiece, b: ProtocolPiece): ProtocolPiece | null {
  if (a.protocol !== b.protocol || a.ports === null || b.ports === null || a.ports.to + 1 !== b.ports.from) return null;
  const ports = { from: a.ports.from, to: b.ports.to };
  return { ...a, ports: ports.from === 0 && ports.to === maxPort ? null : ports };
}

/** Puts neighbouring pieces together where what is known of them is the same by `keyOf`. */
export function joinPieces<T extends { readonly protocol: ProtocolPiece }>(
  pieces: readonly T[],
  keyOf: (piece: T) => string,
): readonly T[] {
  const result: T[] = [];
  let lastKey: string | null = null;
  for (const piece of pieces) {
    const last = result.at(-1);
    const key = keyOf(piece);
    const whole = last !== undefined && key === lastKey ? joined(last.protocol, piece.protocol) : null;
    if (whole === null) result.push(piece);
    else result[result.length - 1] = { ...piece, protocol: whole };
    lastKey = key;
  }
  return result;
}
