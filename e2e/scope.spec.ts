import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { chooseScope } from "@/e2e/fixtures/scope";
import { rowWith } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const outage = { kind: "error", status: 503, code: "ServiceUnavailable" } as const;

readingTest(
  "a scope chosen by keyboard narrows every page, goes along with every link, and is the same in a clean browser",
  async ({ page, openBrowser }) => {
    await page.goto(routes.clusters());
    await expectTenancyRead(page);
    const scope = page.getByRole("banner").getByRole("button", { name: /^Scope:/ });
    await expect(scope).toHaveAccessibleName(/acme\s*2 regions/);
    await tabTo(scope);
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: "Scope" });
    await expect(panel.getByRole("checkbox", { name: "All regions" })).toBeChecked();
    await expectNoAxeViolations(page, { include: "[role=dialog][aria-label=Scope]" });
    await tabTo(panel.getByRole("checkbox", { name: "us-ashburn-1" }));
    await page.keyboard.press("Space");
    await tabTo(panel.getByLabel("Find a compartment"));
    await page.keyboard.type("paym");
    await tabTo(panel.getByRole("radio").first());
    await page.keyboard.press("ArrowDown");
    await expect(panel.getByRole("radio", { name: "payments", exact: false }).first()).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(panel).toBeHidden();
    await expect(scope).toBeFocused();
    await expect(scope).toHaveAccessibleName(/us-ashburn-1.*payments and below/);

    const table = page.getByRole("table", { name: "Clusters" });
    await expect(page.getByRole("main").getByRole("status")).toHaveText(/^\d+ clusters$/);
    await expectSettled(page);
    const names = await table.getByRole("rowheader").allTextContents();
    expect(names).toContain("payments-prod");
    expect(names).not.toContain("storefront-prod");
    const places = page.getByRole("navigation", { name: "Places" });
    await expect(places.getByRole("link", { name: /^Clusters/ })).toHaveText(new RegExp(`^Clusters${names.length}$`));

    await table.getByRole("link", { name: "payments-prod", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("payments-prod");
    await page
      .getByRole("navigation", { name: "Cluster" })
      .getByRole("link", { name: /^Node pools/ })
      .click();
    await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Clusters" }).click();
    await expect(table.getByRole("rowheader")).toHaveText(names);
    await places.getByRole("link", { name: /^Resources/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Resources");
    await expectSettled(page);
    const resources = page.getByRole("table", { name: "Resources" });
    expect(await (await rowWith(resources, { Region: "eu-frankfurt-1" })).count()).toBe(0);
    const shown = await resources.getByRole("rowheader").allTextContents();
    await page.reload();
    await expect(resources.getByRole("rowheader")).toHaveText(shown);
    const other = await openBrowser();
    await other.goto(page.url());
    await expect(other.getByRole("table", { name: "Resources" }).getByRole("rowheader")).toHaveText(shown);
    await expect(other.getByRole("button", { name: /^Scope:/ })).toHaveAccessibleName(
      /us-ashburn-1.*payments and below/,
    );

    await places.getByRole("link", { name: "Overview" }).click();
    await expect(page.getByRole("heading", { name: "In this scope" })).toBeVisible();
    const clusters = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: /^Clusters\d+$/ });
    await expect(clusters).toHaveText(`Clusters${names.length}`);
    await expect(page.getByRole("table", { name: "Regions" })).not.toContainText("eu-frankfurt-1");
    await expectNoAxeViolations(page);

    await places.getByRole("link", { name: "ZPR policies" }).click();
    await expect(page.getByText("This list is of the whole tenancy")).toBeVisible();
    await page.goBack();

    await scope.click();
    await panel.getByRole("button", { name: "Whole tenancy" }).click();
    await expect(scope).toHaveAccessibleName(/acme\s*2 regions$/);
    await expect(page).toHaveURL(routes.overview());
    await page.goBack();
    await expect(scope).toHaveAccessibleName(/us-ashburn-1.*payments and below/);
  },
);

readingTest("what the address names and nobody knows is ignored and said, and can be taken out", async ({ page }) => {
  await page.goto(
    routes.clusters({ region: "mars-north-1,eu-frankfurt-1", compartmentId: "ocid1.compartment.oc1..gone" }),
  );
  await expectTenancyRead(page);
  const notice = page.getByRole("status").filter({ hasText: "A part of the scope in the address is ignored" });
  await expect(notice).toContainText("mars-north-1, ocid1.compartment.oc1..gone");
  await expect(page.getByRole("table", { name: "Clusters" })).toContainText("payments-eu");
  await expect(page.getByRole("table", { name: "Clusters" })).not.toContainText("us-ashburn-1");
  await notice.getByRole("button", { name: "Take it out" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page).toHaveURL(routes.clusters({ region: "eu-frankfurt-1" }));

  await chooseScope(page, { regions: ["eu-frankfurt-1"], compartment: "network" });
  await expect(page.getByText("No clusters in this scope")).toBeVisible();
  await page.getByRole("button", { name: "Show the whole tenancy" }).click();
  await expect(page.getByRole("table", { name: "Clusters" })).toContainText("payments-prod");
});

readingTest("on a phone the scope is in the sheet, and in the bar once it is narrowed", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  await page.getByRole("button", { name: "Open navigation" }).click();
  const sheet = page.getByRole("dialog", { name: "Navigation" });
  await sheet.getByRole("button", { name: /^Scope:/ }).click();
  const panel = sheet.getByRole("dialog", { name: "Scope" });
  await panel.getByRole("checkbox", { name: "eu-frankfurt-1" }).check();
  await expectNoAxeViolations(page, { include: "dialog[open]" });
  await panel.getByRole("button", { name: "Apply scope" }).click();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("banner").getByRole("button", { name: /^Scope:/ })).toContainText("eu-frankfurt-1");
  await expectNoSidewaysScroll(page);
});

test("a region that fails is named in its own scope, and is no gap of another", async ({ page, tenancy }) => {
  await tenancy.addFault({ region: "eu-frankfurt-1", effect: outage });
  await page.goto(routes.clusters({ region: "us-ashburn-1" }));
  await expectTenancyRead(page);
  await expect(page.getByRole("main").getByRole("status")).toHaveText(/^\d+ clusters$/);
  await expect(page.getByText("Not everything could be read")).toHaveCount(0);
  await chooseScope(page, { regions: ["eu-frankfurt-1"] });
  await expect(page.getByText("Not everything could be read in eu-frankfurt-1")).toBeVisible();
  await expect(page.getByText("No clusters in what could be read of this scope")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: /^Clusters/ })).toHaveText(
    "Clusters",
  );
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Coverage" }).click();
  await expect(page.getByRole("table", { name: "Reads" })).toContainText("ServiceUnavailable");
});
