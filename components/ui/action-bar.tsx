import type { ReactNode } from "react";

/**
 * The deeds of a page, at the foot of the window whatever comes to stand above them: a button that moves under the pointer is
 * missed, or another is pressed. The last child of a column with `fills-page`.
 */
export const ActionBar = ({ children }: { readonly children: ReactNode }) => (
  <div
    data-action-bar
    className="border-line bg-canvas sticky bottom-0 z-10 mt-auto -mb-12 flex flex-wrap items-center gap-2 border-t py-3"
  >
    {children}
  </div>
);
