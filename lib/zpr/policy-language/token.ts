import type { Span } from "@/lib/zpr/policy-language/diagnostic";

/** The words of the language. They are read without regard to case and written as here. */
export const keywords = ["in", "VCN", "allow", "to", "connect", "endpoints", "with"] as const;

export const filterNames = ["protocol", "protocol.icmp.type", "protocol.icmp.code", "connection-state"] as const;
export type FilterName = (typeof filterNames)[number];

/** What an editor colours by. `word` and `symbol` are what the language has no use for. */
export type TokenKind =
  | "blank"
  | "keyword"
  /** An attribute without quotes. */
  | "attribute"
  /** An attribute, an address, a word or the value of a filter, in quotes. */
  | "quoted"
  /** `all-endpoints`, and `osn-services-ip-addresses` that lacks its quotes. */
  | "endpoint-word"
  /** An IPv4 address that lacks its quotes. */
  | "address"
  | "filter-name"
  | "equals"
  | "comma"
  /** `<text>` of a template. */
  | "placeholder"
  | "word"
  | "symbol";

/** What stands between quotes, and what is wrong with these. */
export type Quotation = {
  /** The text without its quotes, doubled ones counted once. */
  readonly value: string;
  /** `other`: closed by quotes that are not plain single ones. */
  readonly closing: "closed" | "missing" | "other";
  /** Where single quotes inside stand alone. */
  readonly undoubled: readonly number[];
};

export type Token = Span & {
  readonly kind: TokenKind;
  readonly text: string;
  /** The text in lower case. */
  readonly folded: string;
  /** Of a quoted token only. */
  readonly quotation: Quotation | null;
};
