import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { statusNow } from "@/app/api/status-now";
import { EditDialogs } from "@/components/changes/edit-dialogs";
import { ConsoleShell } from "@/components/shell/console-shell";
import { EditProvider } from "@/components/shell/edit-provider";
import { QueryProvider } from "@/components/shell/query-provider";
import { ScopeProvider } from "@/components/shell/scope-provider";
import { CspNonce } from "@/components/ui/csp-nonce";
import { LiveRegionProvider } from "@/components/ui/live-region";
import { inventoryQuery } from "@/lib/queries/inventory";
import { getQueryClient } from "@/lib/queries/query-client";
import { cspNonceHeader } from "@/lib/server/security-headers";
import { currentSession } from "@/lib/server/session";

/** The frame comes with its facts in it, and a first reading of the tenancy starts with the first page. */
function prefetchedInventory() {
  const queryClient = getQueryClient();
  try {
    const { ociContext } = currentSession();
    queryClient.setQueryData(inventoryQuery().queryKey, statusNow(ociContext));
  } catch {
    // The browser asks again and shows what is the matter.
  }
  return dehydrate(queryClient);
}

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get(cspNonceHeader) ?? undefined;
  return (
    <CspNonce nonce={nonce}>
      <QueryProvider>
        <HydrationBoundary state={prefetchedInventory()}>
          <NuqsAdapter>
            <LiveRegionProvider>
              <ScopeProvider>
                <EditProvider>
                  <ConsoleShell>{children}</ConsoleShell>
                </EditProvider>
                <EditDialogs />
              </ScopeProvider>
            </LiveRegionProvider>
          </NuqsAdapter>
        </HydrationBoundary>
      </QueryProvider>
    </CspNonce>
  );
}
