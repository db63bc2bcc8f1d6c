import type { ReactNode } from "react";
import { AttributeSet } from "@/components/shared/attribute-set";
import { Literal } from "@/components/ui/literal";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

type DifferingVnicsProps = {
  readonly vnics: NonNullable<ProtectedResource["differingVnics"]>;
  /** The set of the first where it may be edited there: a change starts from it. Given, because lists need no such code. */
  readonly first?: ReactNode;
};

/** The sets of secondary VNICs that disagree, each under its VNIC's name. */
export function DifferingVnics({ vnics, first }: DifferingVnicsProps) {
  return (
    <dl className="flex flex-col gap-2">
      {vnics.map((vnic, index) => (
        // Two VNICs may have one name; their order is the pool's own.
        <div key={`${index} ${vnic.displayName}`} className="flex flex-col gap-1">
          <dt className="text-note text-muted">
            <Literal text={vnic.displayName} />
          </dt>
          <dd>{index === 0 && first !== undefined ? first : <AttributeSet attributes={vnic.securityAttributes} />}</dd>
        </div>
      ))}
    </dl>
  );
}
