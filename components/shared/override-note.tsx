import { Literal } from "@/components/ui/literal";
import type { RecordedOverride } from "@/lib/contract/override";

/** That a change was made against guards: why, and what stood against it. */
export function OverrideNote({ override: { reason, against } }: { readonly override: RecordedOverride }) {
  return (
    <div>
      <p>
        <span className="text-muted">Made against guards, because: </span>
        <Literal text={reason} />
      </p>
      <ul className="text-muted list-disc pl-5">
        {against.map((text) => (
          <li key={text}>
            <Literal text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
