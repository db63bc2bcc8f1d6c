import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { openNodePool } from "@/e2e/fixtures/places";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { chooseScope } from "@/e2e/fixtures/scope";
import { expectRow, rowWith } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

readingTest(
  "findings stand in order of gravity, with evidence and cure, and lead to the resource",
  async ({ page }) => {
    await page.goto(routes.overview());
    await expectTenancyRead(page);
    await page
      .getByRole("navigation", { name: "Places" })
      .getByRole("link", { name: /^Findings/ })
      .click();
    const table = page.getByRole("table", { name: "Findings" });
    await expect(table.getByRole("row").nth(1)).toContainText("High");
    await expectRow(table, { Resource: "canary", Severity: "High", Finding: /no ZPR policy applies in it/ });
    await expect(page.getByText(/have been compared for 0 of \d+ node pools/)).toBeVisible();
    await expectNoAxeViolations(page);

    await page.getByLabel("Finding", { exact: true }).selectOption({ label: "Secondary VNICs disagree" });
    await table.getByRole("link", { name: "ledger", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("ledger");
    await expect(page.getByRole("region", { name: "Findings" })).toContainText("Secondary VNICs disagree");
  },
);

readingTest("a cluster's number leads to as many findings, all of that cluster", async ({ page }) => {
  await page.goto(routes.clusters({ q: "data-lake" }));
  await expectTenancyRead(page);
  const link = page.getByRole("table", { name: "Clusters" }).getByRole("link", { name: /\d+ findings/ });
  const count = Number.parseInt(await link.innerText(), 10);
  expect(count).toBeGreaterThan(2);
  await link.click();
  await expect(page.getByRole("status").first()).toHaveText(new RegExp(`^${count} of \\d+ findings match$`));
  const table = page.getByRole("table", { name: "Findings" });
  await expect(table.getByRole("row")).toHaveCount(count + 1);
  await expect(await rowWith(table, { Cluster: "data-lake" })).toHaveCount(count);
  await page.getByRole("button", { name: "Remove the filter Cluster data-lake" }).click();
  await expect(page.getByRole("status").first()).toHaveText(/^\d+ findings$/);
});

readingTest(
  "filters and order are in the address, and nothing that matches offers the way back",
  async ({ page, openBrowser }) => {
    await page.goto(routes.findings());
    await expectTenancyRead(page);
    await page.getByLabel("Severity", { exact: true }).selectOption("medium");
    await chooseScope(page, { regions: ["eu-frankfurt-1"] });
    await page.getByRole("button", { name: "Resource", exact: true }).click();
    await expect(page).toHaveURL(/sortBy=displayName/);
    expect(new URL(page.url()).search).toMatch(/severity=medium.*region=eu-frankfurt-1/);
    const names = page.getByRole("table", { name: "Findings" }).getByRole("rowheader");
    await expectSettled(page);
    const shown = await names.allInnerTexts();
    const other = await openBrowser();
    await other.goto(page.url());
    await expect(other.getByRole("table", { name: "Findings" }).getByRole("rowheader")).toHaveText(shown, {
      useInnerText: true,
    });

    await page.goto(routes.findings({ q: "no-such-thing" }));
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(names.first()).toBeVisible();
  },
);

test("nodes on an old set become a finding once a person has had them read", async ({ page }) => {
  await openNodePool(page, "payments-prod", "gateway");
  await page.getByRole("link", { name: /^Nodes/ }).click();
  await page
    .getByRole("button", { name: /^(Read|Compare)/ })
    .first()
    .click();
  await expect(page.getByText(/7 of 12/).first()).toBeVisible({ timeout: 30_000 });
  await page.goto(routes.findings({ rule: "nodes-on-old-set" }));
  await expectRow(page.getByRole("table", { name: "Findings" }), {
    Resource: "gateway",
    Finding: "5 of 12 running nodes do not carry what the pool says now.",
  });
});

test.describe("a tenancy read in part", () => {
  test.use({ seed: "restricted" });
  readingTest("has at least so many findings", async ({ page }) => {
    await page.goto(routes.findings());
    await expectTenancyRead(page);
    await expect(page.getByRole("status").first()).toHaveText(/^at least \d+ findings$/);
    await expectNoAxeViolations(page);
  });
});

test.describe("a tenancy with nothing in it", () => {
  test.use({ seed: "empty" });
  readingTest("has none, and says what would be here", async ({ page }) => {
    await page.goto(routes.findings());
    await expectTenancyRead(page);
    await expect(page.getByText("Nothing is wrong with what was read")).toBeVisible();
  });
});

test.describe("hostile names", () => {
  test.use({ seed: "hostile" });
  readingTest("are shown as they are, also on a phone", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(routes.findings());
    await expectTenancyRead(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Findings");
    await expectNoSidewaysScroll(page);
  });
});
