import "server-only";
import type { Change } from "@/lib/contract/changes";
import { OciRequestError } from "@/lib/oci/errors";

/** Takes what a call threw, gives what may be shown of it. Throws on what is no failure of a call: that is a bug. */
export function troubleFrom(thrown: unknown): NonNullable<Change["error"]> {
  if (!(thrown instanceof OciRequestError)) throw thrown;
  return { code: thrown.code, message: thrown.message, opcRequestId: thrown.opcRequestId };
}

/** Runs one read that may fail; a failed read says nothing about the resource and gives `null`. */
export async function tryRead<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    troubleFrom(error);
    return null;
  }
}
