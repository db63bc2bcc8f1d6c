"use client";

import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/shared/breadcrumb";
import { TextLink } from "@/components/shared/text-link";

export type Crumb = { readonly href: string; readonly label: ReactNode };

type PageHeaderProps = {
  /** The things above this page, outermost first; the title is added as the last, which is no link. */
  readonly crumbs?: readonly Crumb[];
  readonly title: ReactNode;
  /** Beside the title: states, counts. */
  readonly aside?: ReactNode;
  /** One line below: facts about the thing. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** Breadcrumb, the one h1 of the page (which takes the focus after a navigation), facts, actions. */
export function PageHeader({ crumbs = [], title, aside, children, actions }: PageHeaderProps) {
  return (
    <header className="pt-4 pb-4">
      {crumbs.length > 0 && (
        <Breadcrumb
          className="mb-0.5"
          steps={crumbs.map(({ href, label }) => ({
            key: href,
            link: (
              <TextLink look="plain" href={href}>
                {label}
              </TextLink>
            ),
          }))}
          here={title}
        />
      )}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="flex min-w-[min(100%,16rem)] flex-1 flex-wrap items-baseline gap-x-3 gap-y-1">
          <h1 tabIndex={-1} data-page-title className="text-title font-semibold tracking-[-0.01em] wrap-anywhere">
            {title}
          </h1>
          {aside}
        </div>
        {actions && (
          <div data-page-actions className="flex flex-wrap items-center gap-2">
            {actions}
          </div>
        )}
      </div>
      {children && <div className="text-muted mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">{children}</div>}
    </header>
  );
}
