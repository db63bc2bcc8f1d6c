import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { chooseScope } from "@/e2e/fixtures/scope";
import { expectRow, rowWith } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

readingTest("a reviewer turns on what is unprotected, whose number was in sight before", async ({ page }) => {
  await page.goto(routes.resources());
  const table = page.getByRole("table", { name: "Resources" });
  const summary = page.getByRole("status").filter({ hasText: /\d+ protected, \d+ unprotected/ });
  await expect(summary).toBeVisible();
  await expectRow(table, { Name: "data-lake", Kind: "Kubernetes API endpoint", Attributes: "1 of 5 used" });
  await expect(await rowWith(table, { State: "Unprotected" })).toHaveCount(0);

  await page.getByRole("switch", { name: "Show unprotected" }).click();
  await expect(page).toHaveURL(/protected=any/);
  await expectRow(table, { Name: "build-runners", State: /Unprotected|Not supported/ });
  await expectRow(table, { Attributes: "Not set", State: "Unprotected" });

  // Of every kind of row a few are enough for axe, which takes its time over a full page.
  await page.goto(routes.resources({ protected: "any", q: "storefront" }));
  await expectRow(table, { Name: "storefront-canary", Cluster: /storefront-prod/ });
  await expectNoAxeViolations(page);
});

readingTest("a row says how sure its cluster is, and an orphan which cluster it names", async ({ page }) => {
  await page.goto(routes.resources({ protected: "any", match: "orphan" }));
  const table = page.getByRole("table", { name: "Resources" });
  await expectRow(table, { Kind: "Load balancer", Cluster: /Not matched to a cluster.*names absent cluster/s });

  await page.getByLabel("Cluster", { exact: true }).selectOption({ label: "Matched, possible" });
  await expectRow(table, { Name: "status-page", Cluster: "Possible" });
});

readingTest("a copied address shows the same rows in a clean browser", async ({ page, openBrowser }) => {
  await page.goto(routes.resources());
  await chooseScope(page, { regions: ["eu-frankfurt-1"] });
  await page.getByLabel("Attributes", { exact: true }).selectOption({ label: "Any stale" });
  await page.getByRole("switch", { name: "Show unprotected" }).click();
  await page.getByRole("button", { name: "Kind", exact: true }).click();
  await expect(page).toHaveURL(/sortBy=kind/);
  const names = page.getByRole("table", { name: "Resources" }).getByRole("rowheader");
  await expect(names.filter({ hasText: "k8s-public" })).toBeVisible();
  // A VCN carries nothing stale: without it the rows are those of the filter.
  await expect(names.filter({ hasText: "prod-fra" })).toHaveCount(0);
  const shown = await names.allTextContents();
  expect(shown.length).toBeGreaterThan(1);

  const other = await openBrowser();
  await other.goto(page.url());
  const otherNames = other.getByRole("table", { name: "Resources" }).getByRole("rowheader");
  await expect(otherNames).toHaveText(shown);
});

readingTest("nothing matches, and the way back is offered", async ({ page }) => {
  await page.goto(routes.resources({ q: "no-such-thing" }));
  await expect(page.getByText(/No protected resource of \d+ matches/)).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expectRow(page.getByRole("table", { name: "Resources" }), { Name: "data-lake" });
});

test("a resource is read anew, and says why each attribute stands as it does", async ({ page, tenancy }) => {
  await page.goto(routes.resources({ q: "recommendations", kind: "node-pool-primary-vnic" }));
  await tenancy.clearRequests();
  await page.getByRole("link", { name: "recommendations" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "recommendations" })).toBeFocused();
  await expect(page).toHaveTitle("recommendations, Node pool primary VNIC - ZPR console");
  const set = page.getByRole("list", { name: "Security attributes" });
  await expect(set.getByRole("listitem").filter({ hasText: "fraud-lab.model" })).toContainText(
    "fraud-lab.model is being deleted: OCI takes it off live resources within 48 hours, and leaves it on cluster endpoints, on node pools and in manifests.",
  );
  await expect(
    page.getByText(/A change reaches only nodes that are launched afterwards: \d+ running nodes?/),
  ).toBeVisible();
  expect((await tenancy.requests("getNodePool")).length).toBeGreaterThan(0);
  await expectNoAxeViolations(page);
});

readingTest(
  "what a manifest owns is shown with the manifest to paste, and the lower limit is said",
  async ({ page }) => {
    await page.goto(routes.resources({ q: "57e2197b" }));
    await page.getByRole("link", { name: /^57e2197b/ }).click();
    await expect(page.getByText("More than the 3 attributes that Oracle's limits page allows here")).toBeVisible();
    await expect(page.getByText("oci.oraclecloud.com/security-attributes")).toBeVisible();
    await expect(page.getByText("Certain: Its system tag")).toBeVisible();
    await expectNoAxeViolations(page);
  },
);

readingTest("secondary VNICs that differ are shown each with its own set", async ({ page }) => {
  await page.goto(routes.resources({ q: "ledger", kind: "node-pool-secondary-vnics" }));
  await page.getByRole("link", { name: "ledger", exact: true }).click();
  await expect(page.getByText("The secondary VNICs of this pool carry different sets")).toBeVisible();
  await expect(page.getByText("ledger-pods", { exact: true })).toBeVisible();
  await expect(page.getByText("ledger-storage", { exact: true })).toBeVisible();
});

readingTest("a resource that is not there is not called anything else", async ({ page, problems }) => {
  problems.allow(/404/);
  await page.goto(routes.resource("ocid1.cluster.oc1.iad.notthere"));
  await expect(page.getByText("This resource: not there, or not visible to you")).toBeVisible();
});

test("a region that is down leaves the others in sight and every count a lower bound", async ({ page, tenancy }) => {
  await tenancy.addFault({
    region: "eu-frankfurt-1",
    effect: { kind: "error", status: 503, code: "ServiceUnavailable" },
  });
  await page.goto(routes.resources());
  await expect(page.getByText("Not everything could be read in eu-frankfurt-1")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^at least \d+ protected, at least \d+ unprotected$/)).toBeVisible();
  await expectRow(page.getByRole("table", { name: "Resources" }), { Name: "data-lake", Region: "us-ashburn-1" });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  readingTest("each row is a block of named lines, and nothing scrolls sideways", async ({ page }) => {
    await page.goto(routes.resources({ protected: "any", q: "data-lake" }));
    await expect(page.getByRole("link", { name: "data-lake" }).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(
      await page.getByRole("region", { name: "Resources" }).evaluate((box) => box.scrollWidth - box.clientWidth),
    ).toBe(0);
    await expectNoAxeViolations(page);
  });
});

test.describe("in a hostile tenancy", () => {
  test.use({ seed: "hostile" });

  readingTest("names and values are shown literally and nothing in them runs", async ({ page }) => {
    await page.goto(routes.resources({ protected: "any" }));
    const table = page.getByRole("table", { name: "Resources" });
    // Until the tenancy is read to its end there is only "so far".
    await expect(page.getByText(/\d+ protected, .*\d+ unprotected/)).toBeVisible({ timeout: 30_000 });
    await expect(table.getByText("<script>", { exact: false }).first()).toBeVisible();
    await expect(table.locator("script, img, iframe")).toHaveCount(0);
    const links = table.getByRole("rowheader").getByRole("link");
    for (let index = 0; index < 4; index += 1) {
      await links.nth(index).click();
      await expect(page.getByRole("button", { name: "Read again" })).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
      await page.goBack();
      await expect(links.first()).toBeVisible();
    }
    await page.goto(routes.resources({ protected: "any", kind: "load-balancer" }));
    await expect(links.first()).toBeVisible();
    expect(await page.evaluate(() => Reflect.has(globalThis, "pwned"))).toBe(false);
    await expectNoAxeViolations(page);
  });
});
