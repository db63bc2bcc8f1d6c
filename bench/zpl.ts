import { catalogIndexFrom } from "@/lib/zpr/attribute-verdict";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { nameResolverFrom } from "@/lib/zpr/policy-language/resolve-names";
import { tokenize } from "@/lib/zpr/policy-language/tokenize";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";
import { say } from "@/scripts/lib/say.mjs";

const statementCount = 5_000;
const maxMs = 150;
const runs = 15;

/** The most that a tenancy can hold, by the limits of the ZPR documentation: 100 policies of 50 statements. */
const statements = Array.from({ length: statementCount }, (_, index) => {
  const [vcn, from, to] = [index % 40, index % 199, (index * 7) % 211];
  const location = `in network.vcn:vcn-${vcn} VCN`;
  const port = 1_024 + (index % 900);
  switch (index % 5) {
    case 0:
      return `${location} allow app:web-${from} endpoints to connect to oracle-zpr.db:main-${to} endpoints with protocol='tcp/${port}'`;
    case 1:
      return `${location} allow '10.${from}.0.0/16' to connect to 'app.team:o''brien ${to}' endpoints with protocol = 'tcp/${port}-${port + 20}'`;
    case 2:
      return `allow app.tier:a-${from} endpoints in network.vcn:vcn-${vcn} VCN to connect to app.tier:b-${to} endpoints with protocol='udp/${port}' in network.vcn:vcn-${to % 40} VCN`;
    case 3:
      return `${location} allow app.tier:a-${from} endpoints to connect to 'osn-services-ip-addresses'`;
    default:
      return `${location} allow all-endpoints to connect to app.tier:b-${to} with protocol='icmp', protocol.icmp.type='8'`;
  }
});

const definition = (name: string) => ({
  id: "",
  name,
  description: "",
  isRetired: false,
  lifecycleState: "ACTIVE" as const,
  allowedValues: null,
  timeCreated: null,
});
const namespace = (name: string, keys: readonly string[]) => ({
  ...definition(name),
  compartmentId: "",
  mode: ["enforce"],
  definitions: keys.map(definition),
  isDefinitionListComplete: true,
});
const catalog = catalogIndexFrom({
  namespaces: [
    namespace("app", ["tier", "team"]),
    namespace("Network", ["VCN"]),
    namespace("oracle-zpr", ["app", "db"]),
  ],
  isNamespaceListComplete: true,
  gaps: [],
});
const vcns = Array.from({ length: 40 }, (_, index) => ({
  id: `vcn-${index}`,
  displayName: `vcn-${index}`,
  region: "us-ashburn-1",
  securityAttributes: securityAttributesFromWire({ network: { vcn: { value: `vcn-${index}`, mode: "enforce" } } }),
}));

function tokenizeAll(): number {
  return statements.reduce((sum, text) => sum + tokenize(text).length, 0);
}

function parseAndResolveAll(): number {
  const resolve = nameResolverFrom({ catalog, vcns });
  return statements.reduce((sum, text) => {
    const parsed = parseStatement(text);
    const { locations, endpoints } = resolve(parsed);
    const isWhole = parsed.isValid && locations.every(({ isDefined, vcns: found }) => isDefined && found?.length === 1);
    return sum + (isWhole && endpoints.every(({ isDefined }) => isDefined) ? 1 : 0);
  }, 0);
}

/**
 * Parses and resolves as many statements as a tenancy can hold, on one core, beside a pass that only makes tokens, and
 * prints the times of each. Throws when the target is missed.
 */
export async function benchZpl(): Promise<void> {
  const timesOf = (pass: () => number, wanted: number | null) => {
    const times = Array.from({ length: runs }, () => {
      const startedMs = performance.now();
      const result = pass();
      const tookMs = performance.now() - startedMs;
      if (wanted !== null && result !== wanted) throw new Error(`Only ${result} of ${wanted} statements are right.`);
      return tookMs;
    });
    const sorted = times.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(runs / 2)] ?? Infinity;
    return { first: times[0] ?? Infinity, best: sorted[0] ?? Infinity, median };
  };
  const parsed = timesOf(parseAndResolveAll, statementCount);
  const floor = timesOf(tokenizeAll, null);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const kilobytes = Math.round(statements.reduce((sum, text) => sum + text.length, 0) / 1_024);
  say(`${statementCount} statements of ${kilobytes} KB, ${runs} runs:`);
  say(`  parsed and resolved  ${ms(parsed.median)} in the middle of the runs (at most ${maxMs} ms)`);
  say(`                       ${ms(parsed.best)} at best, ${ms(parsed.first)} the first time`);
  say(`  made into tokens     ${ms(floor.median)} in the middle, ${ms(floor.best)} at best: the floor`);
  say(`  ratio                ${(parsed.median / floor.median).toFixed(1)}`);
  if (parsed.median > maxMs) throw new Error("Missed: time to parse and resolve.");
}
