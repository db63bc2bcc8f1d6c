import { formatCount, formatCounted } from "@/lib/format";

/** How many of some nodes carry the present set; "at least" where some could not be read. */
export type Carrying = { readonly inStep: number; readonly nodes: number; readonly notReadable: number };

/** "7 of 12 nodes carry the present set". */
export function carryWords({ inStep, nodes, notReadable }: Carrying): string {
  if (nodes === 0) return "There is no node to carry it";
  const atLeast = notReadable > 0 ? "At least " : "";
  return `${atLeast}${formatCount(inStep)} of ${formatCounted(nodes, "node")} ${inStep === 1 ? "carries" : "carry"} the present set`;
}

/** Whether every node carries it, as far as that is known. */
export const isAllCarried = ({ inStep, nodes }: Carrying): boolean => inStep === nodes;
