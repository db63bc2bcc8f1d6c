import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, readingTest } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

readingTest("the table and the matrix show the same flows, and a cell leads to its rows", async ({ page }) => {
  await page.goto(routes.map({ view: "matrix", group: "attributes" }));
  await expectTenancyRead(page);
  const summary = page.getByRole("main").getByRole("status").filter({ hasText: "flows" });
  await expect(summary).toHaveText(/^[\d,]+ resources, [\d,]+ flows$/);
  const total = (await summary.textContent()) ?? "";
  await expectNoAxeViolations(page);
  const cell = page.getByRole("table", { name: "Flows by group" }).getByRole("link").first();
  const [, count = ""] = /^(\d+) flow/.exec((await cell.getAttribute("aria-label")) ?? "") ?? [];
  await cell.click();
  const rows = page.getByRole("table", { name: "Flows" }).getByRole("row");
  await expect(rows).toHaveCount(Number(count) + 1);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: /^Remove the filter From/ }).click();
  await page.getByRole("button", { name: /^Remove the filter To/ }).click();
  await expect(summary).toHaveText(total);
});

readingTest("on a phone the map is its table, and it fits", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(routes.map());
  await expectTenancyRead(page);
  await expect(page.getByRole("table", { name: "Flows" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
});
