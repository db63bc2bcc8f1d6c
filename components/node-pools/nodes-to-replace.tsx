import { StateWord } from "@/components/shared/state-word";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { NodeReplacementPreview } from "@/lib/contract/node-replacements";
import { formatCounted } from "@/lib/format";

const shownAtOnce = 12;

type ReviewedNode = NodeReplacementPreview["nodes"][number];

/** The nodes that go, by name; the many of a large pool open on demand. */
export function NodesToReplace({ nodes }: { readonly nodes: readonly ReviewedNode[] }) {
  const inStep = nodes.filter(({ isInStep }) => isInStep === true).length;
  return (
    <section aria-label="Nodes that are replaced">
      <h3 className="text-prose font-medium">{formatCounted(nodes.length, "node")} to replace</h3>
      {inStep > 0 && (
        <p className="text-muted">
          {formatCounted(inStep, "of them carries", "of them carry")} the present set already, and{" "}
          {inStep === 1 ? "is" : "are"} replaced as well.
        </p>
      )}
      <NodeLines nodes={nodes.slice(0, shownAtOnce)} />
      {nodes.length > shownAtOnce && (
        <details className="mt-1">
          <summary className="text-link w-fit rounded-[2px]">{nodes.length - shownAtOnce} more</summary>
          <NodeLines nodes={nodes.slice(shownAtOnce)} />
        </details>
      )}
    </section>
  );
}

function NodeLines({ nodes }: { readonly nodes: readonly ReviewedNode[] }) {
  return (
    <ul className="mt-1 flex flex-col gap-0.5">
      {nodes.map(({ id, name, lifecycleState, isInStep }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
          <Literal text={name} className="text-note font-mono" />
          <span className="flex gap-3">
            {lifecycleState !== "ACTIVE" && <StateWord state={lifecycleState} />}
            <Standing isInStep={isInStep} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Standing({ isInStep }: { readonly isInStep: boolean | null }) {
  if (isInStep === null) return <span className="text-muted">VNICs not read</span>;
  return isInStep ? (
    <StatusWord shape="tick" tone="allowed">
      In step
    </StatusWord>
  ) : (
    <StatusWord shape="triangle" tone="warning">
      Not in step
    </StatusWord>
  );
}
