import "server-only";
import type { HeldFlow, HoldReason } from "@/lib/contract/edit-hold";
import type { GuardFileState } from "@/lib/guard-file/guard-file-store";
import type { NeededFlow } from "@/lib/zpr/guards/cluster-access";
import type { GuardEvidence } from "@/lib/zpr/guards/guard-evidence";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import { guardLineText } from "@/lib/zpr/guards/guard-line-text";
import type { EditStop } from "@/lib/zpr/guards/hold-edit";
import { no } from "@/lib/zpr/reach/certainty";

const neededFlow = ({ source, destination, protocol, certainty }: NeededFlow): HeldFlow => ({
  source,
  destination,
  protocol,
  count: 1,
  verdict: certainty === no ? "blocked" : "unknown",
  statements: [],
});

const pairFlow = (
  { source, destination, count, trace }: GuardEvidence,
  { expects, protocol }: GuardLine,
): HeldFlow => ({
  source,
  destination,
  protocol: protocol.text,
  count,
  verdict: trace.verdict,
  statements: expects === "reach" ? [] : [...trace.allowing, ...trace.perhaps].map(({ statement }) => statement.text),
});

const distinct = (texts: readonly (string | null)[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== null)),
];

const idOf = (parts: readonly string[], isCertain: boolean) => [...parts, ...(isCertain ? [] : ["unknown"])].join("/");
const unsure = (isCertain: boolean, sure: string, otherwise: string) => (isCertain ? sure : otherwise);

const writeFirst = "Write a statement that lets it pass first, or leave the attributes by which one does.";

function lineReason(stop: Extract<EditStop, { rule: "assertion" }>): HoldReason {
  const { line, isCertain, pairCount, evidence } = stop;
  const sentence = guardLineText(line);
  const isLeft = pairCount > 0;
  return {
    id: idOf(["line", sentence], isCertain),
    code: "line",
    isCertain,
    text: unsure(
      isCertain,
      `${sentence}: the edit breaks that.`,
      isLeft
        ? `${sentence}: after the edit nobody can be sure of that.`
        : `${sentence}: after the edit it means no resource any more, so nothing shows that it holds.`,
    ),
    clusterName: null,
    flows: evidence.map((each) => pairFlow(each, line)),
    flowCount: pairCount,
    cure: !isLeft
      ? "Change the line first if it is to mean other resources."
      : line.expects === "reach"
        ? writeFirst
        : "Narrow or take away the statements that allow it, or leave the attributes by which they do not.",
    cureStatements: line.expects === "reach" ? distinct(evidence.map(({ cure }) => cure)) : [],
  };
}

/** What stands against an edit, as a person reads it. */
export function reasonOfStop(stop: EditStop): HoldReason {
  if (stop.rule === "assertion") return lineReason(stop);
  const { isCertain, cluster, flows } = stop;
  const shared = {
    isCertain,
    clusterName: cluster.name,
    flows: flows.map(neededFlow),
    flowCount: flows.length,
    cure: writeFirst,
    cureStatements: distinct(flows.map(({ cure }) => cure)),
  };
  if (stop.rule === "admin-access") {
    return {
      ...shared,
      id: idOf(["admin-access", cluster.endpointId], isCertain),
      code: "admin-access",
      text: unsure(
        isCertain,
        `No admin source would reach the API endpoint of ${cluster.name} on tcp/6443 any more: kubectl would be locked out.`,
        `Nobody could be sure any more that an admin source reaches the API endpoint of ${cluster.name} on tcp/6443.`,
      ),
    };
  }
  return {
    ...shared,
    id: idOf(["node-join", stop.pool.id], isCertain),
    code: "node-join",
    text: unsure(
      isCertain,
      `New nodes of ${stop.pool.name} could not join ${cluster.name} any more.`,
      `Nobody could be sure any more that new nodes of ${stop.pool.name} can join ${cluster.name}.`,
    ),
  };
}

const bare = { isCertain: true, clusterName: null, flows: [], flowCount: 0, cureStatements: [] } as const;

/** Guards that cannot be read have not been passed; `null` for a file that can, or for none. */
export function unreadableReason(state: GuardFileState): HoldReason | null {
  if (state.state === "unreadable") {
    const text = `The guard file ${state.path} cannot be read, so no guard was passed. ${state.message}`;
    return { ...bare, id: "guards-unreadable", code: "guards-unreadable", text, cure: "See to the file first." };
  }
  if (state.state !== "broken") return null;
  const [first] = state.mistakes;
  const where = first === undefined ? "" : ` Line ${first.line}, column ${first.column}: ${first.message}`;
  return {
    ...bare,
    id: "guards-unreadable",
    code: "guards-unreadable",
    text: `The guard file ${state.path} has mistakes, so no guard was passed.${where}`,
    cure: "Correct it on the page of guards first.",
  };
}

/** What the edit does is not known, so neither is what guards say of it. */
export const notJudgedReason = (cause: string): HoldReason => ({
  ...bare,
  id: "not-judged",
  code: "not-judged",
  isCertain: false,
  text: `What the edit does cannot be judged. ${cause}`,
  cure: "See to what could not be read first: the page of coverage says what is missing.",
});
