import type { ReactNode } from "react";

type EmptyStateProps = {
  /** One sentence of what would be here. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The one next step. */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
};

/** Nothing to show, said in words, with the next step. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="rounded-box border-edge/60 bg-surface flex flex-col items-start gap-2 border border-dashed px-6 py-8">
      {icon && <span className="text-muted">{icon}</span>}
      <p className="text-prose font-medium">{title}</p>
      {children && <div className="text-muted max-w-[72ch]">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
