import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { breadthFirst, rootCompartment } from "@/lib/inventory/compartments";
import type { CoverageEntry, CoverageScope, Inventory } from "@/lib/inventory/inventory";
import { makeLanes } from "@/lib/inventory/lanes";
import { makeLedger, type Ledger } from "@/lib/inventory/ledger";
import { readCatalog } from "@/lib/inventory/read-catalog";
import { clusterReads, otherReads, readCompartments } from "@/lib/inventory/read-compartments";
import { readFileStorage } from "@/lib/inventory/read-file-storage";
import { readNetwork } from "@/lib/inventory/read-network";
import type { ScopeObjects, ScopeResult } from "@/lib/inventory/scope-result";
import { snapshotFrom, type Derive } from "@/lib/inventory/snapshot";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { getTenancy, listCompartments, listRegionSubscriptions } from "@/lib/oci/tenancy";
import type { Compartment, RegionSubscription, Tenancy } from "@/lib/oke/tenancy";

type ReadProblem = CoverageEntry["problem"];

/** One reading of a tenancy, under way or done. */
export type Pass = {
  readonly startedAt: string;
  /** Ends with the pass; gives the reason when not even the tenancy could be read, and `null` otherwise. */
  readonly done: Promise<ReadProblem>;
  /** The inventory of what has been read so far; `null` while there is nothing to see yet. */
  readonly snapshot: (revision: number) => Inventory | null;
  readonly results: () => readonly ScopeResult[];
  /** Scopes that are known of, done or not. */
  readonly scopes: () => readonly CoverageScope[];
  /** Ends when the next scope is done. */
  readonly whenChanged: () => Promise<void>;
};

export type PassOptions = {
  readonly ociContext: OciContext;
  readonly derive: Derive;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What an earlier pass read; it is shown on where this one fails. */
  readonly previous: readonly ScopeResult[];
};

/**
 * The first calls to all services at once would keep this one thread busy for longer than a cluster list takes to come.
 * The others wait for the first answer, and never longer than this.
 */
const headStartMs = 150;

/** What the whole pass hangs on. Grows as the answers come. */
type Ground = {
  tenancy: Tenancy;
  homeRegion: string;
  regions: readonly RegionSubscription[];
  compartments: readonly Compartment[];
  finishedAt: string | null;
};

/** A region to read when the subscriptions cannot be listed: the one that the profile names. */
const profileRegion = (regionName: string): RegionSubscription => ({
  regionKey: regionName,
  regionName,
  status: "READY",
  isHomeRegion: false,
});

/** Starts to read a tenancy: every ready region and compartment that the principal may see. */
export function startPass({ ociContext, derive, now, previous }: PassOptions): Pass {
  const { tenancyId, region } = ociContext.principal;
  const startedAt = new Date(now()).toISOString();
  const ledger = makeLedger({ lanes: makeLanes(), now, previous });
  const tenancy: Tenancy = { id: tenancyId, name: null, homeRegionKey: null };
  const { chosenRegions } = ociContext.principal;
  const ground: Ground = { tenancy, homeRegion: region, regions: [], compartments: [], finishedAt: null };
  const done = readTenancy(ociContext, ledger, ground).then((problem) => {
    if (problem === null) ground.finishedAt = new Date(now()).toISOString();
    return problem;
  });
  return {
    startedAt,
    done,
    snapshot(revision) {
      const results = ledger.results();
      const hasSomething = ground.finishedAt !== null || results.some(({ entry }) => entry.compartmentId !== null);
      if (!hasSomething) return null;
      const counts = { scopesDone: results.length, scopesTotal: ledger.scopes().length };
      return snapshotFrom(results, { ...ground, ...counts, chosenRegions, revision, startedAt }, derive);
    },
    results: ledger.results,
    scopes: ledger.scopes,
    whenChanged: ledger.whenChanged,
  };
}

const readGround = (context: OciContext, ledger: Ledger, operation: string, run: () => Promise<ScopeObjects>) =>
  ledger.read("identity", { operation, region: context.principal.region, compartmentId: null, target: null }, run);

async function readTenancy(context: OciContext, ledger: Ledger, ground: Ground): Promise<ReadProblem> {
  const { region } = context.principal;
  const compartmentsRead = readGround(context, ledger, "listCompartments", async () => ({
    compartments: await listCompartments(context, { region, tenancy: ground.tenancy }),
  }));
  const [tenancyResult, regionsResult] = await Promise.all([
    readGround(context, ledger, "getTenancy", async () => ({ tenancy: await getTenancy(context, { region }) })),
    readGround(context, ledger, "listRegionSubscriptions", async () => ({
      regions: await listRegionSubscriptions(context, { region }),
    })),
  ]);
  const problem = problemOfAll([tenancyResult, regionsResult]);
  if (problem !== null) return problem;
  ground.tenancy = tenancyResult.objects.tenancy ?? ground.tenancy;
  ground.regions = regionsResult.objects.regions ?? [profileRegion(context.principal.region)];
  ground.homeRegion = ground.regions.find(({ isHomeRegion }) => isHomeRegion)?.regionName ?? ground.homeRegion;
  const root = rootCompartment(ground.tenancy);
  ground.compartments = [root];
  const regions = await regionsToRead(context, ledger, ground);
  const rootClusters = readCompartments(context, ledger, clusterReads, { regions, compartmentIds: [root.id] });
  const { objects } = await compartmentsRead;
  const others = breadthFirst((objects.compartments ?? []).filter(({ id }) => id !== root.id));
  ground.compartments = [root, ...others];
  const compartmentIds = ground.compartments.map(({ id }) => id);
  const clusters = readCompartments(context, ledger, clusterReads, {
    regions,
    compartmentIds: compartmentIds.slice(1),
  });
  await Promise.race([ledger.whenChanged(), sleep(headStartMs)]);
  await Promise.all([
    rootClusters,
    clusters,
    readCatalog(context, ledger, ground.homeRegion),
    readCompartments(context, ledger, otherReads, { regions, compartmentIds }),
    ...regions.flatMap((each) => [
      readNetwork(context, ledger, each, compartmentIds),
      readFileStorage(context, ledger, each, compartmentIds),
    ]),
  ]);
  return null;
}

/** The ready regions among those chosen. One that was chosen in vain is written down as not read. */
async function regionsToRead({ principal }: OciContext, ledger: Ledger, ground: Ground): Promise<readonly string[]> {
  const ready = ground.regions.filter(({ status }) => status === "READY").map(({ regionName }) => regionName);
  const { chosenRegions } = principal;
  if (chosenRegions === null) return ready;
  const inVain = chosenRegions.filter((region) => !ready.includes(region));
  await Promise.all(
    inVain.map((region) => {
      const operation = "listRegionSubscriptions";
      return ledger.read("identity", { operation, region, compartmentId: null, target: region }, () =>
        Promise.reject(notSubscribed(region, operation)),
      );
    }),
  );
  return ready.filter((region) => chosenRegions.includes(region));
}

const notSubscribed = (region: string, operation: string): OciRequestError =>
  new OciRequestError({
    code: "NotFound",
    message: `ZPR_REGIONS names ${region}, which is not among the regions that this tenancy is subscribed to and that are ready.`,
    operation,
    status: null,
    opcRequestId: null,
    isAmbiguous: false,
    isTransient: false,
  });

/**
 * Why nothing else need be tried: no scope was read, and not for want of permission on these few, which need not
 * extend to the rest.
 */
function problemOfAll(results: readonly ScopeResult[]): ReadProblem {
  const problems = results.map(({ entry }) => entry.problem);
  const isHopeless = problems.every((problem) => problem !== null && problem.code !== "NotAuthorizedOrNotFound");
  return isHopeless ? (problems[0] ?? null) : null;
}
