import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expectRow, rowWith } from "@/e2e/fixtures/table";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const outage = { kind: "error", status: 503, code: "ServiceUnavailable" } as const;
const refusal = { kind: "error", status: 404, code: "NotAuthorizedOrNotFound" } as const;

const clustersOf = (page: Page): Locator => page.getByRole("table", { name: "Clusters" });
const refresh = (page: Page) => page.getByRole("button", { name: "Read the tenancy again" }).click();

test("a region that is down is named, counts become lower bounds, and the other region stays", async ({
  page,
  tenancy,
}) => {
  await tenancy.addFault({ region: "eu-frankfurt-1", effect: outage });
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  await expectRow(clustersOf(page), { Name: "payments-prod", Region: "us-ashburn-1" });
  await expect(clustersOf(page).getByText("eu-frankfurt-1")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("at least 11 clusters");
  await expect(page.getByText("Not everything could be read in eu-frankfurt-1")).toBeVisible();
  await page.getByText(/^\d+ reasons?$/).click();
  const reason = page.getByRole("listitem").filter({ hasText: "listClusters in eu-frankfurt-1" });
  await expect(reason).toContainText("failed: ServiceUnavailable");
  await expect(reason.getByRole("button", { name: "Copy request id" })).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("link", { name: /^Overview/ }).click();
  const regions = page.getByRole("table", { name: "Regions" });
  await expectRow(regions, { Region: "eu-frankfurt-1", Coverage: "Not read" });
  await expectRow(regions, { Region: "us-ashburn-1", Coverage: /^Read$/ });
  for (const label of ["Stale attributes", "Unprotected resources", "Clusters not eligible", "Unknown verdicts"]) {
    await expect(page.getByRole("main").getByRole("link", { name: new RegExp(`^${label}`) })).toContainText("at least");
  }
  await expect(page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: /^Clusters/ })).toHaveText(
    /at least 11/,
  );
  await expectNoAxeViolations(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
});

test("what was read of a region before it went down stays, with its time; and is complete once it is back", async ({
  page,
  tenancy,
}) => {
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  await expectRow(clustersOf(page), { Name: "payments-eu", Region: "eu-frankfurt-1" });
  await tenancy.addFault({ region: "eu-frankfurt-1", effect: outage });
  await refresh(page);
  await expect(page.getByText("Not everything could be read in eu-frankfurt-1")).toBeVisible({ timeout: 40_000 });
  await expectRow(clustersOf(page), { Name: "payments-eu", Region: "eu-frankfurt-1" });
  await page.getByText(/^\d+ reasons?$/).click();
  await expect(page.getByRole("listitem").filter({ hasText: "listClusters in eu-frankfurt-1" })).toContainText(
    /What is shown was read at/,
  );

  await tenancy.clearFaults();
  await refresh(page);
  await expect(page.getByText("Not everything could be read")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("14 clusters");
});

test("a service that refuses is named and its resources are not counted as none", async ({ page, tenancy }) => {
  await tenancy.addFault({ operation: "listLoadBalancers", service: "load-balancer", effect: refusal });
  await page.goto(routes.resources({ kind: "load-balancer" }));
  await expectTenancyRead(page);
  await expect(page.getByText(/^Not everything could be read in/)).toBeVisible();
  await page.getByText(/^\d+ reasons?$/).click();
  await expect(page.getByRole("listitem").filter({ hasText: "listLoadBalancers in us-ashburn-1" })).toContainText(
    "was refused: NotAuthorizedOrNotFound",
  );
  await expect(page.getByText("There is no")).toHaveCount(0);

  await page
    .getByRole("navigation", { name: "Places" })
    .getByRole("link", { name: /^Clusters/ })
    .click();
  await expect(page.getByText("at least 14 clusters")).toBeVisible();
  await expectRow(clustersOf(page), { Name: "payments-eu" });
});

test("a slow OCI shows how far it is and the first rows before the end", async ({ page, tenancy }) => {
  const slow = await tenancy.addFault({ operation: "listMountTargets", effect: { kind: "latency", ms: 3_000 } });
  await tenancy.addFault({ effect: { kind: "latency", ms: 30 } });
  await page.goto(routes.clusters());
  await expectRow(clustersOf(page), { Name: "payments-prod" });
  await expect(page.getByRole("banner")).toContainText(/Reading \d+ of \d+/);
  await expect(page.getByRole("progressbar", { name: "Reading the tenancy" })).toBeVisible();
  await expect(page.getByText(/^\d+ so far$/)).toBeVisible();
  await expect(page.getByText("Not everything could be read")).toHaveCount(0);
  await tenancy.clearFaults(slow);
  await expectTenancyRead(page);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("14 clusters");
});

test.describe("when OCI cannot be reached at all", () => {
  test.use({ hasOwnEmulator: true });

  test("every page says so and keeps what was read before, with its age", async ({ page, emulator }) => {
    await page.goto(routes.clusters());
    await expectTenancyRead(page);
    await emulator.kill();
    await refresh(page);
    const note = page.getByRole("status").filter({ hasText: "The tenancy could not be read again" });
    await expect(note).toContainText("The service could not be reached, or the connection was lost (ECONNREFUSED).");
    await expect(note).toContainText(/What is shown was read (just now|\d+ (s|min) ago)/);
    await expectRow(clustersOf(page), { Name: "payments-prod" });
    await expectNoAxeViolations(page);

    await page.getByRole("link", { name: /^Overview/ }).click();
    await expect(note).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: /^Unprotected resources/ })).toContainText(/\d/);
    await page.reload();
    await expect(note).toBeVisible();
    await expect(await rowWith(page.getByRole("table", { name: "Regions" }), { Region: "us-ashburn-1" })).toBeVisible();
    await page.setViewportSize(phone);
    await expectNoSidewaysScroll(page);
  });

  test("a cold console says that it cannot read the tenancy, and takes nothing for absent", async ({
    page,
    emulator,
    problems,
  }) => {
    problems.allow(/status of 503/);
    await emulator.kill();
    await page.goto(routes.overview());
    await expect(page.getByText("The tenancy could not be read", { exact: true })).toBeVisible();
    await expect(page.getByText("(ECONNREFUSED)").first()).toBeVisible();
    await expectNoAxeViolations(page);
    await page
      .getByRole("navigation", { name: "Places" })
      .getByRole("link", { name: /^Clusters/ })
      .click();
    await expect(page.getByText("The clusters could not be read", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(page.getByText("There is no OKE cluster")).toHaveCount(0);
    await expectNoAxeViolations(page);
  });
});

test("a fault that passes is over without anybody doing anything", async ({ page, tenancy }) => {
  await tenancy.addFault({ operation: "getTenancy", count: 8, effect: { kind: "reset" } });
  await tenancy.addFault({ operation: "listRegionSubscriptions", count: 8, effect: { kind: "reset" } });
  await page.goto(routes.overview());
  await expect(page.getByText("The tenancy could not be read", { exact: true })).toBeVisible();
  await tenancy.clearFaults();
  await expectTenancyRead(page);
  await expect(page.getByText("The tenancy could not be read")).toHaveCount(0);
});

const mayReadHalf = [
  { seed: "restricted", user: null, hidden: "the namespaces that the person may not see" },
  { seed: "acme", user: "storefront-developer", hidden: "any namespace" },
];
for (const { seed, user, hidden } of mayReadHalf) {
  test.describe(`a person of ${seed} who may not read ${hidden}`, () => {
    test.use({ seed, user });

    test("is told unknown, and never that something was deleted", async ({ page }) => {
      const deleted = page
        .locator("[data-verdict=deleted]")
        .or(page.getByRole("main").getByText(/^(at least )?\d+ deleted$/));
      await page.goto(routes.resources());
      await expectTenancyRead(page);
      await expect(page.locator("[data-verdict=unknown]").first()).toBeVisible();
      await expect(deleted).toHaveCount(0);
      await page.goto(routes.clusters());
      await expect(page.getByText(/^(at least )?\d+ unknown$/).first()).toBeVisible();
      await expect(deleted).toHaveCount(0);
      await page.goto(routes.securityAttributes());
      const unseen = page.getByRole("rowgroup").filter({ hasText: "No such namespace is among those you can see" });
      await expect(unseen.getByRole("cell", { name: /^Cannot read/ }).first()).toBeVisible();
      await expect(unseen.getByRole("cell", { name: /^Deleted/ })).toHaveCount(0);
      await page.goto(routes.securityAttributes({ state: "stale" }));
      await expect(page.getByRole("table", { name: "Unknown security attributes" })).toBeVisible();
      await expect(deleted).toHaveCount(0);
      await page.goto(routes.overview());
      await expect(page.getByRole("main").getByRole("link", { name: /^Unknown verdicts/ })).toContainText(/[1-9]/);
      await expect(page.getByText(/^Not everything could be read in/)).toBeVisible();
    });
  });
}
