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
      readonly readAt: string;
    }
  | { readonly state: "not-asked" };

export const notAsked: Reading<never> = { state: "not-asked" };
