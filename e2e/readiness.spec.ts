import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { openCluster } from "@/e2e/fixtures/places";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { expectRow } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const openReadiness = async (page: Page, cluster: string): Promise<void> => {
  await openCluster(page, cluster);
  await page
    .getByRole("navigation", { name: "Cluster", exact: true })
    .getByRole("link", { name: /^Readiness/ })
    .click();
  await expect(page.getByRole("heading", { name: "Prerequisites" })).toBeVisible();
  await expectSettled(page);
};

/** The line of one check. */
const checkOf = (page: Page, title: string): Locator =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

readingTest("the list of clusters says what the pass knows, and leads to the rest", async ({ page }) => {
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  const table = page.getByRole("table", { name: "Clusters" });
  await expectRow(table, { Name: "legacy-monolith", Readiness: /3 fail.*6 not checked yet/s });
  await expectRow(table, { Name: "payments-prod", Readiness: /1 unknown.*8 not checked yet/s });
  await table.getByRole("link", { name: /of the prerequisites of payments-prod$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("payments-prod");
  await expect(page.getByRole("list", { name: "Outcome of the checks" })).toContainText("2 fail");
  await expect(page.getByText("not checked yet")).toHaveCount(0);
});

readingTest("a check says what was read, when, why it matters and what to paste", async ({ page }) => {
  await openReadiness(page, "storefront-eu");
  const join = checkOf(page, "ZPR policies let nodes join");
  await expect(join).toContainText("Fail");
  await expect(join).toContainText(/Read (just now|\d+ (s|min) ago)/);
  await expect(join).toContainText("Without them a replaced node does not come back.");
  await join.getByText("What to do").click();
  await expect(join).toContainText(
    "in network.vcn:prod-fra VCN allow oke.role:node endpoints to connect to 'osn-services-ip-addresses'",
  );
  await expect(join).toContainText("oci zpr zpr-policy create");
  await expectNoAxeViolations(page);
});

readingTest("a reviewer sees what keeps a flannel cluster from using ZPR", async ({ page }) => {
  await openReadiness(page, "platform-tools");
  await expect(checkOf(page, "OCI VCN-Native Pod Networking CNI plugin")).toContainText("FLANNEL_OVERLAY");
  await expect(checkOf(page, "Version of the CNI add-on")).toContainText("Does not apply");
  await expect(checkOf(page, "Kubernetes 1.32 or later")).toContainText("Pass");
});

readingTest(
  "the statements are for the group and the namespaces that a person chooses",
  async ({ page, openBrowser }) => {
    await openReadiness(page, "ml-training");
    const statements = page.getByRole("list", { name: "IAM statements" });
    // Nobody named a group: the statement is for the one of the person's groups that is granted it.
    await expect(statements).toContainText(
      "Allow group platform-operators to use security-attribute-namespace in tenancy",
    );
    await expect(statements).toContainText("You are in platform-operators, zpr-readers.");
    await expect(page.getByRole("button", { name: "zpr-readers" })).toBeVisible();
    await page.getByRole("searchbox", { name: "Your group" }).fill("Default/storefront-developers");
    await page.getByRole("checkbox", { name: "app", exact: true }).check();
    const own = statements
      .getByRole("listitem")
      .filter({ hasText: "where target.security-attribute-namespace.name = 'app'" });
    await expect(own).toContainText("Present");
    const second = statements
      .getByRole("listitem")
      .filter({ hasText: "to inspect security-attribute-namespace in tenancy" });
    await expect(second).toContainText("Unknown");
    // What is typed comes to the address once the typing rests, so in either order.
    await expect(page).toHaveURL(/[?&]group=Default\/storefront-developers/);
    await expect(page).toHaveURL(/[?&]namespace=app/);

    const other = await openBrowser();
    await other.goto(page.url());
    await expect(other.getByRole("list", { name: "IAM statements" })).toContainText("'app'");
  },
);

test.describe("a person who may not read everything", () => {
  test.use({ seed: "acme", user: "storefront-developer" });
  readingTest("is told unknown, with the reason, and never a fail for want of permission", async ({ page }) => {
    await openReadiness(page, "storefront-prod");
    await expect(checkOf(page, "ZPR enabled in the tenancy")).toContainText("OCI gives one answer for both");
    for (const title of ["ZPR policies name what the cluster carries", "Your group may use the namespaces"]) {
      await expect(checkOf(page, title)).toContainText("Unknown");
    }
    await expectNoAxeViolations(page);
  });
});

test("what fails is said, and read again on request", async ({ page, tenancy }) => {
  await tenancy.addFault({
    operation: "listZprPolicies",
    effect: { kind: "error", status: 500, code: "InternalServerError", message: "The shop is closed." },
  });
  await openReadiness(page, "ml-training");
  const policies = checkOf(page, "ZPR policies name what the cluster carries");
  await expect(policies).toContainText("The shop is closed.", { timeout: 30_000 });
  await tenancy.clearFaults();
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(policies).toContainText("Pass");
});

readingTest("a path between two resources comes as a command", async ({ page }) => {
  await page.goto(routes.resources({ q: "payments-prod", kind: "cluster-endpoint" }));
  await page
    .getByRole("table", { name: "Resources" })
    .getByRole("rowheader")
    .getByRole("link", { name: "payments-prod", exact: true })
    .click();
  await expect(page.getByRole("heading", { name: "Test a path" })).toBeVisible();
  await page.getByRole("searchbox", { name: "The other end" }).fill("gateway");
  await page.getByRole("button", { name: /^gateway\s*Node pool primary VNIC, payments-prod$/ }).click();
  await page.getByLabel("Direction").selectOption({ label: "From it to here" });
  const command = page.getByRole("figure").filter({ hasText: "With the OCI CLI" });
  await expect(command).toContainText("oci vn-monitoring path-analysis get-path-analysis-adhoc");
  await expect(command).toContainText(`"destinationPort":6443`);
  await page.getByLabel("Destination port").fill("12250");
  await expect(command).toContainText(`"destinationPort":12250`);
});

readingTest("on a phone nothing has to be scrolled sideways", async ({ page }) => {
  await page.setViewportSize(phone);
  await openReadiness(page, "payments-prod");
  const tab = page.getByRole("navigation", { name: "Cluster" }).getByRole("link", { name: /^Readiness/ });
  // Scrolling stops at whole pixels, the width of a tab does not.
  await expect(tab).toBeInViewport({ ratio: 0.99 });
  for (const remedy of await page.getByText("What to do").all()) await remedy.click();
  await expectNoSidewaysScroll(page);
});
