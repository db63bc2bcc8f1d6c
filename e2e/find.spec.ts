import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const palette = (page: Page) => page.getByRole("dialog", { name: "Command palette" });

/** Waits until the keys are listened to: their code comes after the page. */
async function expectKeys(page: Page): Promise<void> {
  await expect(page.getByRole("banner").getByRole("button", { name: "Open the command palette" })).toHaveAttribute(
    "aria-keyshortcuts",
    /Control\+K/,
  );
}

async function openPalette(page: Page): Promise<void> {
  await expectKeys(page);
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
}

readingTest("an OCID in the search, in the palette or in the address leads to its thing", async ({ page }) => {
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  const { items } = await (await page.request.get("/api/clusters?q=payments-prod")).json();
  const { id, name } = items[0];
  const search = page.getByRole("banner").getByRole("searchbox", { name: "Search resources" });
  await search.fill(`  ${id} `);
  await search.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clusters");

  const vcn = (await (await page.request.get("/api/resources?kind=vcn")).json()).items[0];
  await openPalette(page);
  await page.keyboard.type(vcn.ocid);
  await expect(palette(page).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(vcn.displayName);

  await page.goto(routes.find("ocid1.bucket.oc1.iad.aaaa"));
  await expect(page.getByText("The console has no page for this type: bucket")).toBeVisible();
  await page.goto(routes.find("not an OCID"));
  await expect(page.getByText("This is not an OCID")).toBeVisible();
  await expectNoAxeViolations(page);
});

test.describe("a person who may not read everything", () => {
  test.use({ seed: "restricted" });

  readingTest("is told where an OCID may be that was not found, and what would let one read it", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(routes.find("ocid1.mounttarget.oc1.iad.aaaa"));
    await expectTenancyRead(page);
    await expect(page.getByText("It may be in what could not be read")).toBeVisible();
    await expect(page.getByRole("list", { name: "Not read" })).toContainText("listMountTargets in us-ashburn-1");
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "See what is missing to read it" }).click();
    await expect(page.getByRole("list", { name: "IAM statements" })).toContainText("MOUNT_TARGET_INSPECT");
  });
});

readingTest("what is typed before the palette is there is not lost", async ({ page }) => {
  await page.goto(routes.guards());
  await expectKeys(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("clux");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("sters");
  await expect(palette(page).getByRole("combobox", { name: "Command palette" })).toHaveValue("clusters");
  await expect(palette(page).getByRole("option", { name: "Clusters", exact: true })).toBeVisible();
});

readingTest("the palette finds places, things beyond the first page, and what the page offers", async ({ page }) => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  const search = page.getByRole("banner").getByRole("searchbox", { name: "Search resources" });
  await search.focus();
  await openPalette(page);
  const box = palette(page).getByRole("combobox", { name: "Command palette" });
  await expect(box).toBeFocused();
  await expect(palette(page).getByRole("option", { name: "Clusters" })).toBeVisible();
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await expect(search).toBeFocused();

  await openPalette(page);
  await page.keyboard.type("payments-pro");
  await expect(palette(page).getByRole("status")).toHaveText(/\d+ in the tenancy$/);
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await expect(palette(page).getByRole("option").first()).toContainText(/payments-prod.*Cluster, us-ashburn-1/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("payments-prod");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await openPalette(page);
  await page.keyboard.type("go up");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clusters");

  await page.goto(routes.zprPolicies());
  await expectSettled(page);
  await openPalette(page);
  await page.keyboard.type("create policy");
  await expect(palette(page).getByRole("option").first()).toHaveAccessibleName(/Create policy/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New ZPR policy");
});

readingTest("on a phone the palette opens from the sheet and fits", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  await page.getByRole("button", { name: "Open navigation" }).click();
  await page
    .getByRole("dialog", { name: "Navigation" })
    .getByRole("button", { name: "Open the command palette" })
    .click();
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.type("ledger");
  await expect(palette(page).getByRole("status")).toHaveText(/in the tenancy$/);
  await expectNoSidewaysScroll(page);
  await palette(page)
    .getByRole("option", { name: /ledger/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ledger");
});

readingTest(
  "keys go to places, filter, list themselves and step through a list; text boxes keep their letters",
  async ({ page }) => {
    await page.goto(routes.overview());
    await expectTenancyRead(page);
    await expectKeys(page);
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(page.getByRole("heading", { level: 1, name: "Clusters" })).toBeFocused();
    await expectSettled(page);
    await page.keyboard.press("/");
    const filter = page.getByRole("combobox", { name: "Filter clusters" });
    await expect(filter).toBeFocused();
    await page.keyboard.type("gr?");
    await expect(filter).toHaveValue("gr?");
    await filter.fill("payments");
    await expect(page).toHaveURL(/q=payments/);
    await expectSettled(page);
    await expect(page.getByRole("main").getByRole("status")).toHaveText(/ match$/);
    const names = await page.getByRole("table", { name: "Clusters" }).getByRole("rowheader").allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    await page.getByRole("link", { name: names[0] ?? "", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[0] ?? "");
    await page.keyboard.press("]");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[1] ?? "");
    await page.keyboard.press("[");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[0] ?? "");

    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(list).toBeVisible();
    await expectNoAxeViolations(page, { include: "[role=dialog]" });
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await expect(list).toBeVisible();
    await list.getByRole("link", { name: "Change the shortcuts" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeFocused();
  },
);

readingTest(
  "keys are changed and switched off in the settings, in every tab and after a reload",
  async ({ page, context }) => {
    await page.goto(routes.settings());
    await expectTenancyRead(page);
    const other = await context.newPage();
    await other.goto(routes.clusters());
    await expectKeys(other);
    const help = page.getByRole("textbox", { name: "List the keyboard shortcuts" });
    await tabTo(help);
    await page.keyboard.type("g");
    await expect(help).toHaveAccessibleDescription(/Taken: go to a place/);
    await page.keyboard.type("h");
    await expect(help).toHaveValue("h");
    await expectNoAxeViolations(page);
    await other.keyboard.press("?");
    await other.keyboard.press("h");
    await expect(other.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("h");
    await other.keyboard.press("Escape");

    await page.getByRole("switch", { name: "Shortcuts of one key" }).click();
    await page.reload();
    await expect(page.getByRole("switch", { name: "Shortcuts of one key" })).toHaveAttribute("aria-checked", "false");
    for (const key of ["h", "g", "o"]) await other.keyboard.press(key);
    await openPalette(other);
    await expect(other.getByRole("dialog", { name: "Keyboard shortcuts" })).toHaveCount(0);
    await expect(other).toHaveURL(routes.clusters());
    await page.setViewportSize(phone);
    await expectNoSidewaysScroll(page);
  },
);
