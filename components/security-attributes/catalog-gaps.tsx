import { EyeOff } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Literal } from "@/components/ui/literal";
import type { SecurityAttributesResponse } from "@/lib/contract/security-attributes";
import { formatCounted } from "@/lib/format";

/** Oracle's newer pages and its landing zones write the resource type in the singular. */
const statement = "Allow group GROUP to read security-attribute-namespace in tenancy";

type CatalogGapsProps = {
  readonly catalog: Pick<SecurityAttributesResponse, "isCatalogComplete" | "catalogGaps" | "namespaceCount">;
};

/** What of the namespaces and their attributes could not be read, what follows from it, and what to ask for. */
export function CatalogGaps({ catalog: { isCatalogComplete, catalogGaps, namespaceCount } }: CatalogGapsProps) {
  if (isCatalogComplete) return null;
  const title =
    namespaceCount === 0
      ? "You cannot list security attribute namespaces in this tenancy"
      : "Not every namespace or security attribute could be listed";
  const words = (
    <>
      <p>
        Which attributes exist is not known{namespaceCount > 0 && " in full"}, so what is not found is called unknown,
        never deleted. Ask an administrator for this IAM statement:
      </p>
      <Statement />
      {catalogGaps.length > 0 && (
        <details className="mt-1.5">
          <summary className="text-link w-fit rounded-[2px]">{formatCounted(catalogGaps.length, "reason")}</summary>
          <ul className="mt-1 flex flex-col gap-1">
            {catalogGaps.map((gap) => (
              <li key={gap}>
                <Literal text={gap} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
  if (namespaceCount > 0) {
    return (
      <Banner tone="unknown" title={title}>
        {words}
      </Banner>
    );
  }
  return (
    <EmptyState icon={<EyeOff aria-hidden="true" className="size-5" />} title={title}>
      {words}
    </EmptyState>
  );
}

const Statement = () => (
  <p className="mt-1.5 flex items-center gap-1">
    <code className="text-note rounded-chip border-line bg-surface text-ink border px-1.5 py-0.5 font-mono wrap-anywhere">
      {statement}
    </code>
    <CopyButton text={statement} what="IAM statement" />
  </p>
);
