import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, readingTest } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

readingTest("a flow is asked about, and the answer names the statements", async ({ page }) => {
  await page.goto(routes.trace());
  await expectTenancyRead(page);
  await expect(page.getByText("Choose a source and a destination")).toBeVisible();
  await page.getByLabel("Source: name, OCID, address or CIDR block").fill("10.60.1.0/24");
  await page.getByRole("button", { name: "The address 10.60.1.0/24" }).click();
  await page.getByLabel("Destination: name, OCID, address or CIDR block").fill("payments-prod");
  await page.getByRole("button", { name: "payments-prod Kubernetes API endpoint" }).click();
  await page.getByLabel("Protocol").fill("tcp/6443");
  await page.getByLabel("Protocol").press("Enter");
  await expect(page).toHaveURL(/protocol=tcp/);
  await expect(page.getByText(/^ZPR allows traffic from 10\.60\.1\.0\/24/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Statements that allow it" })).toContainText("'10.60.1.0/24'");
  await expectNoAxeViolations(page);

  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Protocol").fill("tcp/22");
  await page.getByLabel("Protocol").press("Enter");
  await expect(page.getByText(/^ZPR blocks traffic/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Nearest statements that do not" })).toContainText(
    "The protocol does not fit",
  );
  await expectNoAxeViolations(page);

  await page.getByLabel("Protocol").fill("");
  await page.getByLabel("Protocol").press("Enter");
  await expect(page.getByText(/^ZPR allows a part of the traffic from 10\.60\.1\.0\/24/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Statements that allow a part of it" })).toContainText("tcp/6443");
  await expect(page.getByText(/Network Path Analyzer takes one IPv4 address at an end/)).toBeVisible();
  await expectNoAxeViolations(page);
});

readingTest("a protocol that is none is refused with what would be right", async ({ page, problems }) => {
  problems.allow(/status of 400/);
  await page.goto(routes.trace({ source: "all-endpoints", destination: "osn-services-ip-addresses", protocol: "tpc" }));
  await expect(page.getByRole("alert").filter({ hasText: "This cannot be asked" })).toContainText("tcp/443");
});
