import type { Inventory } from "@/lib/inventory/inventory";
import { guardEndFrom } from "@/lib/zpr/guards/parse-guard-end";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printProtocol } from "@/lib/zpr/policy-language/print-statement";
import type { Endpoint, Statement } from "@/lib/zpr/policy-language/statement";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

/** What YAML takes for a text without quotes: a word, an attribute, or a block. */
const plainWord = /^(?:[A-Za-z_][\w.*?-]*(?:[:/][\w.*?/-]+)*|[\d.]+\/\d+)$/u;
const otherWord = /^(?:true|false|null)$/iu;

const yamlText = (text: string) => (plainWord.test(text) && !otherWord.test(text) ? text : JSON.stringify(text));

/** Names that a controller made up. */
const generated = /[0-9a-f]{8}-[0-9a-f]{4}/u;

const isWritable = (text: string) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text) && text.trim() === text && text !== "";

function attributeText({ kind, ...end }: Endpoint): string | null {
  if (kind !== "attribute" || !("attribute" in end)) return null;
  const { namespace, key, value } = end.attribute;
  const text = `${namespace}.${key}:${value}`;
  return isWritable(text) && !("problem" in guardEndFrom(text)) ? text : null;
}

const protocolOf = ({ source, target }: Statement) => target.filters.protocol ?? source.filters.protocol;

const statementsOf = (policies: readonly ZprPolicy[]): readonly Statement[] =>
  policies
    .filter(({ lifecycleState }) => lifecycleState === "ACTIVE")
    .flatMap(({ statements }) => statements.flatMap((text) => parseStatement(text).statement ?? []));

function adminSourceOf(inventory: Inventory, statements: readonly Statement[]): string {
  for (const statement of statements) {
    const { endpoint } = statement.source;
    const ports = protocolOf(statement)?.ports;
    const isForKubectl = ports !== undefined && ports !== null && ports.from <= 6443 && ports.to >= 6443;
    if (isForKubectl && endpoint.kind === "address" && !("problem" in guardEndFrom(endpoint.text)))
      return endpoint.text;
  }
  const [endpoint] = inventory.resources.filter(({ kind }) => kind === "cluster-endpoint");
  const block = inventory.vcns.find(({ id }) => id === endpoint?.vcnId)?.cidrBlocks[0];
  return block ?? "10.0.0.0/16";
}

/** A guard file to begin with, of names that this tenancy has. It parses; whether its lines hold is for people to see. */
export function guardExample(inventory: Inventory, policies: readonly ZprPolicy[]): string {
  const statements = statementsOf(policies);
  const reach = statements.flatMap((statement) => {
    const [from, to] = [attributeText(statement.source.endpoint), attributeText(statement.target.endpoint)];
    const protocol = protocolOf(statement);
    return from === null || to === null || protocol === null ? [] : [{ from, to, protocol: printProtocol(protocol) }];
  });
  const [line = { from: "app.tier:web", to: "app.tier:db", protocol: "tcp/1521" }] = reach;
  const balancers = inventory.resources.filter(
    ({ kind, displayName }) => kind.endsWith("load-balancer") && isWritable(displayName),
  );
  const guarded = balancers.find(({ displayName }) => !generated.test(displayName)) ?? balancers[0];
  // A colon would make an attribute of it; any character stands for it.
  const name = (guarded?.displayName ?? "payments-*").replaceAll(":", "?");
  return [
    "# From where clusters are administered with kubectl: CIDR blocks or attributes.",
    "adminSources:",
    `  - ${yamlText(adminSourceOf(inventory, statements))}`,
    "",
    "# What must keep working.",
    "mustReach:",
    `  - from: ${yamlText(line.from)}`,
    `    to: ${yamlText(line.to)}`,
    `    protocol: ${yamlText(line.protocol)}`,
    "",
    "# What must never be allowed.",
    "mustNotReach:",
    "  - from: 0.0.0.0/0",
    `    to: ${yamlText(name)}`,
    "",
  ].join("\n");
}
