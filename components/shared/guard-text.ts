import type { EditHoldAnswer } from "@/lib/contract/edit-hold";
import { formatCounted } from "@/lib/format";

/** What passed after an edit; `null` where nothing is declared that could. */
export function passedSentence({ declared, lines, access }: EditHoldAnswer): string | null {
  if (declared !== "some") return null;
  const parts = [
    ...(lines.lineCount > 0
      ? [`${lines.passCount} of ${formatCounted(lines.lineCount, "line")} ${lines.lineCount === 1 ? "holds" : "hold"}`]
      : []),
    ...(access === null
      ? []
      : [
          `an admin source reaches ${access.provenCount} of ${formatCounted(access.clusterCount, "cluster")} on tcp/6443`,
        ]),
  ];
  if (parts.length === 0) return null;
  return `After the edit ${parts.join(", and ")}.${lines.lineCount === 0 ? " No line is declared." : ""}${access === null && lines.lineCount > 0 ? " No admin source is declared." : ""}`;
}

/** What a screen reader is told when the guards have answered. */
export function guardSentence(hold: EditHoldAnswer): string {
  const stops = hold.reasons.filter(({ isCertain }) => isCertain).length;
  const unsure = hold.reasons.length - stops;
  if (stops > 0) return `Guards stand against the edit: ${formatCounted(stops, "reason")}.`;
  if (unsure > 0) return `Nobody can be sure that guards are kept: ${formatCounted(unsure, "reason")}.`;
  return hold.declared === "none" ? "No guards: nothing was proved." : "No guard stands against the edit.";
}
