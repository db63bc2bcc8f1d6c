import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { vnicStateWords } from "@/components/shared/vnic-state-words";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { NodeVnic } from "@/lib/contract/nodes";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { securityAttributesDifference } from "@/lib/zpr/security-attributes";

type VnicStateNoteProps = {
  readonly vnic: NodeVnic;
  /** What the pool gives to new nodes now. */
  readonly present: readonly SecurityAttribute[];
  /** The name of the VNIC stands before its state, where a node has several. */
  readonly isNamed?: boolean;
};

/** How one VNIC of a node stands to its pool: the state, why, and the attributes that differ. */
export function VnicStateNote({ vnic, present, isNamed = false }: VnicStateNoteProps) {
  const { shape, tone, word } = vnicStateWords[vnic.state];
  return (
    <span className="flex min-w-48 flex-col gap-1 py-0.5">
      <span className="flex flex-wrap items-center gap-x-2">
        {isNamed && <Literal text={vnic.name} className="font-medium" />}
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
        {vnic.isInferred && <span className="text-note text-muted">inferred</span>}
      </span>
      {vnic.state !== "in-step" && <span className="text-note text-muted max-w-[48ch]">{vnic.reason}</span>}
      {vnic.isFromInstance && <span className="text-note text-muted">Set on the instance.</span>}
      {vnic.carried !== null && <Differences carried={vnic.carried} present={present} />}
    </span>
  );
}

function Differences({
  carried,
  present,
}: {
  readonly carried: readonly SecurityAttribute[];
  readonly present: readonly SecurityAttribute[];
}) {
  const { added, removed, changed } = securityAttributesDifference(carried, present);
  const lines = [
    ...added.map((attribute) => ({ word: "Lacks", attribute })),
    ...removed.map((attribute) => ({ word: "Has besides", attribute })),
    ...changed.map(({ before }) => ({ word: "Has instead", attribute: before })),
  ];
  return (
    <ul className="flex flex-col gap-0.5">
      {lines.map(({ word, attribute }) => (
        <li
          key={`${word} ${attribute.namespace}\u0000${attribute.key}`}
          className="flex flex-wrap items-center gap-1.5"
        >
          <span className="text-note text-muted">{word}</span>
          <SecurityAttributeChip attribute={attribute} />
        </li>
      ))}
    </ul>
  );
}
