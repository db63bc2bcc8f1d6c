import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

readingTest("when Back takes the focused thing off the map, the keys go on within it", async ({ page }) => {
  await page.goto(routes.map({ q: "storefront-prod" }));
  await expectTenancyRead(page);
  const summary = page.getByRole("main").getByRole("status").filter({ hasText: "flows" });
  await expect(summary).toHaveText(/ of [\d,]+ flows$/);
  const drawn = page.locator("svg[data-map] [data-item]");
  await tabTo(drawn.first());
  await page.keyboard.press("]");
  await expect(drawn.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/focus=/);
  await page.getByRole("button", { name: "Clear filter the map" }).click();
  await expect(summary).toHaveText(/ resources, [\d,]+ flows$/);
  await drawn.first().focus();
  await page.keyboard.press("End");
  await expect(drawn.last()).toBeFocused();
  await page.goBack();
  await expect(summary).toHaveText(/ of [\d,]+ flows$/);
  await expect(page.locator("svg[data-map] [data-item]:focus")).toBeVisible();
  await page.keyboard.press("Home");
  await expect(drawn.first()).toBeFocused();
});

readingTest(
  "by keyboard alone a resource is found, a flow followed, its details read, and the flows taken away",
  async ({ page, openBrowser }) => {
    // Axe looks at the graph with its details in two themes.
    readingTest.slow();
    await page.goto(routes.map());
    await expectTenancyRead(page);
    const summary = page.getByRole("main").getByRole("status").filter({ hasText: "flows" });
    await expect(summary).toHaveText(/^[\d,]+ resources, [\d,]+ flows$/);
    await tabTo(page.getByRole("searchbox", { name: "Filter the map" }));
    await page.keyboard.type("storefront-prod");
    await expect(summary).toHaveText(/^[\d,]+ resources, [\d,]+ of [\d,]+ flows$/);

    const group = page.getByRole("button", { name: /^VCN prod-iad, Stale, / });
    await tabTo(group);
    await expect(group).toHaveAttribute("aria-expanded", "true");
    const focused = page.locator(":focus");
    const endpoint = page.getByRole("button", {
      name: /^Kubernetes API endpoint, storefront-prod, Protected, \d+ flows/,
    });
    await expect(async () => {
      await page.keyboard.press("]");
      await expect(endpoint).toBeFocused({ timeout: 200 });
    }).toPass();
    await expect(page.locator("svg[data-map] [data-mark=allowed]").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(focused).toHaveAccessibleName(/^Primary VNIC · storefront-prod, (checkout|web), Protected/);
    await page.keyboard.press("Home");
    await expect(group).toBeFocused();

    await expect(async () => {
      await page.keyboard.press("]");
      await expect(endpoint).toBeFocused({ timeout: 200 });
    }).toPass();
    await page.keyboard.press("Enter");
    const details = page.getByRole("complementary", { name: "storefront-prod" });
    await expect(details.getByRole("region", { name: "What it reaches" })).toContainText("network.vcn:prod-iad");
    await expect(page).toHaveURL(/focus=/);
    await expectNoAxeViolations(page);

    const other = await openBrowser();
    await other.goto(page.url());
    await expect(other.getByRole("complementary", { name: "storefront-prod" })).toBeVisible();
    await expect(other.getByRole("main").getByRole("status").filter({ hasText: "flows" })).toHaveText(
      (await summary.textContent()) ?? "",
    );

    await tabTo(endpoint);
    await page.keyboard.press("t");
    const table = page.getByRole("table", { name: "Flows" });
    await expect(table).toBeVisible();
    await expect(page.getByRole("region", { name: "Flows" })).toBeFocused();
    const csv = page.getByRole("button", { name: "Export the flows as CSV" });
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await expect(csv).toBeFocused();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toMatch(/^zpr-map-.*\.csv$/);
    const text = await readFile(await download.path(), "utf8");
    const [, total = ""] = /, ([\d,]+) of/.exec((await summary.textContent()) ?? "") ?? [];
    expect(text).toContain(`"Flows","${total.replace(",", "")}"`);
    expect(text).toContain('"Filters","q=storefront-prod; group=vcn');
    const [, rows = ""] = text.split(/\r\n\r\n/);
    // Each row begins with the name of its source; the first line names the columns.
    expect(rows.split("\r\n").filter((line) => line !== "")).toHaveLength(Number(total.replace(",", "")) + 1);
  },
);

readingTest("a zoom and the way to what has the focus are in the address", async ({ page, openBrowser }) => {
  await page.goto(routes.map({ q: "storefront-prod" }));
  await expectTenancyRead(page);
  const endpoint = page.getByRole("button", { name: /^Kubernetes API endpoint, storefront-prod, / });
  await page
    .getByRole("button", { name: /^Primary VNIC · storefront-prod, / })
    .first()
    .press("Enter");
  const way = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(way.getByRole("listitem")).toHaveText([
    /^Map/,
    /^VCN prod-iad/,
    /^storefront-prod/,
    "Node pool primary VNIC",
  ]);

  const width = async (where: Page) => (await where.locator("svg[data-map]").boundingBox())?.width ?? 0;
  const before = await width(page);
  await endpoint.press("+");
  await expect.poll(() => width(page)).toBeGreaterThan(before * 1.2);
  await expect(page).toHaveURL(/[?&]zoom=\d+/);
  const zoomed = await width(page);
  const other = await openBrowser();
  await other.goto(page.url());
  await expect(other.locator("svg[data-map]")).toBeVisible();
  await expect.poll(() => width(other)).toBeCloseTo(zoomed, -1);

  await way.getByRole("link", { name: "storefront-prod" }).click();
  await expect(page.getByRole("complementary", { name: "storefront-prod" })).toContainText("Kubernetes API endpoint");
  await way.getByRole("link", { name: "Map", exact: true }).click();
  await expect(page).not.toHaveURL(/focus=/);
  await expect.poll(() => width(page)).toBeCloseTo(zoomed, -1);
});

readingTest("groups close and open, and their flows stay counted", async ({ page }) => {
  await page.goto(routes.map({ mark: "perhaps" }));
  await expectTenancyRead(page);
  const group = page.getByRole("button", { name: /^VCN cardholder-iad, / });
  const name = (await group.getAttribute("aria-label")) ?? "";
  await group.press("Enter");
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await expect(group).toHaveAttribute("aria-label", name);
  await expect(page.locator("svg[data-map] [data-mark]").first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export the picture as SVG" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  for (const words of ["Filters: group=vcn; mark=perhaps", "Not read: nothing", "Perhaps allowed, dash and dot"]) {
    expect(text).toContain(words);
  }
});

test("what the guard file says must reach, and does not, is drawn and named", async ({ page, server }) => {
  writeFileSync(
    server.guardsPath,
    'mustReach:\n  - from: 203.0.113.7\n    to: "storefront-prod"\n    protocol: tcp/22\n',
  );
  await page.goto(routes.map({ mark: "blocked" }));
  await expectTenancyRead(page);
  await expect(page.locator("svg[data-map] [data-mark=blocked]").first()).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Blocked, though expected" })).toBeVisible();
  await page.goto(routes.map({ mark: "blocked", view: "table" }));
  await expect(page.getByRole("region", { name: "Flows" })).not.toBeFocused();
  const row = page.getByRole("table", { name: "Flows" }).getByRole("row").nth(1);
  await expect(row).toContainText("Blocked, though expected");
  await expect(row).toContainText("Breaks the guard file: 203.0.113.7 must reach storefront-prod on tcp/22");
});

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
  await page.getByRole("button", { name: /^Remove the filter From/ }).click();
  await page.getByRole("button", { name: /^Remove the filter To/ }).click();
  await expect(summary).toHaveText(total);
});

readingTest("on a phone the map is its table, and a draft that is gone is said to be", async ({ page, problems }) => {
  problems.allow(/status of 410/);
  await page.setViewportSize(phone);
  await page.goto(routes.map());
  await expectTenancyRead(page);
  await expect(page.getByRole("table", { name: "Flows" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await page.goto(routes.map({ draft: "none", mode: "changes" }));
  await expect(page.getByText("The draft cannot be shown")).toBeVisible();
  await page.getByRole("link", { name: "The map without it" }).click();
  await expect(page.getByRole("table", { name: "Flows" })).toBeVisible();
});
