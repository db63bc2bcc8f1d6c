/** The part of the condition language that statements about security attributes are written in. */
export type IamCondition =
  | { readonly kind: "compare"; readonly variable: string; readonly isEqual: boolean; readonly value: string }
  | { readonly kind: "all" | "any"; readonly of: readonly IamCondition[] };

/** `unknown` when it depends on what nobody can know here. */
export type Truth = "yes" | "no" | "unknown";

const tokenForm = /\s*([{},]|!=|=|'[^']*'|[\w.-]+|\S)/gy;
const tokensOf = (text: string): readonly string[] => [...text.matchAll(tokenForm)].map(([, token]) => token ?? "");

const deepest = 20;

type Rest = { readonly condition: IamCondition; readonly next: number } | null;

function group(tokens: readonly string[], at: number, kind: "all" | "any", depth: number): Rest {
  const of: IamCondition[] = [];
  for (let next = at; ;) {
    const part = conditionAt(tokens, next, depth + 1);
    if (part === null) return null;
    of.push(part.condition);
    if (tokens[part.next] === "}") return { condition: { kind, of }, next: part.next + 1 };
    if (tokens[part.next] !== ",") return null;
    next = part.next + 1;
  }
}

function conditionAt(tokens: readonly string[], at: number, depth: number): Rest {
  const [word = "", second, value] = tokens.slice(at, at + 3);
  const kind = word.toLowerCase();
  if ((kind === "all" || kind === "any") && second === "{") {
    return depth > deepest ? null : group(tokens, at + 2, kind, depth);
  }
  if ((second !== "=" && second !== "!=") || !/^[\w.-]+$/.test(word) || value === undefined) return null;
  // Patterns between slashes and variables as values are not read.
  const text = /^'[^']*'$/.test(value) ? value.slice(1, -1) : null;
  if (text === null) return null;
  return {
    condition: { kind: "compare", variable: word.toLowerCase(), isEqual: second === "=", value: text },
    next: at + 3,
  };
}

/** Takes what stands after `where`; gives `null` for whatever is not of the plain form. */
export function iamConditionFrom(text: string): IamCondition | null {
  const tokens = tokensOf(text);
  const whole = conditionAt(tokens, 0, 0);
  return whole !== null && whole.next === tokens.length ? whole.condition : null;
}

/**
 * Whether a condition holds where these variables have these values; names in small letters. Oracle compares without
 * regard to case: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
 */
export function truthOf(condition: IamCondition, facts: ReadonlyMap<string, string>): Truth {
  if (condition.kind === "compare") {
    const value = facts.get(condition.variable);
    if (value === undefined) return "unknown";
    return (value.toLowerCase() === condition.value.toLowerCase()) === condition.isEqual ? "yes" : "no";
  }
  const truths = condition.of.map((part) => truthOf(part, facts));
  const deciding = condition.kind === "all" ? "no" : "yes";
  if (truths.includes(deciding)) return deciding;
  return truths.includes("unknown") ? "unknown" : deciding === "no" ? "yes" : "no";
}
