import { headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/shell/console-shell";
import { QueryProvider } from "@/components/shell/query-provider";
import { CspNonce } from "@/components/ui/csp-nonce";
import { LiveRegionProvider } from "@/components/ui/live-region";
import { cspNonceHeader } from "@/lib/server/security-headers";

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get(cspNonceHeader) ?? undefined;
  return (
    <CspNonce nonce={nonce}>
      <QueryProvider>
        <NuqsAdapter>
          <LiveRegionProvider>
            <ConsoleShell>{children}</ConsoleShell>
          </LiveRegionProvider>
        </NuqsAdapter>
      </QueryProvider>
    </CspNonce>
  );
}
