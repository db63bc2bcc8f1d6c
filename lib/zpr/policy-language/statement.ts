/** A security attribute as a statement means it: without a namespace in the text, `oracle-zpr` is understood. */
export type NamedAttribute = { readonly namespace: string; readonly key: string; readonly value: string };

/** https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/zpr-policy-syntax.htm */
export const defaultNamespace = "oracle-zpr";

/** What stands on one side of a statement. */
export type Endpoint =
  | { readonly kind: "attribute"; readonly attribute: NamedAttribute }
  | { readonly kind: "all-endpoints" }
  /** The addresses of Oracle's services in the region: `'osn-services-ip-addresses'`. */
  | { readonly kind: "osn-services" }
  /** An IP address or CIDR block as it was written, such as `10.0.0.0/16`; `ipBlockFrom` reads it. */
  | { readonly kind: "address"; readonly text: string };

export type PortRange = { readonly from: number; readonly to: number };

/** `name` in lower case, as it was written: `tcp`, or `6`. */
export type ProtocolFilter = { readonly name: string; readonly ports: PortRange | null };

/** What a side is narrowed to. `null` leaves everything in. */
export type Filters = {
  readonly protocol: ProtocolFilter | null;
  readonly icmpType: number | null;
  readonly icmpCode: number | null;
  readonly isStateless: boolean;
};

/** Filters after the source are read; Oracle does not say what they mean there. */
export type StatementSide = { readonly endpoint: Endpoint; readonly filters: Filters };

/** What a statement says, without its wording: JSON-safe, and the same for all texts that say the same. */
export type Statement =
  | {
      readonly form: "same-vcn";
      readonly location: NamedAttribute;
      readonly source: StatementSide;
      readonly target: StatementSide;
    }
  | {
      readonly form: "two-vcn";
      readonly source: StatementSide & { readonly location: NamedAttribute };
      readonly target: StatementSide & { readonly location: NamedAttribute };
    };

export const noFilters: Filters = { protocol: null, icmpType: null, icmpCode: null, isStateless: false };
