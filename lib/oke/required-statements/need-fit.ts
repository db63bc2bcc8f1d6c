import type { Party, StatementNeed } from "@/lib/oke/required-statements/statement-need";
import { ipBlockFrom, isBlockWithin } from "@/lib/zpr/policy-language/ip-block";
import { isSameNamed } from "@/lib/zpr/policy-language/named-attribute";
import { protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";
import { type Endpoint, type Filters, noFilters, type Statement } from "@/lib/zpr/policy-language/statement";
import { comparableFrom, isFilterWithin } from "@/lib/zpr/policy-lint/statement-cover";

/** `partly`: for some of it, or in a way that Oracle does not document. */
export type Fit = "exactly" | "wholly" | "partly" | "not";

const order: readonly Fit[] = ["not", "partly", "wholly", "exactly"];
const leastOf = (...fits: readonly Fit[]): Fit => order.find((fit) => fits.includes(fit)) ?? "not";

/** How a block of addresses stands to one that is to be reached. */
function blockFit(wanted: string, text: string): Fit {
  const [inner, outer] = [ipBlockFrom(wanted), ipBlockFrom(text)];
  if (inner === null || outer === null) return "partly";
  if (isBlockWithin(inner, outer)) return isBlockWithin(outer, inner) ? "exactly" : "wholly";
  return isBlockWithin(outer, inner) ? "partly" : "not";
}

function addressFit(party: Party, text: string): Fit {
  switch (party.kind) {
    case "clients":
      return "wholly";
    case "unknown":
      return "partly";
    case "block":
      return blockFit(party.block, text);
    case "attribute": {
      // Whether an address stands for something that carries attributes is nowhere documented.
      const fits = party.blocks.map((block) => blockFit(block, text));
      return fits.length > 0 && fits.every((fit) => fit === "not") ? "not" : "partly";
    }
  }
}

/** How an endpoint of a statement stands to one side of a need. `own` says what belongs to the cluster itself. */
function endpointFit(party: Party, endpoint: Endpoint, isOwn: (endpoint: Endpoint) => boolean): Fit {
  if (party.kind === "clients" && isOwn(endpoint)) return "not";
  switch (endpoint.kind) {
    case "osn-services":
      return "not";
    case "all-endpoints":
      // Clients are outside of the VCN as often as in it.
      return party.kind === "clients" ? "partly" : "wholly";
    case "address":
      return addressFit(party, endpoint.text);
    case "attribute":
      if (party.kind === "clients") return "wholly";
      if (party.kind !== "attribute") return "not";
      return party.attributes.some((each) => isSameNamed(each, endpoint.attribute)) ? "exactly" : "not";
  }
}

function filterFit({ ports }: StatementNeed, filters: Filters): Fit {
  const wanted = comparableFrom({
    ...noFilters,
    protocol: ports && { name: ports.protocol, ports: { from: ports.from, to: ports.to } },
  });
  const given = comparableFrom(filters);
  if (given.key === wanted.key) return "exactly";
  if (isFilterWithin(wanted, given)) return "wholly";
  const { protocol } = filters;
  if (ports === null) return "partly";
  const isSame = protocol === null || protocolNumberOf(protocol.name) === protocolNumberOf(ports.protocol);
  const range = protocol?.ports ?? { from: 0, to: 65_535 };
  return isSame && range.from <= ports.to && range.to >= ports.from ? "partly" : "not";
}

/** How far a statement allows what a need asks for, in VCNs that carry its locations. */
export function needFit(
  need: StatementNeed,
  { source, target }: Statement,
  isOwn: (endpoint: Endpoint) => boolean,
): Fit {
  // What a filter on the source means is nowhere documented.
  const isSourcePlain = comparableFrom(source.filters).key === comparableFrom(noFilters).key;
  return leastOf(
    endpointFit(need.source, source.endpoint, isOwn),
    endpointFit(need.target, target.endpoint, isOwn),
    filterFit(need, target.filters),
    isSourcePlain ? "exactly" : "partly",
  );
}
