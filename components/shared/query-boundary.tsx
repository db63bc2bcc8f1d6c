"use client";

import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { ErrorNote, type ShownError } from "@/components/shared/error-note";
import { EmptyState } from "@/components/ui/empty-state";

type QueryLike<T> = {
  readonly data: T | undefined;
  readonly error: (ShownError & { readonly status: number }) | null;
  readonly isFetching: boolean;
  /** `data` is of the request before; that of this one is on its way. */
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
};

type QueryBoundaryProps<T> = {
  readonly query: QueryLike<T>;
  /** What is read, as the error says it: "The clusters". */
  readonly what: string;
  readonly loading: ReactNode;
  /** The tenancy is being read for the first time: "not read yet" (503) is then no error but loading. */
  readonly isFirstReading?: boolean;
  /** Gives what stands there when there is nothing, or `null` when there is something. */
  readonly empty?: (data: NoInfer<T>) => ReactNode;
  readonly children: (data: NoInfer<T>) => ReactNode;
};

/**
 * Decides what a view shows, always in this order: the error, loading, nothing, the data. When newer data could not be
 * had the old stays, below the error.
 */
export function QueryBoundary<T>({
  query,
  what,
  loading,
  isFirstReading = false,
  empty,
  children,
}: QueryBoundaryProps<T>) {
  const { data, error } = query;
  const retry = () => void query.refetch();
  if (error && data === undefined) {
    if (isFirstReading && error.status === 503) return loading;
    if (error.status === 404) return <NotVisible what={what} />;
    return <ErrorNote title={`${what} could not be read`} error={error} onRetry={retry} />;
  }
  if (data === undefined) return loading;
  return (
    <>
      {error && (
        <div className="mb-3">
          <ErrorNote
            title={`${what} could not be read again; this is what was read before`}
            error={error}
            onRetry={retry}
          />
        </div>
      )}
      <div className="contents" aria-busy={query.isPlaceholderData}>
        {empty?.(data) ?? children(data)}
      </div>
    </>
  );
}

/** OCI answers alike for what does not exist and for what one may not see; so do we. */
export function NotVisible({ what, children }: { readonly what: string; readonly children?: ReactNode }) {
  return (
    <EmptyState
      icon={<EyeOff aria-hidden="true" className="size-5" />}
      title={`${what}: not there, or not visible to you`}
    >
      {children ??
        "OCI gives one answer for both. If it should be there, ask for an IAM policy that lets you inspect it."}
    </EmptyState>
  );
}
