import { Literal } from "@/components/ui/literal";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";

/** The values that a definition allows, all of them, or that it takes any text, or that they are not known. */
export function AllowedValues({ values }: { readonly values: SecurityAttributeListItem["allowedValues"] }) {
  if (values === null) return <span className="text-muted">Any text</span>;
  if (values === "unread") return <span className="text-muted">Not known</span>;
  if (values.length === 0) return <span className="text-muted">None</span>;
  return (
    <ul className="flex flex-wrap gap-x-2 gap-y-0.5">
      {values.map((value, index) => (
        <li key={value} className="text-note font-mono">
          <Literal text={value} />
          {index < values.length - 1 && <span className="text-muted">,</span>}
        </li>
      ))}
    </ul>
  );
}
