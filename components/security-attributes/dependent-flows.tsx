import { EffectGroup } from "@/components/shared/effect-group";
import { StatementText } from "@/components/shared/statement-text";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusWord } from "@/components/ui/status-word";
import type { AttributeDependents } from "@/lib/contract/attribute-dependents";
import { formatCounted } from "@/lib/format";
import type { AttributeVerdictState } from "@/lib/zpr/verdict-state";

/** What becomes of flows that hang on an attribute with this verdict. */
const standing: Partial<Record<AttributeVerdictState, string>> = {
  deleted: "Its definition is deleted, so ZPR may have stopped allowing them.",
  deleting: "Its definition is being deleted, after which ZPR may no longer allow them.",
  retired: "What retirement does to them is not documented; once it is deleted, ZPR may no longer allow them.",
  "value-not-allowed": "ZPR may go by the value still; they end with its removal.",
};

const words = { lost: "Surely", "perhaps-lost": "Perhaps", unknown: "Not known" } as const;
const shown = ["lost", "perhaps-lost", "unknown"] as const;

type DependentFlowsProps = Pick<AttributeDependents, "flows" | "state">;

/** The flows that a statement allows by one attribute and nothing else allows. */
export function DependentFlows({ flows, state }: DependentFlowsProps) {
  if (flows.state === "unknown") {
    return flows.isReading ? (
      <div role="status" aria-label="Reading the ZPR policies">
        <Skeleton className="w-64" />
      </div>
    ) : (
      <p className="flex flex-col gap-1">
        <StatusWord shape="diamond" tone="unknown">
          Not known
        </StatusWord>
        <Literal text={flows.cause} />
      </p>
    );
  }
  const [forecast] = flows.forecasts;
  if (forecast === undefined) return null;
  const { groups, groupCount, counts, unreadable, unplaced } = forecast;
  const total = shown.reduce((sum, change) => sum + counts[change], 0);
  return (
    <>
      {total === 0 ? (
        <p>None{flows.completeness.isComplete ? "." : ", as far as could be read."}</p>
      ) : (
        <p className="text-muted">{standing[state] ?? ""}</p>
      )}
      {shown.map((change) => {
        const own = groups.filter((group) => group.change === change);
        if (counts[change] === 0) return null;
        return (
          <details key={change} open={total <= 20} className="border-line rounded-box border px-3 py-1.5">
            <summary className="w-fit rounded-[2px]">
              {words[change]}: {formatCounted(counts[change], "flow")}
            </summary>
            <ul className="divide-line mt-1 flex flex-col divide-y">
              {own.map((group) => (
                <EffectGroup key={JSON.stringify(group)} group={group} whens={["With it", "Without it"]} />
              ))}
            </ul>
          </details>
        );
      })}
      {groupCount > groups.length && (
        <p className="text-muted">and {groupCount - groups.length} more groups of flows</p>
      )}
      {unreadable.map((text) => (
        <p key={text}>
          Whether this statement depends on it is unknown, as it cannot be read: <StatementText text={text} />
        </p>
      ))}
      {unplaced.map((name) => (
        <p key={name}>
          What depends on it at <Literal text={name} /> is unknown, as its VCN could not be read.
        </p>
      ))}
    </>
  );
}
