import type { TraceAnswer, TracedStatementView, TraceEndView } from "@/lib/contract/trace";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds } from "@/lib/inventory/projections/completeness";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { readingState } from "@/lib/inventory/projections/list-zpr-policies";
import { type AddressesOfPath, type PathEnds, pathTest } from "@/lib/inventory/projections/path-test";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import { type PathProtocol, pathProtocols } from "@/lib/oke/path-protocol";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import { resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";
import type { ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import type { TracedStatement } from "@/lib/zpr/reach/trace";
import { traceFlow } from "@/lib/zpr/reach/trace-flow";
import { traceEndFrom } from "@/lib/zpr/reach/trace-question";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

type Asked = { readonly source: string; readonly destination: string; readonly protocol: string };

const statementView = ({ statement, application, protocol, failed }: TracedStatement): TracedStatementView => ({
  text: statement.text,
  places: statement.places.map(({ policyId, policyName, index }) => ({ policyId, policyName, index })),
  serves: application.serves,
  failed,
  reasons: {
    location: application.location,
    source: application.source,
    destination: application.destination,
    protocol,
  },
});

/** A trace without the command that would test its path. */
type Traced = Omit<TraceAnswer, "pathTest">;

/** What `GET /api/trace` answers of ZPR. */
export function traceAnswer(
  inventory: Inventory,
  reading: Reading<readonly ZprPolicy[]> | null,
  asked: Asked,
  protocol: ProtocolSet,
): Traced {
  const compiled = compiledWorldOf(inventory, reading);
  const [source, destination] = [traceEndFrom(asked.source), traceEndFrom(asked.destination)];
  const trace = traceFlow(compiled, { source, destination, protocol });
  const { resources } = indexOf(inventory);
  const endView = (text: string, id: string | undefined): TraceEndView => {
    const found = resources.get(id ?? text);
    if (found === undefined) return { text, resource: null };
    const { displayName, kind } = found;
    return { text, resource: { id: found.id, displayName, kind: resourceKindFacts[kind].label } };
  };
  const [from, to] = [endView(asked.source, trace.source?.id), endView(asked.destination, trace.destination?.id)];
  return {
    verdict: trace.verdict,
    reason: trace.reason,
    source: from,
    destination: to,
    protocol: asked.protocol,
    allowing: trace.allowing.map(statementView),
    perhaps: trace.perhaps.map(statementView),
    nearMisses: trace.nearMisses.map(statementView),
    causes: trace.causes.map(({ code, statement }) => ({ code, statement: statement?.text ?? null })),
    notes: trace.notes,
    policies: readingState(reading ?? notAsked),
    completeness: completenessOf(inventory, concernsOfKinds(resourceKinds)),
  };
}

/** The two ends of a trace as a path has them. */
export const pathEndsOf = ({ source, destination }: Traced): PathEnds => [
  source.resource?.id ?? source.text,
  destination.resource?.id ?? destination.text,
];

/** The command that tests the path of a trace; the analyzer tests TCP, UDP and ICMP, and a single port. */
export function pathTestOfTrace(
  inventory: Inventory,
  traced: Traced,
  addressesOf: AddressesOfPath,
): TraceAnswer["pathTest"] {
  if (traced.source.resource === null && traced.destination.resource === null) return null;
  const [name = "", port] = traced.protocol.toLowerCase().split("/");
  const protocol: PathProtocol = pathProtocols.find((each) => each === name) ?? "tcp";
  const isPort = protocol !== "icmp" && /^\d+$/u.test(port ?? "") && Number(port) > 0;
  const connection = { protocol, port: isPort ? Number(port) : undefined };
  return pathTest(inventory, pathEndsOf(traced), connection, addressesOf);
}
