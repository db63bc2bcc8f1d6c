import { carryWords, isAllCarried, type Carrying } from "@/components/shared/carry-words";
import { StatusWord } from "@/components/ui/status-word";

/** How many nodes carry their pool's present set, in words with a shape. */
export function CarryNote({ carrying }: { readonly carrying: Carrying }) {
  if (carrying.nodes === 0) return <span className="text-muted">{carryWords(carrying)}</span>;
  const isUnknown = !isAllCarried(carrying) && carrying.inStep + carrying.notReadable >= carrying.nodes;
  const look = isAllCarried(carrying)
    ? ({ shape: "tick", tone: "allowed" } as const)
    : isUnknown
      ? ({ shape: "diamond", tone: "unknown" } as const)
      : ({ shape: "triangle", tone: "warning" } as const);
  return <StatusWord {...look}>{carryWords(carrying)}</StatusWord>;
}
