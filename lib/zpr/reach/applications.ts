import { isRangeWithin } from "@/lib/zpr/reach/address-range";
import { carries } from "@/lib/zpr/reach/carried-set";
import { both, type Certainty, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import { sideCertainties, type SideReason, sideReason } from "@/lib/zpr/reach/match-side";
import type { FlowEnd, OuterEnd, PlacedVcn } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement, StatementMeaning } from "@/lib/zpr/reach/reach-statement";

/** How the VCN of a statement stands to those of a flow. */
export const locationCertainties = {
  "vcn-carries": yes,
  "vcn-does-not-carry": no,
  /** A statement that gives each side its VCN means no end that is in none. */
  "no-vcn": no,
  "regions-differ": no,
  "vcn-unread": perhaps,
  "vcn-attribute-doubtful": perhaps,
  /** Each side has its VCN, and both are the same one: not documented. */
  "one-vcn-for-both": perhaps,
} as const satisfies Readonly<Record<string, Certainty>>;

export type LocationReason = keyof typeof locationCertainties;

/** A statement held against a flow in the VCN of one of its ends. */
export type Application = {
  /** For which end the statement speaks; across VCNs by address, each end needs a statement in its own. */
  readonly serves: "both" | "source" | "destination";
  readonly location: LocationReason;
  readonly source: SideReason;
  readonly destination: SideReason;
};

function reasonAt({ carried, region }: PlacedVcn, key: string): LocationReason {
  const certainty = carries(carried, key);
  if (certainty === yes) return "vcn-carries";
  if (certainty === no) return "vcn-does-not-carry";
  return region !== null && carried.doubtful.has(key) ? "vcn-attribute-doubtful" : "vcn-unread";
}

/** Whether a VCN is one of those that a location means. */
export const isLocatedAt = (vcn: PlacedVcn, key: string): Certainty => locationCertainties[reasonAt(vcn, key)];

/** Between two VCNs that carry what a two-VCN statement names. */
export function reasonBetween(from: PlacedVcn, to: PlacedVcn): LocationReason {
  if (from === to) return "one-vcn-for-both";
  if (from.region === null || to.region === null) return "vcn-unread";
  return from.region === to.region ? "vcn-carries" : "regions-differ";
}

const leastSure = (reasons: readonly LocationReason[]): LocationReason =>
  reasons.reduce((a, b) => (locationCertainties[b] < locationCertainties[a] ? b : a));

/** Whether an end that is no endpoint of the world is in a VCN nevertheless: its address is one of the VCN's. */
export const isOuterInside = (end: OuterEnd, { ranges }: PlacedVcn): boolean =>
  end.kind === "address" && (ranges?.some((range) => isRangeWithin(end.range, range)) ?? false);

const isInside = (end: FlowEnd, vcn: PlacedVcn): boolean =>
  end.kind === "class" ? end.vcn === vcn : isOuterInside(end, vcn);

/** All ways in which a statement can speak about a flow: one, or for same-VCN statements across VCNs one for each end. */
export function applicationsOf(meaning: StatementMeaning, source: FlowEnd, target: FlowEnd): readonly Application[] {
  const from = source.kind === "class" ? source.vcn : null;
  const to = target.kind === "class" ? target.vcn : null;
  if (meaning.form === "two-vcn") {
    const location =
      from === null || to === null
        ? "no-vcn"
        : leastSure([
            reasonAt(from, meaning.sourceLocation),
            reasonAt(to, meaning.targetLocation),
            reasonBetween(from, to),
          ]);
    const sides = {
      source: sideReason(meaning.source, source, true),
      destination: sideReason(meaning.target, target, true),
    };
    return [{ serves: "both", location, ...sides }];
  }
  const appliedIn = (vcn: PlacedVcn, serves: Application["serves"]): Application => ({
    serves,
    location: reasonAt(vcn, meaning.sourceLocation),
    source: sideReason(meaning.source, source, isInside(source, vcn)),
    destination: sideReason(meaning.target, target, isInside(target, vcn)),
  });
  if (from !== null && to !== null && from !== to) return [appliedIn(from, "source"), appliedIn(to, "destination")];
  const vcn = from ?? to;
  return vcn === null ? [] : [appliedIn(vcn, "both")];
}

/** A statement that may allow a flow as far as ends and location go, whatever the protocol. */
export type Support = {
  readonly statement: ReachStatement;
  readonly serves: Application["serves"];
  readonly certainty: Certainty;
};

/** How sure a statement applies, its filters apart. */
export function applicationCertainty(
  { certainty }: Pick<ReachStatement, "certainty">,
  application: Application,
): Certainty {
  const sides = both(sideCertainties[application.source], sideCertainties[application.destination]);
  return both(certainty, both(locationCertainties[application.location], sides));
}

/** What of a statement supports a flow; empty when nothing does. An unreadable one has no meaning and supports none. */
export function supportsBy(statement: ReachStatement, source: FlowEnd, target: FlowEnd): readonly Support[] {
  if (statement.meaning === null) return [];
  return applicationsOf(statement.meaning, source, target).flatMap((application) => {
    const certainty = applicationCertainty(statement, application);
    return certainty === no ? [] : [{ statement, serves: application.serves, certainty }];
  });
}
