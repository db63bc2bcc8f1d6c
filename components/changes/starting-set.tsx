import { replacementOf } from "@/components/changes/use-edit-session";
import { AttributeSet } from "@/components/shared/attribute-set";
import { DeclaredObject } from "@/components/shared/declared-object";
import { attributeName } from "@/components/shared/policy-text";
import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import type { EditBase } from "@/lib/contract/edit-base";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type StartingSetProps = {
  readonly detail: EditBase;
  /** Names of attributes that the new set does not take over. */
  readonly leftOut: ReadonlySet<string>;
  readonly onLeftOutChange: (leftOut: ReadonlySet<string>) => void;
};

const withName = (names: ReadonlySet<string>, name: string, isIn: boolean): ReadonlySet<string> => {
  const next = new Set(names);
  if (isIn) next.add(name);
  else next.delete(name);
  return next;
};

/** What the new set of an annotation starts with, each attribute with a tick to keep it. */
export function StartingSet({ detail, leftOut, onLeftOutChange }: StartingSetProps) {
  const { place, resource } = detail;
  const replaces = replacementOf(detail);
  if (place.type !== "annotation" || replaces === null) return null;
  const attributes = resource.securityAttributes;
  return (
    <section aria-label="The new set" className="flex flex-col gap-2">
      <h3 className="text-note text-muted font-medium">The new set</h3>
      <p>
        It replaces what stands in the <DeclaredObject object={place.object} /> as a whole; nothing of that is kept.
      </p>
      {replaces.start === "empty-set" ? (
        <StartsEmpty stored={place.stored} />
      ) : (
        <fieldset className="flex min-w-0 flex-col gap-1.5">
          <legend className="mb-1">It starts with what OCI stores. Clear what should not be declared.</legend>
          {attributes.map((attribute) => {
            const name = attributeName(attribute);
            return (
              <label key={name} className="flex min-w-0 items-center gap-2">
                <input
                  type="checkbox"
                  checked={!leftOut.has(name)}
                  onChange={({ target }) => onLeftOutChange(withName(leftOut, name, !target.checked))}
                  className="size-4 shrink-0"
                />
                <SecurityAttributeChip attribute={attribute} isLink={false} />
              </label>
            );
          })}
        </fieldset>
      )}
      {replaces.leftOutCount > 0 && (
        <p className="text-note">
          {replaces.leftOutCount === 1 ? "One stored entry is" : `${replaces.leftOutCount} stored entries are`} in a
          form that this console does not know and cannot be declared.
        </p>
      )}
    </section>
  );
}

function StartsEmpty({ stored }: { readonly stored: readonly SecurityAttribute[] }) {
  if (stored.length === 0) return <p>It starts empty, and OCI stores no attribute either.</p>;
  return (
    <div className="flex flex-col gap-1">
      <p>It starts empty. What OCI stores now and you do not add here is taken off the load balancer:</p>
      <AttributeSet attributes={stored} isLink={false} />
    </div>
  );
}
