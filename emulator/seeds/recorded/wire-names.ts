import type { Json } from "@/lib/json";

// Oracle's CLI prints every property in kebab-case. On the wire it is camelCase, with units and abbreviations as these.
const irregularWords: ReadonlyMap<string, string> = new Map([
  ["ai", "AI"],
  ["gb", "GB"],
  ["gbs", "GBs"],
  ["kb", "KB"],
  ["mbs", "MBs"],
]);

/** Members whose keys are people's words: nothing inside is renamed. */
const freeMaps: ReadonlySet<string> = new Set([
  "additionalDetails",
  "definedTags",
  "extendedMetadata",
  "freeformAttributes",
  "freeformTags",
  "nodeMetadata",
  "securityAttributes",
  "systemTags",
]);

/** Members keyed by people's names of things: the names stay, what is under them is renamed. */
const namedMaps: ReadonlySet<string> = new Set([
  "backendSets",
  "certificates",
  "hostnames",
  "listeners",
  "pathRouteSets",
  "routingPolicies",
  "ruleSets",
  "sslCipherSuites",
]);

type JsonObject = { readonly [key: string]: Json };

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `boot-volume-size-in-gbs` as the wire has it: `bootVolumeSizeInGBs`. */
export function wireNameFrom(cliName: string): string {
  const [first = "", ...rest] = cliName.split("-");
  return first + rest.map((word) => irregularWords.get(word) ?? word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

// A cluster's metadata is a structure of Oracle's; everybody else's is a map of people's.
const isFreeMap = (name: string, owner: JsonObject): boolean =>
  freeMaps.has(name) ||
  (name === "metadata" && !(typeof owner.id === "string" && owner.id.startsWith("ocid1.cluster.")));

// fromEntries makes every name a key of its own, `__proto__` too.
const mapValues = (object: JsonObject, change: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));

const memberFrom = (cliName: string, value: Json, owner: JsonObject): readonly [string, Json] => {
  const name = wireNameFrom(cliName);
  if (isFreeMap(name, owner)) return [name, value];
  if (namedMaps.has(name) && isJsonObject(value)) return [name, mapValues(value, wireShapeFrom)];
  return [name, wireShapeFrom(value)];
};

const isJsonArray = (value: Json): value is readonly Json[] => Array.isArray(value);

/** A resource as the CLI prints it, in the names of the wire. Values are never changed. */
export function wireShapeFrom(value: Json): Json {
  if (isJsonArray(value)) return value.map(wireShapeFrom);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([cliName, member]) => memberFrom(cliName, member, value)));
}
