// @ts-check

/** Headers of every answer; lib/server/security-headers.ts has the same list and a test compares the two. */
const commonSecurityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Cross-Origin-Embedder-Policy", value: "require-corp" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
  },
];

const dataContentSecurityPolicy = {
  key: "Content-Security-Policy",
  value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
};
const noStore = { key: "Cache-Control", value: "no-store" };

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  /** The headers of pages, with their nonce, come from proxy.ts. */
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: commonSecurityHeaders },
      { source: "/(api|livez|readyz)/:path*", headers: [dataContentSecurityPolicy, noStore] },
      { source: "/_next/static/:path*", headers: [dataContentSecurityPolicy] },
    ]),
  serverExternalPackages: [
    "oci-common",
    "oci-containerengine",
    "oci-core",
    "oci-filestorage",
    "oci-identity",
    "oci-loadbalancer",
    "oci-networkloadbalancer",
    "oci-securityattribute",
    "oci-zpr",
  ],
};

export default nextConfig;
