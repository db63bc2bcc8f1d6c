import { isIPv4, isIPv6 } from "node:net";
import { protocolNumberOf } from "@/lib/zpr/policy-language/protocol-numbers";

/*
 * The statements that ZPR takes, written down from its documentation once more and without the console's parser, so that
 * the two disagree where one is wrong. Only the list of IANA's protocol names is shared.
 * https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/zpr-policy-syntax.htm
 */

const blanks = "[ \\t]+";
const name = "[A-Za-z0-9_-]{1,100}";
const bareAttribute = `(?:${name}\\.)?${name}:[A-Za-z0-9_:-]{1,255}`;
const inQuotes = "'(?:[^']|'')+'";
const attribute = `${inQuotes}|${bareAttribute}`;
const filterName = "protocol(?:\\.icmp\\.(?:type|code))?|connection-state";
const filter = `(?:${filterName})[ \\t]*=[ \\t]*'[^']*'`;
const filters = `(?:${blanks}with${blanks}${filter}(?:(?:[ \\t]*,[ \\t]*|${blanks}with${blanks})${filter})*)?`;

/** The parts of one side: `source`, `sourceWord`, `sourceFilters`; the word is `endpoints`. */
const side = (which: string) =>
  `(?<${which}>${attribute}|all-endpoints)(?<${which}Word>${blanks}endpoints)?(?<${which}Filters>${filters})`;
const location = (which: string) => `in${blanks}(?<${which}>${attribute})${blanks}VCN`;
const verb = `${blanks}to${blanks}connect${blanks}to${blanks}`;

// Without the flag u, which would have letters of other alphabets stand for s and k.
const sameVcn = new RegExp(
  `^${location("place")}${blanks}allow${blanks}${side("source")}${verb}${side("target")}$`,
  "i",
);
const twoVcn = new RegExp(
  `^allow${blanks}${side("source")}${blanks}${location("sourcePlace")}${verb}${side("target")}${blanks}${location("targetPlace")}$`,
  "i",
);

type EndKind = "attribute" | "all-endpoints" | "osn" | "address";

const unquoted = (text: string): string | null =>
  text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : null;

function isAddress(text: string): boolean {
  const [, address = "", prefix] = /^([0-9a-f:.]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : null;
  return bits !== null && (prefix === undefined || Number(prefix) <= bits);
}

/** `namespace.key:value` or `key:value`: the value is what stands after the first colon, 255 characters at most. */
function isAttribute(text: string): boolean {
  const inner = unquoted(text);
  const [, value] = new RegExp(`^(?:${name}\\.)?${name}:([^]+)$`).exec(inner ?? text) ?? [];
  return value !== undefined && [...value].length <= 255;
}

/** What an end is; `null` for nothing that the language has. */
function endKind(text: string, hasWord: boolean): EndKind | null {
  const inner = unquoted(text);
  const isAll = (inner ?? text).toLowerCase() === "all-endpoints";
  if (isAll) return hasWord ? null : "all-endpoints";
  if (inner?.toLowerCase() === "osn-services-ip-addresses") return hasWord ? null : "osn";
  // What looks like an address is none of an attribute, whose name could be the same.
  if (inner !== null && /^[0-9a-f:.]+(?:\/\d+)?$/i.test(inner) && !/^[^:]*\.[^:]*:/.test(inner)) {
    if (isAddress(inner)) return hasWord ? null : "address";
  }
  return isAttribute(text) ? "attribute" : null;
}

function isFilterValue(filterNamed: string, value: string): boolean {
  switch (filterNamed) {
    case "protocol": {
      const [, protocol = "", low, high = low] = /^([a-z0-9+.-]+)(?:\/(\d{1,5})(?:-(\d{1,5}))?)?$/i.exec(value) ?? [];
      const isRange = low === undefined || (Number(low) <= Number(high) && Number(high) <= 65_535);
      return protocolNumberOf(protocol) !== null && isRange;
    }
    case "connection-state":
      return value.toLowerCase() === "stateless";
    default:
      return /^\d{1,3}$/.test(value) && Number(value) <= 255;
  }
}

/** Each filter stands once on an end, with a value that it can have. */
function areFilters(text: string): boolean {
  const each = [...text.matchAll(new RegExp(`(${filterName})[ \\t]*=[ \\t]*'([^']*)'`, "gi"))].map(
    ([, filterNamed = "", value = ""]) => ({ filterNamed: filterNamed.toLowerCase(), value }),
  );
  const names = each.map(({ filterNamed }) => filterNamed);
  return (
    new Set(names).size === names.length && each.every(({ filterNamed, value }) => isFilterValue(filterNamed, value))
  );
}

const isOutside = (kind: EndKind) => kind === "osn" || kind === "address";

/** Whether ZPR takes a statement. */
export function isZprStatement(statement: string): boolean {
  const text = statement.trim();
  const two = twoVcn.exec(text);
  const parts = (two ?? sameVcn.exec(text))?.groups;
  if (parts === undefined) return false;
  const { source = "", sourceWord, sourceFilters = "", target = "", targetWord, targetFilters = "" } = parts;
  const places = [parts["place"], parts["sourcePlace"], parts["targetPlace"]].filter((each) => each !== undefined);
  const from = endKind(source, sourceWord !== undefined);
  const to = endKind(target, targetWord !== undefined);
  if (from === null || to === null) return false;
  if (!places.every((place) => endKind(place, false) === "attribute")) return false;
  if (!areFilters(sourceFilters) || !areFilters(targetFilters)) return false;
  if (two !== null) return from === "attribute" && to === "attribute";
  return !(from === "all-endpoints" && to === "all-endpoints") && !(isOutside(from) && isOutside(to));
}
