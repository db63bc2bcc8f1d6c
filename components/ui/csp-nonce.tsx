"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";

/** Gives the page's nonce to the widgets, which may have to add a style element of their own. */
export function CspNonce({ nonce, children }: { readonly nonce: string | undefined; readonly children: ReactNode }) {
  return <CSPProvider {...(nonce !== undefined && { nonce })}>{children}</CSPProvider>;
}
