import type { RegionSeed, TenancySeed } from "@/emulator/seed";
import { ocidOf } from "@/emulator/seeds/builders/ocid";
import { type Recordings, recordingsFrom, type WireRecord } from "@/emulator/seeds/recorded/recordings";
import { regionKeyOf, regionNameFrom } from "@/emulator/seeds/recorded/region-keys";
import type { Json } from "@/lib/json";

type ResourceList = Exclude<
  keyof RegionSeed,
  "regionName" | "regionKey" | "isHomeRegion" | "availabilityDomains" | "addons" | "kubernetes"
>;

const listOfType: ReadonlyMap<string, ResourceList> = new Map([
  ["cluster", "clusters"],
  ["nodepool", "nodePools"],
  ["virtualnodepool", "virtualNodePools"],
  ["vcn", "vcns"],
  ["subnet", "subnets"],
  ["localpeeringgateway", "localPeeringGateways"],
  ["drgattachment", "drgAttachments"],
  ["instance", "instances"],
  ["vnicattachment", "vnicAttachments"],
  ["vnic", "vnics"],
  ["privateip", "privateIps"],
  ["loadbalancer", "loadBalancers"],
  ["networkloadbalancer", "networkLoadBalancers"],
  ["mounttarget", "mountTargets"],
  ["filesystem", "fileSystems"],
]);

const typeOf = (ocid: string): string => ocid.split(".")[1] ?? "";
const regionOf = (ocid: string): string => regionNameFrom(ocid.split(".")[3] ?? "");
const textIn = (record: WireRecord | undefined, name: string): string | null => {
  const value = record?.[name];
  return typeof value === "string" ? value : null;
};

/**
 * The one place where a recording is believed to be what its OCID says. Nothing checks its members: the recordings are
 * there to show what the real service sends, so a schema of ours must not come between.
 */
const believed = <T>(records: readonly WireRecord[]): T[] => records as unknown as T[];

const resourcesOf = (records: readonly WireRecord[], regionName: string, list: ResourceList): readonly WireRecord[] =>
  records.filter(
    ({ id }) => typeof id === "string" && listOfType.get(typeOf(id)) === list && regionOf(id) === regionName,
  );

const domainsIn = (value: Json): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, Json]) =>
    name === "availabilityDomain" && typeof member === "string" ? [member] : domainsIn(member),
  );
};

/** Availability domains from their own list and from whatever lies in one. Their OCIDs name no region; their names may. */
const availabilityDomainsOf = (
  records: readonly WireRecord[],
  regionName: string,
  isOnlyRegion: boolean,
): readonly string[] => {
  const used = records.filter(({ id }) => typeof id === "string" && regionOf(id) === regionName).flatMap(domainsIn);
  const marks = [regionName.replace(/-\d+$/, "").toUpperCase(), regionKeyOf(regionName)];
  const listed = records
    .filter(({ id }) => typeof id === "string" && typeOf(id) === "availabilitydomain")
    .flatMap((record) => textIn(record, "name") ?? [])
    .filter((name) => isOnlyRegion || marks.some((mark) => name.toUpperCase().includes(mark)));
  return [...new Set([...used, ...listed])].sort();
};

// The CLI prints add-ons without their cluster: only where one cluster was recorded is it clear whose they are.
const addonsOf = (recordings: Recordings, clusters: readonly WireRecord[]): RegionSeed["addons"] => {
  const [only, ...others] = clusters;
  if (only === undefined || others.length > 0) return [];
  const addons = recordings.withoutId.filter(
    (record) => "currentInstalledVersion" in record && "lifecycleState" in record,
  );
  return believed<RegionSeed["addons"][number]["addon"]>(addons).map((addon) => ({
    clusterId: textIn(only, "id") ?? "",
    addon,
  }));
};

type Regions = { readonly names: readonly string[]; readonly home: string };

const regionSeedOf = (recordings: Recordings, regionName: string, regions: Regions): RegionSeed => {
  const records = [...recordings.byId.values()];
  const list = <K extends ResourceList>(name: K) =>
    believed<RegionSeed[K][number]>(resourcesOf(records, regionName, name));
  return {
    regionName,
    regionKey: regionKeyOf(regionName),
    isHomeRegion: regionName === regions.home,
    availabilityDomains: availabilityDomainsOf(records, regionName, regions.names.length === 1),
    clusters: list("clusters"),
    nodePools: list("nodePools"),
    virtualNodePools: list("virtualNodePools"),
    addons: addonsOf(recordings, resourcesOf(records, regionName, "clusters")),
    vcns: list("vcns"),
    subnets: list("subnets"),
    localPeeringGateways: list("localPeeringGateways"),
    drgAttachments: list("drgAttachments"),
    instances: list("instances"),
    vnicAttachments: list("vnicAttachments"),
    vnics: list("vnics"),
    privateIps: list("privateIps"),
    loadBalancers: list("loadBalancers"),
    networkLoadBalancers: list("networkLoadBalancers"),
    mountTargets: list("mountTargets"),
    fileSystems: list("fileSystems"),
    kubernetes: [],
  };
};

const isSubscription = (record: WireRecord): boolean =>
  textIn(record, "regionName") !== null && textIn(record, "regionKey") !== null;

const regionNamesOf = ({ withoutId, byId }: Recordings): readonly string[] => {
  const subscribed = withoutId.filter(isSubscription).map((record) => textIn(record, "regionName") ?? "");
  const used = [...byId.keys()].filter((id) => listOfType.has(typeOf(id))).map(regionOf);
  return [...new Set([...subscribed, ...used])];
};

const homeRegionOf = (recordings: Recordings, tenancy: WireRecord | undefined, names: readonly string[]): string => {
  const home = recordings.withoutId.find((record) => record.isHomeRegion === true);
  const homeKey = textIn(tenancy, "homeRegionKey");
  return textIn(home, "regionName") ?? names.find((name) => regionKeyOf(name) === homeKey) ?? names[0] ?? "";
};

/** Compartments that were recorded, and those that are only known because something lies in them. */
const compartmentsOf = ({ byId, ocids }: Recordings, tenancyId: string): TenancySeed["compartments"] => {
  const recorded = [...byId.values()].filter(({ id }) => typeof id === "string" && typeOf(id) === "compartment");
  const unseen = ocids.filter((id) => typeOf(id) === "compartment" && !byId.has(id));
  const derived = unseen.map((id) => {
    const moments = [...byId.values()]
      .filter((record) => record.compartmentId === id)
      .map((record) => textIn(record, "timeCreated") ?? "");
    const [first = "1970-01-01T00:00:00Z"] = moments.filter((moment) => moment !== "").sort();
    const name = id.split(".").at(-1) ?? id;
    return {
      id,
      compartmentId: tenancyId,
      name,
      description: "Not recorded itself",
      timeCreated: first,
      lifecycleState: "ACTIVE" as const,
    };
  });
  return [...believed<TenancySeed["compartments"][number]>(recorded), ...derived];
};

const definitionsOf = ({ byId }: Recordings) => {
  const records = [...byId.values()];
  const attributes = records.filter((record) => typeof record.securityAttributeNamespaceId === "string");
  // Tag namespaces can be retired too.
  const namespaces = records.filter((record) => {
    const type = typeOf(textIn(record, "id") ?? "");
    return typeof record.isRetired === "boolean" && !type.startsWith("tag") && !attributes.includes(record);
  });
  return {
    securityAttributes: believed<TenancySeed["securityAttributes"][number]>(attributes),
    securityAttributeNamespaces: believed<TenancySeed["securityAttributeNamespaces"][number]>(namespaces),
  };
};

/**
 * A tenancy from answers of Oracle's CLI below a directory. What was not recorded is left out; only the tenancy, its
 * user and its compartments, on which the rest must hang, are derived from the OCIDs where they were not recorded.
 * Throws when the directory cannot be read, a file is not JSON, or nothing in it is a recording.
 */
export function recordedSeed(directory: string): TenancySeed {
  const recordings = recordingsFrom(directory);
  const names = regionNamesOf(recordings);
  if (names.length === 0) throw new Error(`${directory} holds no recorded answers of the OCI CLI`);
  const records = [...recordings.byId.values()];
  const tenancyId =
    recordings.ocids.find((id) => typeOf(id) === "tenancy") ??
    ocidOf("tenancy", `recorded ${recordings.ocids.join(" ")}`);
  const tenancy = recordings.byId.get(tenancyId);
  const home = homeRegionOf(recordings, tenancy, names);
  const configuration = records.filter((record) => typeof record.zprStatus === "string");
  const policies = records.filter(
    ({ id, statements }) => typeof id === "string" && typeOf(id).startsWith("zpr") && Array.isArray(statements),
  );
  return {
    name: "recorded",
    tenancy: { id: tenancyId, name: "recorded", homeRegionKey: regionKeyOf(home), ...tenancy },
    users: [
      {
        name: "operator",
        ocid: recordings.ocids.find((id) => typeOf(id) === "user") ?? ocidOf("user", `recorded ${tenancyId}`),
        hiddenCompartmentIds: [],
        hiddenNamespaceIds: [],
        unusableNamespaceIds: [],
        refusedOperations: [],
        kubernetesRefusals: [],
      },
    ],
    compartments: compartmentsOf(recordings, tenancyId),
    ...definitionsOf(recordings),
    zprConfiguration: believed<NonNullable<TenancySeed["zprConfiguration"]>>(configuration)[0] ?? null,
    zprPolicies: believed<TenancySeed["zprPolicies"][number]>(policies),
    regions: names.map((name) => regionSeedOf(recordings, name, { names, home })),
    defaultPageSize: 5,
  };
}
