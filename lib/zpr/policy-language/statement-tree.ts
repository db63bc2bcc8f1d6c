import type { Diagnostic, Span } from "@/lib/zpr/policy-language/diagnostic";
import type { Endpoint, NamedAttribute, Statement } from "@/lib/zpr/policy-language/statement";
import type { FilterName, Token } from "@/lib/zpr/policy-language/token";

/** An attribute where it stands. Spans of its parts are inside the quotes, if there are any. */
export type AttributeNode = Span & {
  readonly attribute: NamedAttribute;
  readonly isQuoted: boolean;
  /** `null` when it is not written, and `oracle-zpr` is understood. */
  readonly namespace: Span | null;
  readonly key: Span;
  readonly value: Span;
};

/** `in <attribute> VCN`; the attribute is `null` when there is none that can be read. */
export type LocationNode = Span & { readonly attribute: AttributeNode | null };

export type EndpointNode = Span & {
  /** `null` when what stands there is no endpoint. */
  readonly endpoint: Endpoint | null;
  readonly attribute: AttributeNode | null;
  readonly isQuoted: boolean;
};

export type FilterNode = Span & {
  /** `null` when it is none of the language's. */
  readonly name: FilterName | null;
  /** Inside its quotes. */
  readonly value: (Span & { readonly text: string }) | null;
};

export type SideNode = Span & {
  readonly endpoint: EndpointNode | null;
  readonly filters: readonly FilterNode[];
  readonly location: LocationNode | null;
};

/** The parts of a statement where they stand, as far as they could be found. */
export type StatementTree = {
  readonly location: LocationNode | null;
  readonly source: SideNode;
  readonly target: SideNode;
};

/** All that parsing one statement gives. */
export type ParsedStatement = {
  readonly text: string;
  /** Put together, they are the text. */
  readonly tokens: readonly Token[];
  readonly tree: StatementTree;
  /** In order of where they begin. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether no diagnostic is an error. */
  readonly isValid: boolean;
  /** What it says: always when it is valid, and when its mistakes leave no doubt about that (missing quotes). */
  readonly statement: Statement | null;
};
