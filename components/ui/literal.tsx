import { literalParts } from "@/components/ui/literal-parts";
import { cn } from "@/lib/cn";

/**
 * Text from outside (a name, a value, a message of a service), shown exactly: isolated from the direction of the
 * words around it, runs of blanks kept, and characters that cannot be seen drawn as their code points.
 */
export function Literal({ text, className }: { readonly text: string; readonly className?: string | undefined }) {
  return (
    <bdi className={cn("wrap-anywhere whitespace-pre-wrap", className)}>
      {literalParts(text).map((part, index) =>
        "text" in part ? (
          part.text
        ) : (
          <span
            key={index}
            className="border-warning-edge bg-warning-wash text-warning mx-px rounded-[2px] border px-0.5 font-mono text-[0.85em]"
          >
            {part.codePoint}
          </span>
        ),
      )}
    </bdi>
  );
}
