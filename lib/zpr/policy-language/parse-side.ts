import {
  fixOf,
  inserting,
  type ParseContext,
  removing,
  replacing,
  type Section,
  shown,
  spanOf,
} from "@/lib/zpr/policy-language/parse-context";
import { isEndpointLike, parseEndpoint } from "@/lib/zpr/policy-language/parse-endpoint";
import { type FilterState, isFilterOrCommaAt, parseFilters } from "@/lib/zpr/policy-language/parse-filters";
import { endOfLocation, parseLocation, reportRest } from "@/lib/zpr/policy-language/parse-location";
import { similarTo } from "@/lib/zpr/policy-language/similar-word";
import { splitEndpoints } from "@/lib/zpr/policy-language/split-statement";
import { type Filters, noFilters } from "@/lib/zpr/policy-language/statement";
import type { EndpointNode, LocationNode, SideNode } from "@/lib/zpr/policy-language/statement-tree";

export type ParsedSide = { readonly node: SideNode; readonly filters: Filters };

/**
 * Reads one side: an endpoint, perhaps the word endpoints, filters and a location. Whatever else stands there is
 * reported, and reading goes on behind it.
 */
export function parseSide(context: ParseContext, section: Section, name: "source" | "target"): ParsedSide {
  const { words } = context;
  let at = section.from;
  let endpoint: EndpointNode | null = null;
  const filters: FilterState = { nodes: [], firsts: new Map(), filters: noFilters };
  let locationAt = section.from;
  let location: LocationNode | null = null;

  if (at < section.to && !isPartAt(context, at, section.to) && words[at]?.folded !== "endpoints") {
    const found = parseEndpoint(context, { from: at, to: section.to });
    endpoint = found?.node ?? null;
    at = found?.next ?? at;
  }
  if (
    endpoint === null &&
    (at >= section.to || isPartAt(context, at, section.to) || words[at]?.folded === "endpoints")
  ) {
    reportMissing(context, at, name);
  }
  const endpointEnd = at;
  at = parseEndpointsWord(context, { from: at, to: section.to }, { endpoint, attributeAt: section.from });

  while (at < section.to) {
    if (words[at]?.folded === "in" && (location === null || at === endpointEnd)) {
      const end = endOfLocation(context, { from: at, to: section.to });
      if (end < section.to && words[end]?.folded === "allow") {
        reportNextStatement(context, { from: at, to: section.to });
        break;
      }
      location = parseLocation(context, { from: at, to: end });
      locationAt = at;
      at = end;
    } else if (isFilterOrCommaAt(context, { from: at, to: section.to })) {
      const end = parseFilters(context, { from: at, to: section.to }, filters);
      if (location !== null) reportLateFilters(context, { from: at, to: end }, locationAt);
      at = end;
    } else {
      // Behind the endpoint itself others may follow; further on it is not known what they belong to.
      at = reportJunk(context, { from: at, to: section.to }, at <= endpointEnd + 1 ? endpoint : null);
    }
  }
  const { from, to } = spanOf(context, section);
  return { node: { from, to, endpoint, filters: filters.nodes, location }, filters: filters.filters };
}

/** Whether a filter or a location begins at an index. */
function isPartAt(context: ParseContext, index: number, to: number): boolean {
  return index < to && (context.words[index]?.folded === "in" || isFilterOrCommaAt(context, { from: index, to }));
}

function reportMissing(context: ParseContext, at: number, name: "source" | "target"): void {
  const point = spanOf(context, { from: at, to: at });
  context.report("expected-endpoint", point, `The ${name} is missing.`, {
    expected: ["namespace.key:value", "all-endpoints", "'osn-services-ip-addresses'", "'10.0.0.0/16'"],
  });
}

type Before = { readonly endpoint: EndpointNode | null; readonly attributeAt: number };

/** Reads the word endpoints, and what comes between it and the attribute; gives the index behind. */
function parseEndpointsWord(context: ParseContext, { from, to }: Section, { endpoint, attributeAt }: Before): number {
  const { words } = context;
  let end = from;
  while (
    end < to &&
    !["endpoints", "in", "with"].includes(words[end]?.folded ?? "") &&
    !isFilterOrCommaAt(context, { from: end, to })
  )
    end += 1;
  const last = words[end - 1];
  const slip = words[from]?.kind === "word" ? similarTo(words[from]?.folded ?? "", ["endpoints"]) : null;
  if (slip !== null && words[from] !== undefined) {
    context.report("misspelled-keyword", words[from], `${shown(words[from].text)} is taken for endpoints.`, {
      expected: ["endpoints"],
      fix: fixOf("Write endpoints", replacing(words[from], "endpoints")),
    });
    return from + 1;
  }
  const isWritten = end < to && words[end]?.folded === "endpoints";
  if (end > from && last !== undefined && endpoint !== null && (isWritten || isOnlyWords(context, { from, to: end }))) {
    reportRest(context, { from, to: end }, attributeAt);
  } else if (end > from) {
    return from;
  }
  if (!isWritten) return end;
  const kind = endpoint?.endpoint?.kind;
  if (kind === "address" || kind === "osn-services" || kind === "all-endpoints") {
    const what = kind === "address" ? "an address" : kind === "osn-services" ? "the OCI services" : "all-endpoints";
    context.report(
      "endpoints-after-address",
      words[end] ?? spanOf(context, { from: end, to: end }),
      `endpoints does not follow ${what}.`,
      {
        fix: fixOf("Remove endpoints", removing(context, { from: end, to: end + 1 })),
      },
    );
  }
  return end + 1;
}

/** Plain words, of which none is likely to belong to a clause of another language. */
const isOnlyWords = ({ words }: ParseContext, { from, to }: Section) =>
  words.slice(from, to).every(({ kind, folded }) => kind === "word" && !foreignWords.includes(folded));

const foreignWords: readonly string[] = [
  "and",
  "or",
  "not",
  "except",
  "if",
  "unless",
  "where",
  "when",
  "on",
  "over",
  "port",
  "using",
  "via",
];

function reportLateFilters(context: ParseContext, filters: Section, locationAt: number): void {
  const span = spanOf(context, filters);
  const before = spanOf(context, { from: locationAt, to: locationAt });
  const edits = [inserting(before.from, ` ${context.text.slice(span.from, span.to)}`), removing(context, filters)];
  context.report("filter-after-location", span, "The filters stand behind the VCN of this side.", {
    fix: fixOf("Put them before the VCN", ...edits),
  });
}

/** What people write between two attributes of one endpoint. */
const joints: readonly string[] = ["and", "or", ",", "&", "|"];

function reportNextStatement(context: ParseContext, rest: Section): void {
  const span = spanOf(context, rest);
  const behind = context.words[rest.from - 1]?.to ?? span.from;
  context.report("unexpected-text", span, "Another statement begins here; each stands on a line of its own.", {
    fix: fixOf("Begin a new line", { from: behind, to: span.from, insert: "\n" }),
  });
}

const splitBehind = (context: ParseContext, endpoint: EndpointNode | null, rest: Section) =>
  endpoint === null ? null : splitEndpoints(context, endpoint, rest);

/** Reports everything up to the next part of the side, behind an endpoint or not, as one mistake; gives the index behind it. */
function reportJunk(context: ParseContext, { from, to }: Section, endpoint: EndpointNode | null): number {
  const { words, text } = context;
  let end = from + 1;
  while (end < to && !isPartAt(context, end, to)) end += 1;
  const span = spanOf(context, { from, to: end });
  const written = shown(text.slice(span.from, span.to));
  const [first, second] = [words[from], words[from + 1]];
  if (/^(?:#|--|\/\/|\/\*)/u.test(first?.text ?? "")) {
    context.report("unexpected-text", span, "There are no comments in the language.", {
      fix: fixOf("Remove it", removing(context, { from, to: end })),
    });
  } else if (end === from + 1 && /^[;.]$/u.test(first?.text ?? "")) {
    context.report("unexpected-text", span, `A statement does not end with ${written}.`, {
      fix: fixOf("Remove it", removing(context, { from, to: end })),
    });
  } else if (joints.includes(first?.folded ?? "") && second !== undefined && isEndpointLike(second)) {
    context.report("one-attribute", span, `An endpoint is one attribute; ${written} makes it more.`, {
      fix: splitBehind(context, endpoint, { from, to: end }),
    });
  } else if (first !== undefined && isEndpointLike(first)) {
    context.report("one-attribute", span, `There is more than one: ${written} follows.`, {
      fix: splitBehind(context, endpoint, { from, to: end }),
    });
  } else {
    context.report("unexpected-text", span, `${written} has no place here.`);
  }
  return end;
}
