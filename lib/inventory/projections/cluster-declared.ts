import type { ClusterDeclared, DeclaredGap } from "@/lib/contract/declared";
import type { ClusterDeclaration } from "@/lib/inventory/declaration";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { ownerUidsOf, resourceStandings, type ResourceStanding } from "@/lib/inventory/resource-standings";
import { unstoredDeclarations } from "@/lib/oke/unstored-declaration";

/** One gap for everything that failed for one reason: a person whom RBAC lets see nothing is told so once. */
function gapsFrom(coverage: readonly CoverageEntry[]): readonly DeclaredGap[] {
  const gaps = new Map<string, DeclaredGap>();
  for (const { outcome, problem, operation } of coverage) {
    if (outcome === "read" || problem === null) continue;
    const { code, message, opcRequestId } = problem;
    const known = gaps.get(code);
    const operations = new Set([...(known?.operations ?? []), operation]);
    const messages = new Set([...(known?.messages ?? []), message]);
    gaps.set(code, { outcome, code, operations: [...operations], messages: [...messages], opcRequestId });
  }
  return [...gaps.values()];
}

/** Nothing is said of it while load balancers are still being read. */
function unstoredOf(
  { catalog, finishedAt }: Inventory,
  declaration: ClusterDeclaration | null,
  standings: readonly ResourceStanding[],
): ClusterDeclared["unstored"] {
  if (declaration === null || finishedAt === null) return [];
  const { lists, events } = declaration;
  return unstoredDeclarations(lists, { ownerUids: ownerUidsOf(standings), events, catalog });
}

/** Answers `GET /api/clusters/{id}/declared`. */
export function clusterDeclared(
  inventory: Inventory,
  cluster: Inventory["clusters"][number],
  { declaration, isReading }: { readonly declaration: ClusterDeclaration | null; readonly isReading: boolean },
): ClusterDeclared {
  const standings = declaration === null ? [] : resourceStandings(inventory, cluster, declaration);
  return {
    clusterId: cluster.id,
    isReading,
    readAt: declaration?.finishedAt ?? null,
    standings: standings.map(({ resource, standing }) => ({ resourceId: resource.id, standing })),
    unstored: unstoredOf(inventory, declaration, standings),
    gaps: gapsFrom(declaration?.coverage ?? []),
  };
}
