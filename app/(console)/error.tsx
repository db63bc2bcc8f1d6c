"use client";

import { ErrorNote } from "@/components/shared/error-note";
import { PageHeader } from "@/components/shared/page-header";

type ErrorPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <>
      <title>Failed - ZPR console</title>
      <PageHeader title="This page failed" />
      <ErrorNote
        role="alert"
        title="The page could not be shown"
        error={{
          code: error.digest ?? "PageError",
          message: "The fault is in the console, not in OCI. Nothing was changed.",
          opcRequestId: null,
        }}
        onRetry={reset}
      />
    </>
  );
}
