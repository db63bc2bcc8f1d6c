import type { InventoryCounts } from "@/lib/contract/inventory";
import type { GuardFileState } from "@/lib/guard-file/guard-file-store";
import type { Inventory } from "@/lib/inventory/inventory";
import { evaluationOf, type Policies } from "@/lib/inventory/projections/guards";
import type { FurtherReadings } from "@/lib/oke/findings/further-findings";
import type { GuardResult } from "@/lib/zpr/guards/evaluate-guards";
import { guardLineText } from "@/lib/zpr/guards/guard-line-text";

type GuardFindings = NonNullable<FurtherReadings["guards"]>;

/** The resource that a line fails at: where the traffic goes, or where it comes from. */
function resourceIdOf({ evidence }: GuardResult): string | null {
  const [first] = evidence;
  return first?.trace.destination?.id ?? first?.trace.source?.id ?? null;
}

function evidenceText(result: GuardResult): string {
  const { pairCount, failingPairCount, evidence } = result;
  const [first] = evidence;
  const example = first === undefined ? "" : `: from ${first.source} to ${first.destination}, for one`;
  return `${guardLineText(result.line)}. ${failingPairCount} of ${pairCount} pairs break it${example}.`;
}

/** Lines that fail and clusters that no admin source reaches; nothing while the policies are not read. */
export function guardFindings(inventory: Inventory, policies: Policies, state: GuardFileState): GuardFindings {
  if (state.state !== "read" || policies?.state !== "read") return [];
  const { lines, clusters } = evaluationOf(inventory, policies, state.file);
  return [
    ...lines.flatMap((result): GuardFindings => {
      const resourceId = result.verdict === "fail" ? resourceIdOf(result) : null;
      if (resourceId === null) return [];
      return [{ rule: "guard-line", subject: guardLineText(result.line), resourceId, evidence: evidenceText(result) }];
    }),
    ...clusters.flatMap(({ cluster, access }): GuardFindings => {
      if (access?.verdict !== "fail") return [];
      const evidence = `None of ${state.file.adminSources.map(({ text }) => text).join(", ")} reaches the API endpoint of ${cluster.name} on tcp/6443.`;
      return [{ rule: "no-admin-access", subject: cluster.endpointId, resourceId: cluster.endpointId, evidence }];
    }),
  ];
}

/** Counts lines, and each cluster's admin access where admin sources are declared. `null` while nothing is. */
export function guardCounts(
  inventory: Inventory,
  policies: Policies,
  state: GuardFileState,
): InventoryCounts["guards"] {
  if (state.state === "broken" || state.state === "unreadable") {
    return { isReadable: false, failing: 0, unknown: 0, total: 0 };
  }
  if (state.state !== "read" || state.file.adminSources.length + state.file.lines.length === 0) return null;
  const { lines, clusters } = evaluationOf(inventory, policies, state.file);
  const verdicts = [
    ...lines.map(({ verdict }) => verdict),
    ...clusters.flatMap(({ access }) => (access === null ? [] : [access.verdict])),
  ];
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  return { isReadable: true, failing: count("fail"), unknown: count("unknown"), total: verdicts.length };
}
