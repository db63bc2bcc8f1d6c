import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import type { ProtocolSet } from "@/lib/zpr/reach/protocol-set";

/** What a line of a guard file names as an end; `text` is as it was written. */
export type GuardEnd =
  /** Every resource that carries the attribute. */
  | { readonly kind: "attribute"; readonly text: string; readonly attribute: NamedAttribute }
  /** Every resource whose name fits; `*` stands for any characters, `?` for one. */
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "address"; readonly text: string }
  /** Every resource in the VCN of the resource at the other end. */
  | { readonly kind: "all-endpoints"; readonly text: string }
  | { readonly kind: "osn-services"; readonly text: string };

export type AdminSource = Extract<GuardEnd, { readonly kind: "attribute" | "address" }>;

export type GuardLine = {
  /** Its place in the file: `mustReach[0]`. */
  readonly id: string;
  readonly expects: "reach" | "no-reach";
  readonly from: GuardEnd;
  readonly to: GuardEnd;
  readonly protocol: { readonly text: string; readonly set: ProtocolSet };
};

/** What people declared that an edit must not break. */
export type GuardFile = {
  /** From where clusters are administered. */
  readonly adminSources: readonly AdminSource[];
  readonly lines: readonly GuardLine[];
};
