import type { Locator } from "@playwright/test";
import { openEdit, resourceId } from "@/e2e/fixtures/edit";
import { expectTableFits, phone } from "@/e2e/fixtures/layout";
import { openCluster, openNodePool } from "@/e2e/fixtures/places";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, readingTest } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

readingTest("at 1440 px no table hides a column", async ({ page }) => {
  const table = page.getByRole("main").getByRole("table").first();
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  await expectTableFits(table);
  for (const address of [
    routes.resources({ protected: "any" }),
    routes.securityAttributes(),
    routes.securityAttributes({ state: "stale" }),
  ]) {
    await page.goto(address);
    await expectSettled(page);
    await expectTableFits(table);
  }
  await openCluster(page, "storefront-prod");
  for (const tab of ["Node pools", "Services & storage"]) {
    await page.getByRole("navigation", { name: "Cluster" }).getByRole("link", { name: tab }).click();
    await expectSettled(page);
    await expectTableFits(table);
  }
  await openNodePool(page, "payments-prod", "ledger");
  await page.getByRole("link", { name: /^Nodes/ }).click();
  await expectSettled(page);
  await expectTableFits(table);
});

/** Where the lower edge of something stands, in px from the top of the window. */
async function footOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return (box?.y ?? NaN) + (box?.height ?? NaN);
}

const desk = { width: 1440, height: 900 } as const;

for (const size of [desk, phone]) {
  readingTest(
    `at ${size.width} px what sends an edit stands where it is, whatever comes above it`,
    async ({ page }) => {
      await page.setViewportSize(size);
      const small = await resourceId(page, "load-balancer", "corporate-proxy");
      const large = await resourceId(page, "cluster-endpoint", "observability");
      const feet: number[] = [];
      for (const [id, attribute, effect] of [
        [small, "network.zone", "No flow that ZPR allows changes."],
        [large, "oke.role", /^Perhaps gained/],
      ] as const) {
        const dialog = await openEdit(page, id, { edit: "remove", attribute });
        const remove = dialog.getByRole("button", { name: "Remove attribute" });
        await expect(remove).toBeVisible();
        feet.push(await footOf(remove));
        await expect(dialog.getByText(effect).first()).toBeVisible();
        feet.push(await footOf(remove));
      }
      expect(new Set(feet.map(Math.round)).size).toBe(1);

      await page.goto(
        routes.newZprPolicy({
          name: "all",
          statements: ["in network.vcn:prod-iad VCN allow all-endpoints to connect to all-endpoints"],
        }),
      );
      await page.getByLabel("Description").fill("Everything");
      const bar = page.locator("[data-action-bar]");
      expect(Math.round(await footOf(bar))).toBe(size.height);
      await page.getByRole("button", { name: "Review", exact: true }).click();
      await expect(page.getByRole("heading", { name: "What will be written" })).toBeFocused();
      expect(Math.round(await footOf(bar))).toBe(size.height);
      await expect(
        page.getByRole("region", { name: "Effect" }).getByRole("button", { name: "See it on the map" }),
      ).toBeVisible();
      expect(Math.round(await footOf(bar))).toBe(size.height);
    },
  );
}
