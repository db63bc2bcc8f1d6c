import { expect, test, vi } from "vitest";
import { readFresh } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import { getMountTarget } from "@/lib/oci/mount-targets";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import { attributesOf, mountTargetFrom, noParts } from "@/lib/oke/test-builders";

vi.mock("@/lib/oci/mount-targets", () => ({ getMountTarget: vi.fn(), updateMountTarget: vi.fn() }));

const known = mountTargetFrom("a", { securityAttributes: attributesOf({ "fin.tier": "old" }) });
const parts = { ...noParts, mountTargets: [known] };
const inventory: Inventory = {
  ...parts,
  revision: 1,
  startedAt: "",
  finishedAt: "",
  scopesDone: 1,
  scopesTotal: 1,
  tenancy: { id: "t", name: "t", homeRegionKey: null },
  homeRegion: "us-ashburn-1",
  regions: [],
  chosenRegions: null,
  compartments: [],
  virtualNodePools: [],
  localPeeringGateways: [],
  drgAttachments: [],
  coverage: [],
  resources: protectedResourcesFrom(parts),
};
const ociContext = {
  principal: {
    tenancyId: "t",
    userId: "u",
    authentication: "api-key",
    configFile: "c",
    profile: "p",
    region: "us-ashburn-1",
    chosenRegions: null,
    emulatorUrl: null,
    cacheKey: "k",
  },
} as const;

test("a fresh read takes the place of what the inventory knows, with its etag", async () => {
  const mountTarget = mountTargetFrom("a", { securityAttributes: attributesOf({ "fin.tier": "new" }) });
  vi.mocked(getMountTarget).mockResolvedValueOnce({ mountTarget, etag: "e2" });
  const read = await readFresh(ociContext, inventory, known.id);
  expect(read?.fresh).toMatchObject({ etag: "e2", resource: { securityAttributes: [{ value: "new" }] } });
});

test("an answer about another resource is an error: an old set must not get a fresh etag", async () => {
  vi.mocked(getMountTarget).mockResolvedValueOnce({ mountTarget: mountTargetFrom("b"), etag: "e2" });
  await expect(readFresh(ociContext, inventory, known.id)).rejects.toMatchObject({ code: "UnexpectedResponse" });
});

test("a read without an etag is an error: nothing could be written safely", async () => {
  vi.mocked(getMountTarget).mockResolvedValueOnce({ mountTarget: known, etag: null });
  await expect(readFresh(ociContext, inventory, known.id)).rejects.toMatchObject({ code: "UnexpectedResponse" });
});
