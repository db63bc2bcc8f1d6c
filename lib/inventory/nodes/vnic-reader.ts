import "server-only";
import type { Ledger } from "@/lib/inventory/ledger";
import type { ScopeObjects, ScopeResult } from "@/lib/inventory/scope-result";
import type { OciContext } from "@/lib/oci/clients";
import { listInstances, listVnicAttachments } from "@/lib/oci/compute";
import { getVnic } from "@/lib/oci/network";
import type { AttachedVnic } from "@/lib/oke/node-vnics";

type Place = { readonly region: string; readonly compartmentId: string };

/** The VNICs of some instances, with the lines of the ledger that their reads left. */
type VnicsOfInstances = {
  /** `null` when the attachments of the compartment could not be read. */
  readonly vnicsOf: (instanceId: string) => readonly AttachedVnic[] | null;
  readonly results: readonly ScopeResult[];
};

/** Reads instances and their VNICs; the lists of a compartment once, whoever asks. */
export type VnicReader = {
  readonly instancesIn: (place: Place) => Promise<ScopeResult>;
  readonly attachmentsIn: (place: Place) => Promise<ScopeResult>;
  /** One `getVnic` for each VNIC: there is no list of them. */
  readonly readOf: (place: Place, instanceIds: readonly string[]) => Promise<VnicsOfInstances>;
};

/** Runs `read` once for each place. */
function oncePerPlace<T>(read: (place: Place) => Promise<T>): (place: Place) => Promise<T> {
  const started = new Map<string, Promise<T>>();
  return (place) => {
    const key = JSON.stringify([place.region, place.compartmentId]);
    const known = started.get(key) ?? read(place);
    started.set(key, known);
    return known;
  };
}

/** Makes the reader of one reading. */
export function makeVnicReader(ociContext: OciContext, ledger: Ledger): VnicReader {
  const list = (operation: string, run: (place: Place) => Promise<ScopeObjects>) =>
    oncePerPlace((place) => ledger.read("compute", { operation, ...place, target: null }, () => run(place)));
  const instancesIn = list("listInstances", async (place) => ({ instances: await listInstances(ociContext, place) }));
  const attachmentsIn = list("listVnicAttachments", async (place) => ({
    vnicAttachments: await listVnicAttachments(ociContext, place),
  }));

  const readVnic = ({ region, compartmentId }: Place, vnicId: string) =>
    ledger.read("virtualnetwork", { operation: "getVnic", region, compartmentId, target: vnicId }, async () => ({
      vnic: await getVnic(ociContext, { region, vnicId }),
    }));

  return {
    instancesIn,
    attachmentsIn,
    async readOf(place, instanceIds) {
      const { vnicAttachments } = (await attachmentsIn(place)).objects;
      if (vnicAttachments === undefined) return { vnicsOf: () => null, results: [] };
      const wanted = new Set(instanceIds);
      const reads = vnicAttachments
        .filter(({ instanceId, lifecycleState }) => wanted.has(instanceId) && lifecycleState === "ATTACHED")
        .flatMap(({ instanceId, subnetId, vnicId }) => (vnicId === null ? [] : [{ instanceId, subnetId, vnicId }]))
        .map(async (attached) => ({ ...attached, result: await readVnic(place, attached.vnicId) }));
      const done = await Promise.all(reads);
      const byInstance = new Map<string, AttachedVnic[]>(instanceIds.map((id) => [id, []]));
      for (const { instanceId, vnicId, subnetId, result } of done) {
        byInstance.get(instanceId)?.push({ vnicId, subnetId, vnic: result.objects.vnic ?? null });
      }
      return { vnicsOf: (instanceId) => byInstance.get(instanceId) ?? [], results: done.map(({ result }) => result) };
    },
  };
}
