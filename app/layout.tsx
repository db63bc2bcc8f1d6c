import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { densityScript } from "@/components/shared/density-script";
import { themeScript } from "@/components/shell/theme-script";
import { cspNonceHeader, trustedTypesScript } from "@/lib/server/security-headers";
import "@/app/globals.css";

export const metadata: Metadata = {
  title: { default: "ZPR console", template: "%s - ZPR console" },
  description: "Zero Trust Packet Routing security attributes of OKE clusters",
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get(cspNonceHeader) ?? undefined;
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <head>
        {/* Browsers hide the nonce from scripts, so what React finds differs from what it wrote. */}
        <script nonce={nonce} suppressHydrationWarning>
          {trustedTypesScript}
        </script>
        <script nonce={nonce} suppressHydrationWarning>
          {themeScript + densityScript}
        </script>
      </head>
      <body>{children}</body>
    </html>
  );
}
