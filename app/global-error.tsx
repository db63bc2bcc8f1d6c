"use client";

import "@/app/globals.css";

type GlobalErrorProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** Stands in for the whole page when even its frame failed; so it uses nothing of it. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Failed - ZPR console</title>
        <main className="page-gutter mx-auto max-w-[60rem] py-8">
          <h1 className="text-title font-semibold">The console failed</h1>
          <p className="mt-2">The fault is in the console, not in OCI. Nothing was changed.</p>
          {error.digest && <p className="text-muted mt-1 font-mono">{error.digest}</p>}
          <button
            type="button"
            onClick={reset}
            className="rounded-box border-edge bg-surface mt-4 h-8 border px-3 font-medium"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
