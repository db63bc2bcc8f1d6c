import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

test.use({ seed: "empty" });

readingTest("every place of an empty tenancy says what would be here and what to do next", async ({ page }) => {
  const places = [
    {
      address: routes.clusters(),
      none: "There is no OKE cluster in this tenancy",
      next: "Create one in OCI, then read the tenancy again.",
    },
    {
      address: routes.resources(),
      none: "There is nothing in this tenancy that could carry security attributes",
      next: "Kubernetes API endpoints, node pools, load balancers, mount targets and VCNs would be listed here.",
    },
    {
      address: routes.securityAttributes(),
      none: "No security attribute namespace is visible to you",
      next: "they are made in OCI, under Identity & Security, Zero Trust Packet Routing",
    },
    {
      address: routes.securityAttributes({ state: "stale" }),
      none: "No resource carries a stale security attribute",
      next: "Every value that resources carry is backed by an active definition",
    },
  ];
  for (const { address, none, next } of places) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
    await expectTenancyRead(page);
    await expect(page.getByText(none)).toBeVisible();
    await expect(page.getByText(next)).toBeVisible();
    await expect(page.getByRole("main").getByRole("table")).toHaveCount(0);
    await expectNoAxeViolations(page);
    await page.setViewportSize(phone);
    await expectNoSidewaysScroll(page);
  }
});

readingTest("the overview of an empty tenancy counts none and still tells what was read", async ({ page }) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  for (const label of ["Stale attributes", "Unprotected resources", "Clusters not eligible", "Unknown verdicts"]) {
    await expect(page.getByRole("main").getByRole("link", { name: new RegExp(`^${label}`) })).toHaveText(
      new RegExp(`^${label}0`),
    );
  }
  await expect(page.getByText(/(\d+) of \1 lists in 2 regions and 3 compartments$/)).toBeVisible();
  await expect(page.getByText("No change has been made since the console was started.")).toBeVisible();
  await expectNoAxeViolations(page);
});

readingTest("a filter over nothing is not called a filter that matches nothing", async ({ page }) => {
  await page.goto(routes.clusters({ q: "payments" }));
  await expectTenancyRead(page);
  await expect(page.getByText("There is no OKE cluster in this tenancy")).toBeVisible();
  await expect(page.getByText(/^0 of/)).toHaveCount(0);
});
