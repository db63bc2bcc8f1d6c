import { AttributeSet } from "@/components/shared/attribute-set";
import { EditableAttributeSet } from "@/components/shared/editable-attribute-set";
import { Literal } from "@/components/ui/literal";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

type DifferingVnicsProps = {
  readonly vnics: NonNullable<ProtectedResource["differingVnics"]>;
  /** The resource they are of, where it may be edited: a change starts from the set of the first. */
  readonly editable?: ProtectedResource;
};

/** The sets of secondary VNICs that disagree, each under its VNIC's name. */
export function DifferingVnics({ vnics, editable }: DifferingVnicsProps) {
  return (
    <dl className="flex flex-col gap-2">
      {vnics.map((vnic, index) => (
        // Two VNICs may have one name; their order is the pool's own.
        <div key={`${index} ${vnic.displayName}`} className="flex flex-col gap-1">
          <dt className="text-note text-muted">
            <Literal text={vnic.displayName} />
          </dt>
          <dd>
            {index === 0 && editable ? (
              <EditableAttributeSet resource={editable} isFitted />
            ) : (
              <AttributeSet attributes={vnic.securityAttributes} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
