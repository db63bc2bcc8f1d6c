import type { ReactNode } from "react";

type BreadcrumbProps = {
  /** The links to what stands above, outermost first. */
  readonly steps: readonly { readonly key: string; readonly link: ReactNode }[];
  /** What is shown, which is no link. */
  readonly here: ReactNode;
  readonly className?: string;
};

/** The way to what is shown. */
export function Breadcrumb({ steps, here, className }: BreadcrumbProps) {
  return (
    <nav aria-label="Breadcrumb" className={className}>
      <ol className="text-muted flex flex-wrap items-center gap-x-1.5">
        {steps.map(({ key, link }) => (
          <li key={key} className="flex items-center gap-x-1.5">
            {link}
            <span aria-hidden="true" className="text-edge">
              /
            </span>
          </li>
        ))}
        <li aria-current="page" className="text-ink">
          {here}
        </li>
      </ol>
    </nav>
  );
}
