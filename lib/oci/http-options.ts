import "server-only";
import { defaultRetryOptions, type RetryOptions } from "@/lib/oci/retry";

export type OciHttpOptions = RetryOptions & {
  readonly connectTimeoutMs: number;
  readonly headersTimeoutMs: number;
  /** For one attempt, from its start to the last byte of the body. */
  readonly totalTimeoutMs: number;
  /** After decompression. */
  readonly maxBodyBytes: number;
  /** Attempts in flight per service, region and credential; more wait in line. */
  readonly concurrency: number;
};

export const defaultHttpOptions: OciHttpOptions = {
  ...defaultRetryOptions,
  connectTimeoutMs: 3_000,
  headersTimeoutMs: 10_000,
  totalTimeoutMs: 20_000,
  maxBodyBytes: 20 * 1024 * 1024,
  concurrency: 8,
};
