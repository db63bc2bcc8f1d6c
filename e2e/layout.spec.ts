import { expectTableFits } from "@/e2e/fixtures/layout";
import { openCluster, openNodePool } from "@/e2e/fixtures/places";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { readingTest } from "@/e2e/fixtures/test";
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
