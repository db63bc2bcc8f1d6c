import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { expectRow } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const outage = { kind: "error", status: 503, code: "ServiceUnavailable" } as const;

readingTest("every read of the pass is listed with when, how long and how many", async ({ page }) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Coverage" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Coverage" })).toBeVisible();
  await expectSettled(page);
  // Beside those of the pass stand the reads that pages have asked for.
  const { scopesTotal } = await (await page.request.get("/api/inventory")).json();
  const { total } = await (await page.request.get("/api/coverage")).json();
  expect(total).toBeGreaterThanOrEqual(scopesTotal);
  await expect(page.getByRole("status").filter({ hasText: `${total} reads` })).toBeVisible();
  await page.getByLabel("Filter reads").fill("listClusters");
  const rows = page.getByRole("table", { name: "Reads" }).getByRole("row").filter({ hasText: "listClusters" });
  await expect(page.getByRole("status").filter({ hasText: /of .* reads match/ })).toBeVisible();
  await expect(rows.first()).toContainText(/Read.*\d+ ms.*(just now|ago)/);
  await expect(page.getByText("What would let you read the rest")).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test.describe("a person who may not read everything", () => {
  test.use({ seed: "restricted" });

  readingTest("sees what was refused first, and the statement that would grant it", async ({ page }) => {
    await page.goto(routes.coverage());
    await expectTenancyRead(page);
    const table = page.getByRole("table", { name: "Reads" });
    await expect(table.getByRole("row").nth(1)).toContainText("Refused");
    const statements = page.getByRole("list", { name: "IAM statements" });
    await expect(statements).toContainText("Allow group <group-name> to inspect mount-targets in");
    await expect(statements).toContainText("MOUNT_TARGET_INSPECT");
    await page.goto(routes.coverage({ outcome: "read" }));
    await expectSettled(page);
    await expect(table.getByText("Refused")).toHaveCount(0);
    await expect(statements).toHaveCount(0);
    await page.goto(routes.coverage());
    await expectTenancyRead(page);
    await expectNoAxeViolations(page);
    await page.setViewportSize(phone);
    await expectNoSidewaysScroll(page);
  });
});

test("a read that failed says why, and what is shown in its place", async ({ page, tenancy }) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  await tenancy.addFault({ operation: "listLoadBalancers", effect: outage });
  // To go elsewhere before the request is answered would take it back.
  const asked = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Read the tenancy again" }).click();
  await asked;
  await page.goto(routes.coverage({ outcome: "failed" }));
  const row = page.getByRole("row").filter({ hasText: "listLoadBalancers" }).first();
  await expect(row).toContainText("ServiceUnavailable", { timeout: 30_000 });
  await expect(row).toContainText("What is shown was read");
});

test("what a page asked for beside the pass stands in the ledger too, with the statement that was missing", async ({
  page,
  tenancy,
}) => {
  await tenancy.addFault({
    operation: "listZprPolicies",
    effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound" },
  });
  await page.goto(routes.zprPolicies());
  await expectTenancyRead(page);
  await page.goto(routes.coverage({ q: "listZprPolicies" }));
  await expectRow(page.getByRole("table", { name: "Reads" }), { Call: "listZprPolicies", Outcome: /Refused/ });
  await expect(page.getByRole("list", { name: "IAM statements" })).toContainText("zpr-policy");
});
