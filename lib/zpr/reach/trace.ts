import type { Application, LocationReason } from "@/lib/zpr/reach/applications";
import type { SideReason } from "@/lib/zpr/reach/match-side";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement, StatementDoubt } from "@/lib/zpr/reach/reach-statement";
import type { ReachEndpoint } from "@/lib/zpr/reach/reach-world";
import type { StatementPart, TraceVerdict } from "@/lib/zpr/reach/trace-words";

/** What a question names as an end. */
export type TraceEnd =
  | { readonly kind: "endpoint"; readonly id: string }
  | { readonly kind: "address"; readonly text: string }
  /** All endpoints of the VCN at the other end. */
  | { readonly kind: "all-endpoints" }
  | { readonly kind: "osn-services" };

export type ProtocolReason = "protocol-covered" | "protocol-not-covered" | "protocol-partly-covered";

/** A statement held against the question, part by part. */
export type TracedStatement = {
  readonly statement: ReachStatement;
  readonly application: Application;
  readonly protocol: ProtocolReason;
  /** The parts that surely do not fit; empty for one that allows the flow, or may. */
  readonly failed: readonly StatementPart[];
};

/** Why it is not known what ZPR does. */
export type UnknownCause =
  | SideReason
  | LocationReason
  | StatementDoubt
  | "protocol-partly-covered"
  /** The resource is not among what was read. */
  | "endpoint-unread"
  /** It is not known in which VCN the resource is. */
  | "endpoint-vcn-unknown"
  /** Neither end is a resource, so there is no VCN to look at. */
  | "no-endpoint"
  | "policies-unread"
  | "statement-unreadable"
  /** An end may carry an attribute, or some of what it stands for do, and none may. */
  | "perhaps-governed";

export type Cause = {
  readonly code: UnknownCause;
  /** The statement that it is about; `null` when it is about no single one. */
  readonly statement: ReachStatement | null;
};

/** What the answer takes for granted though Oracle does not say it, or leaves out. */
export type TraceNote =
  /** Several attributes on one resource: any of them makes a statement fit. */
  | "any-attribute-matches"
  /** A statement's address is taken to mean resources that carry attributes too. */
  | "address-means-resource"
  /** A VCN is in "ZPR only" mode, which is not documented. */
  | "vcn-zpr-only"
  /** The list of resources is not whole: the address may be of one that was not read. */
  | "endpoints-incomplete"
  /** The address that was asked about is that of a resource, which is taken in its place. */
  | "address-of-endpoint";

/** Each is reason enough by itself; stable, for people's own programs. */
export type TraceReason =
  | "statement-allows"
  | "statements-allow-together"
  | "statement-allows-a-part"
  | "no-attribute-on-either-side"
  | "no-statement-for-source"
  | "no-statement-for-destination"
  | "no-statement"
  | UnknownCause;

export type Trace = {
  readonly verdict: TraceVerdict;
  readonly reason: TraceReason;
  /** The resources at the ends, where these are resources. */
  readonly source: ReachEndpoint | null;
  readonly destination: ReachEndpoint | null;
  /** Every statement that allows the flow, or its own end of it; or, where none allows all of it, a part. */
  readonly allowing: readonly TracedStatement[];
  /** Those of which it is not known. */
  readonly perhaps: readonly TracedStatement[];
  /** The nearest of those that do not. */
  readonly nearMisses: readonly TracedStatement[];
  readonly causes: readonly Cause[];
  readonly notes: readonly TraceNote[];
};

export type ResolvedEnd = { readonly end: FlowEnd; readonly endpoint: ReachEndpoint | null };
