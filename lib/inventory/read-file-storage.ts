import "server-only";
import { inRegion } from "@/lib/inventory/in-region";
import type { Ledger } from "@/lib/inventory/ledger";
import type { ScopeObjects, ScopeResult } from "@/lib/inventory/scope-result";
import type { OciContext } from "@/lib/oci/clients";
import { listFileSystems, listMountTargets } from "@/lib/oci/mount-targets";
import { listAvailabilityDomains } from "@/lib/oci/tenancy";

const service = "filestorage";

/**
 * Reads the mount targets of a region's compartments, and the file systems beside them: File Storage lists by
 * availability domain. File systems only tell which mount targets the CSI volume plugin made, and a mount target serves
 * its own domain only, so a domain without mount targets is not asked for them.
 */
export async function readFileStorage(
  context: OciContext,
  ledger: Ledger,
  region: string,
  compartmentIds: readonly string[],
): Promise<void> {
  const { objects } = await ledger.read(
    "identity",
    { operation: "listAvailabilityDomains", region, compartmentId: null, target: null },
    async () => ({ availabilityDomains: await listAvailabilityDomains(context, { region }) }),
  );
  const domains = (objects.availabilityDomains ?? []).map(({ name }) => name);
  await Promise.all(domains.map((domain) => readDomain(context, ledger, { region, domain, compartmentIds })));
}

type Domain = { readonly region: string; readonly domain: string; readonly compartmentIds: readonly string[] };

async function readDomain(
  context: OciContext,
  ledger: Ledger,
  { region, domain, compartmentIds }: Domain,
): Promise<void> {
  const listEverywhere = (
    operation: string,
    list: (compartmentId: string) => Promise<ScopeObjects>,
  ): Promise<readonly ScopeResult[]> =>
    Promise.all(
      compartmentIds.map((compartmentId) =>
        ledger.read(service, { operation, region, compartmentId, target: domain }, () => list(compartmentId)),
      ),
    );
  const place = { region, availabilityDomain: domain };
  const listed = await listEverywhere("listMountTargets", async (compartmentId) => ({
    mountTargets: inRegion(region, await listMountTargets(context, { ...place, compartmentId })),
  }));
  if (!listed.some(({ objects }) => objects.mountTargets && objects.mountTargets.length > 0)) return;
  await listEverywhere("listFileSystems", async (compartmentId) => ({
    fileSystems: inRegion(region, await listFileSystems(context, { ...place, compartmentId })),
  }));
}
