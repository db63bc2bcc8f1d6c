import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";
import { ocidTail } from "@/lib/format";

/** An OCID: its last six characters and a button that copies it whole; or in full with `isFull`. */
export function Ocid({ ocid, isFull = false }: { readonly ocid: string; readonly isFull?: boolean }) {
  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <span className="sr-only">OCID ending in </span>
      <span className="text-note min-w-[7ch] font-mono">
        {!isFull && <span aria-hidden="true">…</span>}
        <Literal text={isFull ? ocid : ocidTail(ocid)} />
      </span>
      <CopyButton text={ocid} what="OCID" />
    </span>
  );
}
