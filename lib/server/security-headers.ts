import "server-only";

/**
 * Headers of every answer. `next.config.js` repeats these lists, because Next reads it before TypeScript is
 * there; a test holds the two together.
 */
export const commonSecurityHeaders: readonly (readonly [name: string, value: string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Cross-Origin-Embedder-Policy", "require-corp"],
  [
    "Permissions-Policy",
    "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
  ],
];

/** The policy of everything that is not a page: should it ever be shown as a document, it can do nothing. */
export const dataContentSecurityPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** Headers of every answer of `/api`, `/livez` and `/readyz`. */
export const dataSecurityHeaders: readonly (readonly [name: string, value: string])[] = [
  ...commonSecurityHeaders,
  ["Content-Security-Policy", dataContentSecurityPolicy],
  ["Cache-Control", "no-store"],
];

/** The request header in which `proxy.ts` hands the nonce of this request to the layout. */
export const cspNonceHeader = "x-nonce";

/**
 * The policy of a page. Scripts run by nonce only; Trusted Types leave one way to make a script address, the
 * `default` policy of `trustedTypesScript`.
 */
export function pageContentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(isDevelopment ? [] : ["require-trusted-types-for 'script'", "trusted-types default"]),
  ].join("; ");
}

/**
 * The one inline script: Next's loader sets a script's address as text when it loads a part of a page lazily, which
 * Trusted Types refuse. This lets through addresses of this origin's own build, and nothing else.
 */
export const trustedTypesScript = `if(window.trustedTypes)trustedTypes.createPolicy("default",{createScriptURL:function(t){var u=new URL(t,location.href);if(u.origin===location.origin&&u.pathname.indexOf("/_next/static/")===0)return t;throw new TypeError("This script address is not allowed.")}});`;
