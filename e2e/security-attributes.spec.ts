import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectRow, rowWith } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const stale = routes.securityAttributes({ state: "stale" });

readingTest(
  "a reviewer sees every security attribute by namespace, its state, and where it is used",
  async ({ page }) => {
    await page.goto(routes.securityAttributes());
    const table = page.getByRole("table", { name: "Security attributes" });
    await expect(table.getByRole("rowheader", { name: /^legacy-net Retired 1 attribute/ })).toBeVisible();
    await expectRow(table, {
      "Security attribute": "app.tier",
      State: "Active",
      "Allowed values": /web, ?api, ?worker/,
    });
    await expectRow(table, { "Security attribute": "app.name", State: "Active", "Allowed values": "Any text" });
    await expectRow(table, { "Security attribute": "app.squad", State: /Deleted.*has no attribute squad/s });
    await expectRow(table, { "Security attribute": "warehouse.zone", State: "Cannot read" });

    const row = await rowWith(table, { "Security attribute": "app.tier" });
    const count = Number(
      await row
        .getByRole("link", { name: /resources carry app\.tier$/ })
        .innerText()
        .then((text) => text.match(/\d+/)?.[0]),
    );
    await row.getByRole("link", { name: /resources carry app\.tier$/ }).click();
    await expect(page).toHaveURL(/attr=app\.tier/);
    await expect(page.getByRole("table", { name: "Resources" }).getByRole("rowheader")).toHaveCount(count);
  },
);

readingTest("the catalogue is narrowed by state and by namespace", async ({ page }) => {
  await page.goto(routes.securityAttributes());
  const names = page.getByRole("table", { name: "Security attributes" }).getByRole("rowheader");
  await page.getByLabel("State", { exact: true }).selectOption({ label: "Deleting" });
  await expect(page.getByText(/2 of \d+ security attributes match/)).toBeVisible();
  await expect(names.filter({ hasText: "fraud-lab.model" })).toBeVisible();
  await page.getByLabel("Namespace", { exact: true }).selectOption("app");
  await expect(names.filter({ hasText: "app.team" })).toBeVisible();
  await expect(names.filter({ hasText: "fraud-lab.model" })).toHaveCount(0);
  await page.getByLabel("State", { exact: true }).selectOption({ label: "Any" });
  await expect(names.filter({ hasText: "app.tier" })).toBeVisible();
  await expectNoAxeViolations(page);
});

readingTest("the stale queue leads from a deleted attribute to the resource that carries it", async ({ page }) => {
  await page.goto(routes.overview());
  await page.getByRole("link", { name: /Stale attributes/ }).click();
  const queue = page.getByRole("table", { name: "Stale security attributes" });
  await expect(queue.getByRole("rowheader").first()).toContainText("deleted");
  await expect(queue.getByRole("rowheader").last()).toContainText("retired");
  await expect(queue.getByText("unknown", { exact: true })).toHaveCount(0);
  await expectRow(queue, {
    "Security attribute": /app\.squad.*lake/s,
    Why: "The namespace app has no attribute squad: it was deleted.",
    "Carried by": /spark-next.*Node pool primary VNIC of data-lake/s,
  });
  await expectNoAxeViolations(page);

  const row = await rowWith(queue, { "Security attribute": "app.squad" });
  await row.getByRole("link", { name: "spark-next" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "spark-next" })).toBeVisible();
  const set = page.getByRole("list", { name: "Security attributes" });
  await expect(set.getByRole("listitem").filter({ hasText: "app.squad" })).toContainText(/deleted.*it was deleted/s);
});

readingTest("what could not be looked up stands beside the queue, never in it", async ({ page }) => {
  await page.goto(stale);
  const unknown = page.getByRole("table", { name: "Unknown security attributes" });
  await expectRow(unknown, { "Security attribute": "warehouse.zone", Why: /deleted, or it is hidden from you/ });
  const queue = page.getByRole("table", { name: "Stale security attributes" });
  await expect(await rowWith(queue, { "Security attribute": "warehouse.zone" })).toHaveCount(0);
});

readingTest("an attribute's page shows its definition and every resource with its value", async ({ page }) => {
  await page.goto(routes.securityAttribute("APP", "tier"));
  await expect(page.getByRole("heading", { level: 1, name: "app.tier" })).toBeVisible();
  const table = page.getByRole("table", { name: "Resources that carry app.tier" });
  await expectRow(table, { Name: "checkout", Value: /frontend.*value not allowed/s });
  await expectNoAxeViolations(page);
  await table.getByRole("link", { name: "checkout" }).click();
  const set = page.getByRole("list", { name: "Security attributes" });
  await expect(set.getByRole("listitem").filter({ hasText: "frontend" })).toContainText(
    "app.tier is active, but this value is not one of those it allows.",
  );
});

readingTest("an attribute that nothing defines or carries is said to be neither", async ({ page }) => {
  await page.goto(routes.securityAttribute("app", "never-there"));
  await expect(page.getByText("This security attribute: not there, or not visible to you")).toBeVisible();
});

test("lists that fail make nothing deleted", async ({ page, tenancy }) => {
  await tenancy.addFault({
    operation: "listSecurityAttributes",
    effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound" },
  });
  await page.goto(stale);
  await expect(page.getByText("Not every namespace or security attribute could be listed")).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole("table", { name: "Unknown security attributes" })).toBeVisible();
  await expect(
    page.getByRole("table", { name: "Stale security attributes" }).getByText("deleted", { exact: true }),
  ).toHaveCount(0);
});

test("without the right to list namespaces the screen says what to ask for", async ({ page, tenancy }) => {
  await tenancy.addFault({
    operation: "listSecurityAttributeNamespaces",
    effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound" },
  });
  await page.goto(routes.securityAttributes());
  await expect(page.getByText("You cannot list security attribute namespaces in this tenancy")).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText("Allow group GROUP to read security-attribute-namespace in tenancy")).toBeVisible();
  const table = page.getByRole("table", { name: "Security attributes" });
  await expectRow(table, { "Security attribute": "app.tier", State: "Cannot read" });
  await expect(await rowWith(table, { State: "Deleted" })).toHaveCount(0);
  await page.goto(routes.securityAttributes({ q: "oke.role" }));
  await expectRow(table, { "Security attribute": "oke.role", State: "Cannot read" });
  await expectNoAxeViolations(page);
});

test.describe("somebody who may read half of the tenancy", () => {
  test.use({ seed: "restricted" });

  readingTest("sees nothing called deleted that is only hidden", async ({ page }) => {
    await page.goto(stale);
    const unknown = page.getByRole("table", { name: "Unknown security attributes" });
    await expectRow(unknown, { "Security attribute": "pci.scope", Why: /deleted, or it is hidden from you/ });
    const queue = page.getByRole("table", { name: "Stale security attributes" });
    for (const hidden of ["pci.", "partners.", "fraud-lab."]) {
      await expect(queue.getByRole("rowheader").filter({ hasText: hidden })).toHaveCount(0);
    }
    await page.goto(routes.securityAttributes({ namespace: "pci" }));
    await expectRow(page.getByRole("table", { name: "Security attributes" }), {
      "Security attribute": "pci.scope",
      State: "Cannot read",
    });
    await expectNoAxeViolations(page);
  });
});

test.describe("in an empty tenancy", () => {
  test.use({ seed: "empty" });

  readingTest("both screens say what would be there", async ({ page }) => {
    await page.goto(routes.securityAttributes());
    await expect(page.getByText("No security attribute namespace is visible to you")).toBeVisible();
    await page.goto(routes.resources());
    await expect(page.getByText("There is nothing in this tenancy that could carry security attributes")).toBeVisible();
    await expectNoAxeViolations(page);
  });
});

test.describe("in a hostile tenancy", () => {
  test.use({ seed: "hostile" });

  readingTest("an attribute's page is reached by its link, names shown literally, nothing runs", async ({ page }) => {
    await page.goto(routes.securityAttributes());
    const table = page.getByRole("table", { name: "Security attributes" });
    // Until the tenancy is read to its end there is only "so far".
    await expect(page.getByText(/^(at least )?\d+ security attributes$/)).toBeVisible({ timeout: 30_000 });
    const links = await table
      .getByRole("rowheader")
      .getByRole("link")
      .evaluateAll((found) =>
        found.map((link) => ({ href: link.getAttribute("href") ?? "", text: link.textContent ?? "" })),
      );
    // hostile.spec.ts visits the page of every one.
    expect(links.length).toBeGreaterThan(3);
    for (const { href, text } of links.slice(0, 3)) {
      await page.goto(href);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
      await expect(page.getByText("Allowed values")).toBeVisible();
    }
    expect(await page.evaluate(() => Reflect.has(globalThis, "pwned"))).toBe(false);
    await expectNoAxeViolations(page);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  readingTest("the queue and the catalogue need no scrolling sideways", async ({ page }) => {
    for (const [address, name] of [
      [stale, "Stale security attributes"],
      [routes.securityAttributes({ namespace: "app" }), "Security attributes"],
    ] as const) {
      await page.goto(address);
      const region = page.getByRole("region", { name, exact: true });
      await expect(region).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await region.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    }
    await expectNoAxeViolations(page);
  });
});
