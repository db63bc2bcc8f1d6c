import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const figureOf = (page: Page, label: string): Locator =>
  page.getByRole("main").getByRole("link", { name: new RegExp(`^${label}`) });

/** The number of a figure or of a fact: the first one that stands in its text. */
async function numberIn(element: Locator): Promise<number> {
  const text = await element.innerText();
  return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(",", ""));
}

const factRow = (page: Page, label: string): Locator =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: label, exact: true }) });

test("a cold start shows how far the reading has come, then the numbers", async ({ page, tenancy }) => {
  await tenancy.addFault({ effect: { kind: "latency", ms: 40 } });
  await tenancy.addFault({
    operation: "listRegionSubscriptions",
    count: 1,
    effect: { kind: "error", status: 429, code: "TooManyRequests", retryAfterSeconds: 3 },
  });
  await page.goto(routes.overview(), { waitUntil: "commit" });
  await expect(page.getByRole("main").getByRole("status", { name: "Reading the tenancy" })).toBeVisible();
  await expect(page.getByText("Emulated tenancy.")).toBeVisible();

  await expect(page.getByRole("progressbar", { name: "Reading the tenancy" })).toBeVisible();
  await expect(page.getByRole("banner")).toContainText(/Reading \d+ of \d+/);
  await expect(figureOf(page, "Unprotected resources")).toContainText(/at least \d/);

  await expectTenancyRead(page);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByText(/(\d+) of \1 lists in 2 regions and 14 compartments$/)).toBeVisible();
  await expect(figureOf(page, "Unprotected resources")).not.toContainText("at least");
  await expect(page.getByRole("banner")).toContainText("acme");
});

/** Each number on the overview that leads to a list, and what that list says of its length. */
const counted: readonly {
  readonly label: string;
  readonly isFigure?: boolean;
  readonly title: string;
  readonly says: RegExp;
}[] = [
  { label: "Findings", isFigure: true, title: "Findings", says: /^(\d+) findings$/ },
  { label: "Unprotected resources", isFigure: true, title: "Resources", says: /(?:^|, )(\d+) unprotected/ },
  { label: "Clusters not eligible", isFigure: true, title: "Clusters", says: /^(\d+) of \d+ clusters match$/ },
  { label: "Clusters", title: "Clusters", says: /^(\d+) clusters$/ },
  { label: "Node pools", title: "Resources", says: /^(\d+) protected, (\d+) unprotected of \d+ match$/ },
  { label: "Protected resources", title: "Resources", says: /^(\d+) protected/ },
  { label: "Not matched to a cluster", title: "Resources", says: /^(\d+) protected, (\d+) unprotected of \d+ match$/ },
];

readingTest("each number leads to a list that counts the same", async ({ page }) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  for (const { label, isFigure = false, title, says } of counted) {
    const number = await numberIn(isFigure ? figureOf(page, label) : factRow(page, label));
    expect(number).toBeGreaterThan(0);
    await (isFigure ? figureOf(page, label) : factRow(page, label).getByRole("link")).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    const length = page.getByRole("main").getByRole("status").first();
    await expect(length).toHaveText(says);
    const parts = says.exec(await length.innerText())?.slice(1) ?? [];
    expect(
      parts.map(Number).reduce((sum, part) => sum + part),
      label,
    ).toBe(number);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  }
});

readingTest(
  "the numbers of stale and unknown attributes are those of the resources that carry them",
  async ({ page }) => {
    await page.goto(routes.overview());
    await expectTenancyRead(page);
    const stale = await numberIn(figureOf(page, "Stale attributes"));
    await figureOf(page, "Stale attributes").click();
    const queue = page.getByRole("table", { name: "Stale security attributes" });
    await expect(queue).toBeVisible();
    const carriers = await queue.getByRole("listitem").allInnerTexts();
    const more = carriers.map((text) => /^and (\d+) more/.exec(text)?.[1]);
    expect(more.reduce((sum, number) => sum + Number(number ?? 1), 0)).toBe(stale);

    await page.goBack();
    const unknown = await numberIn(figureOf(page, "Unknown verdicts"));
    await figureOf(page, "Unknown verdicts").click();
    const carried = page.getByRole("table").getByRole("link", { name: /resources carry/ });
    await expect(carried.first()).toBeVisible();
    const numbers = (await carried.allInnerTexts()).map((text) => Number.parseInt(text, 10));
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(unknown);
  },
);

test("a refresh reads the tenancy anew and keeps the old numbers in sight meanwhile", async ({ page, tenancy }) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  const before = await numberIn(figureOf(page, "Unprotected resources"));
  await tenancy.clearRequests();
  await tenancy.addFault({ effect: { kind: "latency", ms: 60 } });

  const refresh = page.getByRole("button", { name: "Read the tenancy again" });
  await refresh.click();
  await expect(page.getByRole("banner")).toContainText(/Refreshing \d+ of \d+/);
  await expect(refresh).toHaveAttribute("aria-disabled", "true");
  await expect(refresh).toHaveAccessibleDescription("The tenancy is being read now");
  expect(await numberIn(figureOf(page, "Unprotected resources"))).toBe(before);
  await expect(figureOf(page, "Unprotected resources")).not.toContainText("at least");

  await tenancy.clearFaults();
  await expectTenancyRead(page);
  await expect(refresh).not.toHaveAttribute("aria-disabled");
  expect(await tenancy.requests("listClusters")).not.toHaveLength(0);
});

test("data that has grown old says so, with its age", async ({ page }) => {
  await page.clock.install();
  await page.goto(routes.overview());
  await page.clock.resume();
  await expectTenancyRead(page);
  await page.clock.fastForward("12:00");
  await expect(page.getByRole("banner")).toContainText("Read 12 min ago");
  await page.clock.fastForward("04:00");
  await expect(page.getByRole("banner")).toContainText("Old data, read 16 min ago");
});

test.describe("the theme", () => {
  test.use({ colorScheme: "light" });

  readingTest(
    "is kept after a reload, is there before the first paint, and in other tabs too",
    async ({ page, context }) => {
      await page.addInitScript(() => {
        new MutationObserver((_records, observer) => {
          if (document.body === null) return;
          observer.disconnect();
          Reflect.set(globalThis, "themeAtBody", document.documentElement.dataset["theme"] ?? "system");
        }).observe(document, { childList: true, subtree: true });
      });
      const themeAtBody = () => page.evaluate(() => Reflect.get(globalThis, "themeAtBody") as unknown);
      const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      await page.goto(routes.overview());
      expect(await themeAtBody()).toBe("system");
      const light = await background();

      const other = await context.newPage();
      await other.goto(routes.overview());

      await page.getByRole("button", { name: "Account and theme" }).click();
      await page.getByRole("group", { name: "Theme" }).getByText("Dark").click();
      await expect.poll(background).not.toBe(light);
      const dark = await background();
      await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");

      await page.reload();
      expect(await themeAtBody()).toBe("dark");
      expect(await background()).toBe(dark);
      await page.getByRole("button", { name: "Account and theme" }).click();
      await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
      await page.getByRole("group", { name: "Theme" }).getByText("System").click();
      await expect.poll(background).toBe(light);
      await expect(other.locator("html")).not.toHaveAttribute("data-theme");
    },
  );
});

readingTest("the keyboard alone skips to the content, goes to a place, searches and reads a hint", async ({ page }) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);

  await page.goto(routes.overview());
  await tabTo(page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: /^Clusters/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Clusters" })).toBeFocused();
  await expect(page).toHaveTitle("Clusters - ZPR console");

  await page.goto(routes.overview());
  const refresh = page.getByRole("button", { name: "Read the tenancy again" });
  await tabTo(refresh);
  await expect(page.getByRole("tooltip", { name: "Read the tenancy again" })).toBeVisible();

  await page.goto(routes.overview());
  await tabTo(page.getByRole("searchbox", { name: "Search resources" }));
  await page.keyboard.type("payments");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(routes.resources({ q: "payments", protected: "any" }));
  await expect(page.getByRole("heading", { level: 1, name: "Resources" })).toBeFocused();
});

readingTest("on a phone the places are in a sheet that the keyboard opens and closes", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  await expectNoSidewaysScroll(page);
  await expect(page.getByRole("navigation", { name: "Places" })).toHaveCount(0);

  const open = page.getByRole("button", { name: "Open navigation" });
  await tabTo(open);
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Navigation" });
  await expect(sheet.getByRole("link", { name: /^Clusters 14$/ })).toBeVisible();
  await expectNoAxeViolations(page, { include: "dialog[open]" });
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(open).toBeFocused();

  await open.click();
  await sheet.getByRole("link", { name: /^Clusters/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Clusters" })).toBeVisible();
  await expect(sheet).toBeHidden();
  await expectNoSidewaysScroll(page);

  await open.click();
  await sheet.getByRole("searchbox", { name: "Search resources" }).fill("payments");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(routes.resources({ q: "payments", protected: "any" }));
  await expect(sheet).toBeHidden();
});

readingTest("has no accessibility violations, with and without its panel", async ({ page }) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Account and theme" }).click();
  await expect(page.getByRole("dialog", { name: "Account and theme" })).toBeVisible();
  await expectNoAxeViolations(page);
});
