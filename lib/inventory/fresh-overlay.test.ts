import { expect, it } from "vitest";
import { startEmulator } from "@/emulator/server";
import { withFreshResources } from "@/lib/inventory/fresh-overlay";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";

it("a single read wins over the list that was read before it, and loses to one that was read after it", async () => {
  const emulator = await startEmulator();
  try {
    const { read } = await makeTestTenancy(emulator, "scale:1");
    const inventory = await read();
    for (const resource of inventory.resources) {
      const changed = { ...resource, displayName: "changed" };
      const at = (readAt: string) => withFreshResources(inventory, [{ resource: changed, readAt }]);
      const later = at(new Date(Date.parse(inventory.startedAt) + 3_600_000).toISOString());
      expect(later.inventory.resources).toContain(changed);
      expect(later.stillNeeded).toHaveLength(1);
      const earlier = at(inventory.startedAt.replace(/^\d{4}/, "2020"));
      expect(earlier.inventory.resources).not.toContain(changed);
      expect(earlier.stillNeeded).toEqual([]);
    }
  } finally {
    await emulator.close();
  }
});
