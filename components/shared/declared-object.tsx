import { manifestObjectName, placeOfValue } from "@/components/shared/declared-words";
import { Literal } from "@/components/ui/literal";
import type { ManifestObject } from "@/lib/oke/declared-setting";

/** Where a value is declared: the kind, and the object by namespace and name. */
export function DeclaredObject({ object }: { readonly object: ManifestObject }) {
  return (
    <span>
      {placeOfValue(object)} <Literal text={manifestObjectName(object)} className="font-mono" />
    </span>
  );
}
