import type { Collections } from "@/lib/inventory/scope-result";
import type { Accepted } from "@/lib/oci/answers";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import type { ChangeTarget } from "@/lib/oke/change-as-code";
import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** Where a resource is. */
export type ResourceAddress = { readonly region: string; readonly ocid: string };

/** One fresh read of the OCI object that carries a surface. */
export type FreshRead = {
  readonly etag: string;
  readonly lifecycleState: string;
  /** One set; for secondary VNICs the set of each, none for a pool that has none. */
  readonly sets: readonly (readonly SecurityAttribute[])[];
  /** Takes lists of an inventory, gives them with this object in the place of the one that was read before. */
  readonly placeIn: (collections: Collections) => Collections;
  /** Nodes of the pool that run now; `null` for what is no pool, and where they could not be read. */
  readonly runningNodeCount: number | null;
  /** What `lib/oke/change-as-code.ts` writes a change of it as; `null` for a kind that is only read. */
  readonly changeTarget: ChangeTarget | null;
  /**
   * Writes the whole set, guarded by the etag of this read; sends once. `null` for a kind that is only read. Throws
   * `OciRequestError`.
   */
  readonly write: ((securityAttributes: readonly SecurityAttribute[]) => Promise<Accepted>) | null;
};

/** All that is particular to a kind of resource. A seventh kind is one such file and one line in `resource-kinds.ts`. */
export type ResourceKindAdapter = {
  readonly kind: ResourceKind;
  /** Throws `OciRequestError`. */
  readonly read: (ociContext: OciContext, address: ResourceAddress) => Promise<FreshRead>;
  /** Whose work requests carry out its writes; `null` when a write is done once it is answered, or never. */
  readonly workRequestService: WorkRequest["service"] | null;
};

/** The etag of a read, without which nothing may be written. Throws `UnexpectedResponse`. */
export function etagOf(read: { readonly etag: string | null }, operation: string): string {
  if (read.etag !== null) return read.etag;
  throw new OciRequestError({
    code: "UnexpectedResponse",
    message: `The answer to ${operation} has no etag, so that nothing can be written safely.`,
    operation,
  });
}

/** `items` with `fresh` in the place of the one with the same OCID, or at the end. */
export const withFresh = <T extends { readonly id: string }>(items: readonly T[], fresh: T): readonly T[] =>
  items.some(({ id }) => id === fresh.id)
    ? items.map((item) => (item.id === fresh.id ? fresh : item))
    : [...items, fresh];
