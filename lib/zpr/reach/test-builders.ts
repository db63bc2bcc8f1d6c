import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { type CompiledWorld, compileWorld } from "@/lib/zpr/reach/compile-world";
import { protocolSetFrom } from "@/lib/zpr/reach/protocol-set";
import type { AttributeDoubt, ReachAttribute, ReachEndpoint, ReachVcn, ReachWorld } from "@/lib/zpr/reach/reach-world";
import type { Trace, TraceEnd } from "@/lib/zpr/reach/trace";
import { traceFlow } from "@/lib/zpr/reach/trace-flow";

/** `app.tier:web`, as a resource carries it. */
export function carried(text: string, doubt: AttributeDoubt | null = null): ReachAttribute {
  const [, namespace = "", key = "", value = ""] = /^(.*?)\.(.*?):(.*)$/u.exec(text) ?? [];
  return { namespace, key, value, doubt };
}

type Given<T> = Partial<Omit<T, "id">>;

export const vcn = (id: string, attribute: string | null, given: Given<ReachVcn> = {}): ReachVcn => ({
  id,
  name: id,
  region: "eu-frankfurt-1",
  attributes: attribute === null ? [] : [carried(attribute)],
  cidrBlocks: ["10.0.0.0/16"],
  isZprOnly: false,
  ...given,
});

export const endpoint = (
  id: string,
  attributes: readonly string[],
  given: Given<ReachEndpoint> = {},
): ReachEndpoint => ({
  id,
  name: id,
  kind: "load balancer",
  vcnId: "vcn",
  attributes: attributes.map((text) => carried(text)),
  addresses: { kind: "unknown" },
  ...given,
});

/** A world of one active policy, all of it read, unless told otherwise. */
export const worldOf = (
  { vcns, endpoints }: Pick<ReachWorld, "vcns" | "endpoints">,
  statements: readonly string[],
  given: Partial<ReachWorld> = {},
): ReachWorld => ({
  vcns,
  endpoints,
  policies: [{ id: "policy", name: "policy", lifecycleState: "ACTIVE", statements }],
  isPolicyListComplete: true,
  isEndpointListComplete: true,
  ...given,
});

/** `@osn`, `@all`, an address or block, or the id of an endpoint. */
export function traceEnd(text: string): TraceEnd {
  if (text === "@osn") return { kind: "osn-services" };
  if (text === "@all") return { kind: "all-endpoints" };
  return /^[\d.:/a-f]+$/u.test(text) && /[.:]/u.test(text) ? { kind: "address", text } : { kind: "endpoint", id: text };
}

/** `web -> db tcp/443`. */
export function trace(world: ReachWorld | CompiledWorld, question: string): Trace {
  const [, source = "", destination = "", , protocol] = /^(\S+) -> (\S+)( (\S+))?$/u.exec(question) ?? [];
  const filter = protocol === undefined ? "" : ` with protocol='${protocol}'`;
  const { statement } = parseStatement(`in a.b:c VCN allow a.b:c to connect to a.b:d${filter}`);
  if (statement === null) throw new Error(`No protocol: ${protocol}`);
  return traceFlow("classes" in world ? world : compileWorld(world), {
    source: traceEnd(source),
    destination: traceEnd(destination),
    protocol: protocolSetFrom(statement.target.filters),
  });
}
