"use client";

import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";

/** The parts of an error that are shown: `ApiError` and the errors inside our JSON both have them. */
export type ShownError = { readonly code: string; readonly message: string; readonly opcRequestId: string | null };

type ErrorNoteProps = {
  /** What failed, as a sentence without a full stop: "The clusters could not be read". */
  readonly title: string;
  readonly error: ShownError;
  readonly onRetry?: (() => void) | undefined;
  readonly children?: ReactNode;
  readonly role?: "alert" | "status" | undefined;
};

/** What failed, why in Oracle's words, the request id to copy, and what to do. */
export function ErrorNote({ title, error, onRetry, children, role }: ErrorNoteProps) {
  return (
    <Banner
      tone="blocked"
      title={title}
      role={role}
      actions={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      <p>
        <Literal text={error.message} />
      </p>
      {children}
      <p className="text-note text-muted mt-1 flex flex-wrap items-center gap-x-3">
        <span className="font-mono">{error.code}</span>
        {error.opcRequestId !== null && (
          <span className="inline-flex items-center">
            opc-request-id <Literal text={error.opcRequestId} className="ml-1 font-mono" />
            <CopyButton text={error.opcRequestId} what="request id" />
          </span>
        )}
      </p>
    </Banner>
  );
}
