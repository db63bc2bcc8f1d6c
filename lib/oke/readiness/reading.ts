/**
 * Something that is not part of the pass over a tenancy and is read when a page asks for it: what came, why nothing
 * came, or that nobody has asked yet.
 */
export type Reading<T> =
  | { readonly state: "read"; readonly value: T; readonly readAt: string }
  | {
      /** `refused` when OCI says "not there, or not for you"; `failed` for everything else. */
      readonly state: "refused" | "failed";
      readonly message: string;
      /** OCI's code and request id; `null` where it was not OCI that answered. */
      readonly code: string | null;
      readonly opcRequestId: string | null;
      readonly readAt: string;
    }
  | { readonly state: "not-asked" };

export const notAsked: Reading<never> = { state: "not-asked" };
