import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { openCluster } from "@/e2e/fixtures/places";
import { expectRow } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { hostileStrings } from "@/emulator/seeds/hostile-strings";
import { routes } from "@/lib/routes";

const sheetOf = (page: Page): Locator => page.getByRole("table", { name: "Surfaces of" });
const surface = (page: Page, name: string): Locator =>
  sheetOf(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name }) });

readingTest("a person browses from the overview to a deleted attribute", async ({ page }) => {
  await page.goto(routes.overview());
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Clusters" }).click();
  await page.getByLabel("Attributes", { exact: true }).selectOption("Deleted");
  const clusters = page.getByRole("table", { name: "Clusters" });
  await expectRow(clusters, { Name: "data-lake", Findings: "3 deleted" });
  await clusters.getByRole("link", { name: "data-lake", exact: true }).click();

  await expect(page).toHaveTitle(/^data-lake/);
  await expect(page.getByRole("link", { name: "Security 4 stale" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Surfaces by state" })).toContainText("4 with stale attributes");
  const primary = surface(page, "spark-next Primary VNIC");
  await expect(primary).toContainText("1 deleted");
  const chip = primary.locator("[data-verdict=deleted]");
  await expect(chip).toContainText("app.squad");
  await expect(chip).toContainText("lake");
  await expect(primary.getByRole("button", { name: "Remove app.squad" })).toBeEnabled();
});

readingTest("the sheet has a row for every surface, and says where nothing is set", async ({ page }) => {
  await openCluster(page, "storefront-prod");
  await expect(surface(page, "Kubernetes API endpoint")).toContainText("5 of 5 used");
  await expect(surface(page, "search Primary VNIC")).toContainText("Not set");
  await expect(surface(page, "search Primary VNIC")).toContainText("Unprotected");
  await expect(surface(page, "search Secondary VNICs")).toContainText("2 retired");
  await expect(surface(page, "checkout Secondary VNICs")).toContainText("1 value not allowed");
  await expect(surface(page, "burst")).toContainText(
    "Oracle does not support security attributes on virtual node pools.",
  );
  await expect(surface(page, "k8s-public")).toContainText("IngressClass annotation");
  await expect(sheetOf(page)).toContainText("No mount targets");
});

readingTest("a load balancer stands under its cluster with how sure the console is, and why", async ({ page }) => {
  await openCluster(page, "storefront-prod");
  await expect(surface(page, "storefront-canary")).toContainText(
    "Very likely: 2 of its 2 backends are nodes of this cluster.",
  );
  await page.getByRole("link", { name: "Services & storage" }).click();
  const services = page.getByRole("table", { name: "Services and storage of storefront-prod" });
  await expectRow(services, {
    Name: "storefront-canary",
    "Kind, owner of the setting": /^Load balancer\s*The resource$/,
    "Why it stands here": "Very likely: 2 of its 2 backends are nodes of this cluster.",
    "Stored in OCI": "2 of 5 used",
  });
  await expectRow(services, {
    Name: /^[0-9a-f-]{36}$/,
    "Why it stands here": /^Certain: /,
    "Kind, owner of the setting": "Service annotation",
  });
  await expectRow(services, { Name: "status-page", "Why it stands here": /^Possible: / });
});

readingTest("the node pools of a cluster show their two sets apart, and what is wrong", async ({ page }) => {
  await openCluster(page, "payments-prod");
  await page.getByRole("link", { name: /^Node pools/ }).click();
  const pools = page.getByRole("table", { name: "Node pools of payments-prod" });
  await expectRow(pools, {
    Name: "gateway",
    Nodes: "12",
    "Primary VNIC": /oke\.role.*node/,
    "Secondary VNICs": /app\.tier.*api/,
  });
  await expectRow(pools, {
    Name: "ledger",
    Findings: /\d findings?, the gravest .*VNICs differ/s,
    "Secondary VNICs": /ledger-pods.*ledger-storage/s,
  });
  await expectRow(pools, { Name: "settlement", State: "Needs attention" });
});

readingTest(
  "a cluster that cannot use security attributes says why, on the page and on every control",
  async ({ page }) => {
    await openCluster(page, "sandbox-131");
    const reason = "The cluster runs Kubernetes 1.31. Security attributes need 1.32 or later.";
    await expect(page.getByText("Not eligible")).toBeVisible();
    await expect(page.getByText(reason).first()).toBeVisible();
    await expect(page.getByText("No attribute: no policy can match")).toBeVisible();
    const add = surface(page, "Kubernetes API endpoint").getByRole("button", { name: /^Add security attributes/ });
    await expect(add).toBeDisabled();
    await expect(add).toHaveAccessibleDescription(reason);
    await add.hover();
    await expect(page.getByRole("tooltip").filter({ hasText: reason })).toBeVisible();
  },
);

readingTest("an endpoint outside a VCN of the customer has no place for attributes, and says so", async ({ page }) => {
  await openCluster(page, "legacy-monolith");
  await expect(surface(page, "Kubernetes API endpoint")).toContainText(
    "Migrate the cluster to a VCN-native cluster first.",
  );
  await expect(surface(page, "Kubernetes API endpoint")).toContainText("Not supported");
});

readingTest("a cluster that failed says so, and nothing can be changed on it", async ({ page }) => {
  await openCluster(page, "sandbox-broken");
  await expect(page.getByRole("main").getByText("Failed").first()).toBeVisible();
  await expect(surface(page, "Kubernetes API endpoint").getByRole("button", { name: /^Remove/ })).toBeDisabled();
});

readingTest("what is not there and what may not be seen are said in one breath", async ({ page, problems }) => {
  problems.allow(/status of 404/);
  await page.goto(routes.cluster("ocid1.cluster.oc1.iad.nothere"));
  await expect(page.getByText("The cluster: not there, or not visible to you")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy OCID" })).toBeVisible();
});

test("what could not be read is named, and counts are lower bounds", async ({ page, tenancy }) => {
  await tenancy.addFault({
    operation: "listLoadBalancers",
    effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "No load balancers for you." },
  });
  await openCluster(page, "storefront-prod");
  await expect(page.getByText("Not everything could be read in us-ashburn-1")).toBeVisible();
  await page.getByText("1 reason").click();
  await expect(page.getByText("No load balancers for you.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Surfaces by state" })).toContainText("at least");
  await expect(page.getByRole("link", { name: /^Services & storage at least/ })).toBeVisible();
});

test("a tenancy that cannot be read is an error with Oracle's code and request id", async ({
  page,
  tenancy,
  problems,
}) => {
  problems.allow(/status of 503/);
  await tenancy.addFault({
    effect: { kind: "error", status: 401, code: "NotAuthenticated", message: "The key was revoked." },
  });
  await page.goto(routes.cluster("ocid1.cluster.oc1.iad.any"));
  const main = page.getByRole("main");
  await expect(main.getByText("The cluster could not be read")).toBeVisible();
  await expect(main.getByText("NotAuthenticated")).toBeVisible();
  await expect(main.getByRole("button", { name: "Copy request id" })).toBeVisible();
  await expect(main.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("a change stands under its surface while it runs and after, and the set is what a fresh read shows", async ({
  page,
}) => {
  await openCluster(page, "payments-prod");
  const secondary = surface(page, "gateway Secondary VNICs");
  await secondary.getByRole("button", { name: "Remove app.tier" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove attribute" }).click();
  // In the foot, which has it only once the change is sent: before, the one in the head does nothing.
  await page.getByRole("dialog").getByRole("contentinfo").getByRole("button", { name: "Close" }).click();
  await expect(sheetOf(page).getByText("Verified")).toBeVisible({ timeout: 20_000 });
  await expect(secondary).toContainText("2 of 5 used");
  await expect(secondary).not.toContainText("app.tier");
});

readingTest("on a phone the sheet is read from top to bottom, never sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openCluster(page, "storefront-prod");
  await expect(sheetOf(page)).toBeVisible();
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(isWide).toBe(false);
  const box = await surface(page, "checkout Secondary VNICs")
    .getByRole("button", { name: /^Add security attributes/ })
    .boundingBox();
  expect(box !== null && box.x >= 0 && box.x + box.width <= 390).toBe(true);
});

readingTest("the tabs are links that the keyboard opens, and the title takes the focus", async ({ page }) => {
  await openCluster(page, "payments-prod");
  await page.getByRole("link", { name: /^Node pools/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /^Node pools/ })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("heading", { level: 1, name: "payments-prod" })).toBeFocused();
  await page.goBack();
  await expect(sheetOf(page)).toBeVisible();
});

for (const { name, tab } of [
  { name: "storefront-prod", tab: "Security" },
  { name: "payments-prod", tab: "Node pools" },
  { name: "storefront-prod", tab: "Services & storage" },
  { name: "legacy-monolith", tab: "Security" },
]) {
  readingTest(`axe finds nothing on ${tab} of ${name}, in both themes`, async ({ page }) => {
    test.slow();
    await openCluster(page, name);
    await page.getByRole("navigation", { name: "Cluster", exact: true }).getByRole("link", { name: tab }).click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await expectNoAxeViolations(page);
  });
}

test.describe("names full of markup", () => {
  test.use({ seed: "hostile" });

  readingTest("stand on the page letter by letter, and nothing in them runs", async ({ page }) => {
    test.slow();
    await openCluster(page, hostileStrings.image);
    await expect(page).toHaveTitle(`${hostileStrings.image} - ZPR console`);
    await expect(sheetOf(page).getByRole("link", { name: hostileStrings.image, exact: true })).toBeVisible();
    await expect(page.getByRole("main").locator("img, script")).toHaveCount(0);
    expect(await page.evaluate(() => Reflect.has(globalThis, "pwned"))).toBe(false);
    await expectNoAxeViolations(page);
  });
});
