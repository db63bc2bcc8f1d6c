import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { openNodePool } from "@/e2e/fixtures/places";
import { expectRow } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { hostileStrings } from "@/emulator/seeds/hostile-strings";
import { routes } from "@/lib/routes";

const primary = (page: Page): Locator => page.getByRole("region", { name: "Primary VNIC security attributes" });
const secondary = (page: Page): Locator => page.getByRole("region", { name: "Secondary VNIC security attributes" });

readingTest("a pool shows its two sets apart, and says what a change does not reach", async ({ page }) => {
  await openNodePool(page, "payments-prod", "gateway");
  await expect(page).toHaveTitle(/^gateway/);
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText("payments-prod");
  await expect(page.getByText("The 12 running nodes keep what they were launched with until replaced.")).toBeVisible();
  await expect(primary(page)).toContainText("2 of 5 used");
  await expect(secondary(page)).toContainText("3 of 5 used");
  await expect(secondary(page).getByRole("button", { name: "Remove app.tier" })).toBeEnabled();
  await expect(primary(page).getByRole("button", { name: /^Add security attributes/ })).toBeEnabled();
});

readingTest("secondary VNICs that differ are each shown with their own set", async ({ page }) => {
  await openNodePool(page, "payments-prod", "ledger");
  await expect(page.getByRole("navigation", { name: "Node pool", exact: true })).toContainText("VNICs differ");
  await expect(secondary(page)).toContainText("The secondary VNICs of this pool differ");
  const vnics = secondary(page).locator("dl > div");
  await expect(vnics).toHaveCount(2);
  await expect(vnics.filter({ hasText: "ledger-pods" })).toContainText("data-class.level");
  await expect(vnics.filter({ hasText: "ledger-storage" })).not.toContainText("data-class.level");
});

readingTest("a legacy pool says why its pods cannot carry attributes", async ({ page }) => {
  await openNodePool(page, "data-lake", "spark");
  await expect(secondary(page)).toContainText("Attributes for pod traffic need a pool created with secondary VNICs.");
  await expect(secondary(page)).toContainText("Not supported");
  const add = secondary(page).getByRole("button", { name: /^Add security attributes/ });
  await expect(add).toBeDisabled();
  await expect(add).toHaveAccessibleDescription(/older pod networking settings/);
});

readingTest("the nodes of a pool are listed with where they are", async ({ page }) => {
  test.slow();
  await openNodePool(page, "payments-prod", "gateway");
  await page.getByRole("link", { name: "Nodes 12" }).click();
  const nodes = page.getByRole("table", { name: "Nodes of gateway" });
  await expect(nodes.getByRole("row")).toHaveCount(13);
  await expectRow(nodes, { Name: /^oke-/, State: "Active", "Fault domain": "FAULT-DOMAIN-1", "Private IP": /^10\./ });
  await expectNoAxeViolations(page);
});

test("nodes that could not be read are not taken for none", async ({ page, tenancy }) => {
  await tenancy.addFault({
    operation: "getNodePool",
    effect: {
      kind: "error",
      status: 404,
      code: "NotAuthorizedOrNotFound",
      message: "Reading node pools is not for you.",
    },
  });
  await openNodePool(page, "payments-prod", "gateway");
  await expect(
    page.getByText("How many nodes run now, and so keep what they were launched with, is not known."),
  ).toBeVisible();
  await page.getByRole("link", { name: "Nodes", exact: true }).click();
  await expect(page.getByText("The nodes of this pool could not be read")).toBeVisible();
  await page.getByText("1 reason").click();
  await expect(page.getByText("Reading node pools is not for you.")).toBeVisible();
});

readingTest("a pool that is not there or may not be seen is said as both", async ({ page, problems }) => {
  problems.allow(/status of 404/);
  await page.goto(routes.nodePool("ocid1.nodepool.oc1.iad.nothere"));
  await expect(page.getByText("The node pool: not there, or not visible to you")).toBeVisible();
});

for (const { cluster, pool } of [
  { cluster: "payments-prod", pool: "ledger" },
  { cluster: "storefront-prod", pool: "search" },
  { cluster: "data-lake", pool: "spark" },
]) {
  readingTest(`axe finds nothing on the page of ${pool}, in both themes`, async ({ page }) => {
    test.slow();
    await openNodePool(page, cluster, pool);
    await expect(primary(page)).toBeVisible();
    await expectNoAxeViolations(page);
  });
}

test.describe("names full of markup", () => {
  test.use({ seed: "hostile" });

  readingTest("stand on the page of a pool letter by letter, and nothing in them runs", async ({ page }) => {
    test.slow();
    await openNodePool(page, hostileStrings.svg, hostileStrings.svg);
    await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText(hostileStrings.svg);
    await expect(primary(page).locator("li").first()).toContainText(hostileStrings.image);
    expect(await page.evaluate(() => Reflect.has(globalThis, "pwned"))).toBe(false);
    await expectNoAxeViolations(page);
  });
});
