import { useId, type ReactNode } from "react";

type SectionProps = {
  readonly title: ReactNode;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under a heading of its own. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} className="text-section font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
