import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { expectRow } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

/** Views of every list, each narrowed, ordered or laid out in another way. */
const views = [
  routes.resources({ protected: "any", q: "-region:us-ashburn-1 state:stale", sortBy: "kind", sortOrder: "DESC" }),
  routes.resources({ protected: "any", size: "100", columns: "attributes,region", sortBy: "stale" }),
  routes.resources({ kind: "load-balancer", state: "stale", q: `-name:"no such thing"` }),
  routes.clusters({ q: "k8s:>=1.30 pools:>0", sortBy: "nodePoolCount", sortOrder: "DESC" }),
  routes.clusters({ eligibility: "not-eligible", columns: "kubernetesVersion,region,eligibility" }),
  routes.findings({ q: "severity:high,medium -kind:vcn", sortBy: "displayName" }),
  routes.securityAttributes({ q: "resources:>0 namespace:app", sortBy: "resourceCount", sortOrder: "DESC" }),
  routes.securityAttributes({ state: "stale", sortBy: "resourceCount", columns: "resourceCount" }),
  routes.zprPolicies({ q: "statements:>0 -linter:none", columns: "lint,statementCount" }),
  routes.coverage({ q: "call:listClusters,listNodePools", sortBy: "durationMs", sortOrder: "DESC", size: "100" }),
] as const;

async function shownIn(page: Page): Promise<readonly string[]> {
  await expectTenancyRead(page);
  const table = page.getByRole("main").getByRole("table").first();
  await expect(table.getByRole("rowheader").first()).toBeVisible();
  const heads = await table.getByRole("columnheader").allTextContents();
  return [...heads, ...(await table.getByRole("rowheader").allTextContents())];
}

readingTest(
  "the address of ten views shows the same rows and columns in a clean browser",
  async ({ page, openBrowser }) => {
    test.slow();
    const other = await openBrowser();
    for (const view of views) {
      await page.goto(view);
      const shown = await shownIn(page);
      expect(shown.length, view).toBeGreaterThan(2);
      // A parameter that nobody knows, as a link from a later version may have, changes nothing.
      await other.goto(`${page.url()}&unheard-of=1`);
      expect(await shownIn(other), view).toEqual(shown);
    }
  },
);

const filterOf = (page: Page): Locator => page.getByRole("combobox", { name: "Filter resources" });
const matching = (page: Page): Locator => page.getByRole("status").filter({ hasText: /\d+ protected/ });

readingTest("a filter is written by keyboard, left out of, taken back, and told what is wrong", async ({ page }) => {
  await page.goto(routes.resources({ protected: "any" }));
  await expectTenancyRead(page);
  const box = filterOf(page);
  await tabTo(box);
  await page.keyboard.type("-reg");
  const offers = page.getByRole("listbox", { name: "Completions" });
  await expect(offers.getByRole("option")).toHaveText([/^region:/]);
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("-region:");
  await expect(offers.getByRole("option", { name: /us-ashburn-1.*rows/ })).toBeVisible();
  // As slowly as the box settles: what it has sent comes back while more is typed.
  await page.keyboard.type("us-ashburn", { delay: 260 });
  await expect(box).toHaveValue("-region:us-ashburn");
  await expect(offers.getByRole("option")).toHaveText([/us-ashburn-1/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL((url) => url.searchParams.get("q")?.trim() === "-region:us-ashburn-1");
  const regions = page.getByRole("table", { name: "Resources" }).getByRole("cell").filter({ hasText: "us-ashburn-1" });
  await expect(regions).toHaveCount(0);
  await expect(matching(page)).toContainText("match");

  // A value of a column: as many rows as its menu counts.
  await page.getByRole("button", { name: "Values of Kind" }).click();
  const menu = page.getByRole("dialog", { name: "Values of Kind" });
  const value = menu.getByRole("listitem").filter({ hasText: /^Load balancer/ });
  const count = Number((await value.innerText()).match(/(\d+)\s*$/)?.[1]);
  await value.getByRole("checkbox").check();
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL((url) => url.searchParams.get("q")?.endsWith("kind:load-balancer") === true);
  await expectSettled(page);
  await expect(page.getByRole("table", { name: "Resources" }).getByRole("rowheader")).toHaveCount(count);

  const chips = page.getByRole("list", { name: "Filters" });
  await expect(chips.getByRole("listitem")).toHaveText([/not region us-ashburn-1/, /kind load-balancer/]);
  await tabTo(chips.getByRole("button", { name: "Remove the filter not region us-ashburn-1" }));
  await page.keyboard.press("Enter");
  await expect(chips.getByRole("listitem")).toHaveCount(1);
  await expect(box).toHaveValue("kind:load-balancer");

  await box.fill("kind:load-balancer colour:red");
  const problem = page.getByRole("alert").filter({ hasText: 'no key "colour"' });
  await expect(problem).toContainText("The keys are name, kind, cluster");
  await expect(page.getByRole("table", { name: "Resources" }).getByRole("rowheader").first()).toBeVisible();
  await expectNoAxeViolations(page);
});

readingTest("columns, a saved view and the rows' density are the person's own", async ({ page }) => {
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  const table = page.getByRole("table", { name: "Clusters" });
  const heads = table.getByRole("columnheader");
  await tabTo(page.getByRole("button", { name: "Columns" }));
  await page.keyboard.press("Enter");
  const chooser = page.getByRole("dialog", { name: "Columns" });
  await tabTo(chooser.getByRole("checkbox", { name: "ZPR" }));
  await page.keyboard.press("Space");
  await expect(heads.filter({ hasText: /^ZPR$/ })).toHaveCount(0);
  await tabTo(chooser.getByRole("button", { name: "Move Version earlier" }));
  await page.keyboard.press("Enter");
  await expect(chooser.getByRole("button", { name: "Move Version earlier" })).toBeFocused();
  await expect(page).toHaveURL(/columns=readiness,.*kubernetesVersion,compartmentName/);
  await chooser.getByText("Compact", { exact: true }).click();
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Columns" })).toBeFocused();

  // Kept: the list opens with them, and says so in its address.
  await page.goto(routes.clusters());
  await expect(page).toHaveURL(/columns=readiness/);
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await page.getByRole("button", { name: "Views" }).click();
  const saved = page.getByRole("dialog", { name: "Saved views" });
  await saved.getByLabel("Name of this view").fill("Few columns");
  await page.keyboard.press("Enter");
  await saved.getByRole("button", { name: "Open first: Few columns" }).click();
  await saved.getByRole("button", { name: "Rename Few columns" }).click();
  await saved.getByLabel("New name of Few columns").fill("Mine");
  await page.keyboard.press("Enter");
  await expect(saved.getByRole("listitem")).toHaveText(/^Mine opens first/);
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Columns" }).click();
  await chooser.getByRole("button", { name: "Reset columns" }).click();
  await expect(heads.filter({ hasText: /^ZPR$/ })).toHaveCount(1);
  await page.goto(routes.clusters());
  await expect(page).toHaveURL(/columns=readiness/);
  await page.getByRole("button", { name: "Views" }).click();
  await saved.getByRole("button", { name: "Delete Mine" }).click();
  await page.goto(routes.clusters());
  await expect(heads.filter({ hasText: /^ZPR$/ })).toHaveCount(1);
});

readingTest(
  "chosen resources stay through paging and a reload, and a filter that hides them says so",
  async ({ page }) => {
    await page.goto(routes.resources({ protected: "any" }));
    await expectTenancyRead(page);
    const table = page.getByRole("table", { name: "Resources" });
    const boxes = table.getByRole("checkbox", { name: /^Choose .+, / });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    const bar = page.getByRole("status").filter({ hasText: /^\d+ selected/ });
    await expect(bar).toHaveText("2 selected (all match the current filter)");
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await expectSettled(page);
    await boxes.nth(0).check();
    await page.reload();
    await expect(bar).toHaveText("3 selected (all match the current filter)", { timeout: 30_000 });
    await page.goBack();
    await expect(boxes.nth(0)).toBeChecked();
    // The head of a page that is gone back to after a reload is read anew.
    await expect(page).toHaveTitle(/Resources/);
    await expectNoAxeViolations(page);

    await filterOf(page).fill("kind:mount-target");
    await expect(page.getByRole("main").getByText(/no longer selected: hidden by the filter/)).toBeVisible();
    const all = page.getByRole("checkbox", { name: "Choose all rows in sight" });
    await all.check();
    await expect(bar).toContainText("(all that match the current filter)");
    const plan = page.getByRole("link", { name: /Plan an edit of \d+ resources?/ });
    await expect(plan).toHaveAttribute("href", /resource=ocid1\.mounttarget/);
    await all.uncheck();
    await boxes.nth(0).check();
    await page.getByRole("button", { name: /Select all \d+ matching/ }).click();
    await expect(bar).toContainText("(all that match the current filter)");
  },
);

test.describe("on a phone", () => {
  test.use({ viewport: phone });

  readingTest("the tools of a list are at hand, and nothing scrolls sideways", async ({ page }) => {
    await page.goto(routes.findings({ q: "severity:high -kind:vcn" }));
    await expectTenancyRead(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Columns" }).click();
    await expect(page.getByRole("dialog", { name: "Columns" })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.keyboard.press("Escape");
    await expectNoAxeViolations(page);
  });
});

/** The cells of each line of a CSV file. */
const linesOf = (text: string): readonly (readonly string[])[] => {
  const lines: string[][] = [[]];
  for (const [, separator, quoted, bare] of text.matchAll(/(^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator === "\r\n") lines.push([]);
    lines.at(-1)?.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
  }
  return lines;
};

test.describe("in a hostile tenancy", () => {
  test.use({ seed: "hostile" });

  readingTest("an export holds the rows of the screen, and none of its cells runs", async ({ page }) => {
    await page.goto(routes.resources({ protected: "any", q: "-kind:vcn", size: "100", columns: "attributes,kind" }));
    await expectTenancyRead(page);
    const rows = page.getByRole("table", { name: "Resources" }).getByRole("rowheader");
    await expect(rows.first()).toBeVisible();
    const hrefs = await rows.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^zpr-resources-\d{14}\.csv$/);
    const lines = linesOf((await readFile(await file.path(), "utf8")).replace("\uFEFF", ""));
    const head = lines.findIndex(([name]) => name === "Name");
    expect(lines[head]).toEqual(["Name", "Id", "Attributes", "Kind"]);
    expect(lines.slice(0, head).map(([what]) => what)).toEqual(
      expect.arrayContaining(["Tenancy", "Exported", "Filters", "Rows", "Complete"]),
    );
    const written = lines.slice(head + 1).filter((cells) => cells.length > 1);
    expect(written.slice(0, hrefs.length).map(([, id]) => routes.resource(id ?? ""))).toEqual(hrefs);
    const texts = written.flat();
    expect(texts.filter((text) => /^'[=+\-@]/.test(text)).length).toBeGreaterThan(0);
    expect(texts.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
  });
});

readingTest(
  "an export of the stale queue says how many statements name each value, as the screen does",
  async ({ page }) => {
    await page.goto(routes.securityAttributes({ state: "stale" }));
    await expectTenancyRead(page);
    const named = page.getByRole("table", { name: "Stale security attributes" }).getByText(/^(\d+|No) statements?$/);
    await expect(named.first()).toBeVisible();
    const shown = await named.allTextContents();
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const lines = linesOf((await readFile(await (await download).path(), "utf8")).replace("\uFEFF", ""));
    const head = lines.findIndex(([name]) => name === "Security attribute");
    const place = lines[head]?.indexOf("Named by statements") ?? -1;
    const written = lines.slice(head + 1).flatMap((cells) => (/^\d+$/.test(cells[place] ?? "") ? [cells[place]] : []));
    expect(written.slice(0, shown.length)).toEqual(shown.map((text) => text.split(" ")[0]?.replace("No", "0")));
  },
);

test.describe("in a large tenancy", () => {
  test.use({ seed: "scale:20" });

  readingTest(
    "all rows are one list, whose last row is reached, and whose rows say where they are",
    async ({ page }) => {
      await page.goto(routes.resources({ protected: "any", size: "all" }));
      await expectTenancyRead(page);
      const table = page.getByRole("table", { name: "Resources" });
      // The rows come after their table.
      await expect(table.locator('[aria-rowindex="2"]').getByRole("rowheader")).toBeVisible();
      const total = Number((await table.getAttribute("aria-rowcount")) ?? 0) - 1;
      expect(total).toBeGreaterThan(300);
      expect(await table.getByRole("row").count()).toBeLessThan(80);
      const box = page.getByRole("region", { name: "Resources" });
      await box.focus();
      await page.keyboard.press("End");
      await expect(table.locator(`[aria-rowindex="${total + 1}"]`).getByRole("rowheader")).toBeVisible();
      const last = (await table.getByRole("rowheader").last().textContent()) ?? "";
      await expectNoAxeViolations(page);

      await page.goto(routes.resources({ protected: "any", size: "all", sortOrder: "DESC" }));
      await expect(table.getByRole("rowheader").first()).toHaveText(last);
      await filterOf(page).fill("name:pool-1");
      // So few that they are a plain list again.
      await expect(table.getByRole("rowheader").first()).toHaveText(/pool-1$/);
      await expectRow(table, { Name: "pool-1" });
    },
  );
});
