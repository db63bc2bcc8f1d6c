import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectNoSidewaysScroll, expectTableFits, phone } from "@/e2e/fixtures/layout";
import { openCluster } from "@/e2e/fixtures/places";
import { expectSettled, expectTenancyRead } from "@/e2e/fixtures/reading";
import { expectRow } from "@/e2e/fixtures/table";
import { expect, readingTest, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const openPolicies = async (page: Page): Promise<void> => {
  await page.goto(routes.overview());
  await expectTenancyRead(page);
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "ZPR policies" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ZPR policies");
  await expectSettled(page);
};

const openPolicy = async (page: Page, name: string): Promise<void> => {
  await openPolicies(page);
  await page.getByRole("table", { name: "ZPR policies" }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expectSettled(page);
};

/** One statement of the policy that the page shows, counted from 1. */
const statement = (page: Page, number: number) => page.locator(`#statement-${number}`);

readingTest("policies are listed with their state, their size and what the linter says", async ({ page }) => {
  await openPolicies(page);
  const table = page.getByRole("table", { name: "ZPR policies" });
  await expect(page.getByText("ZPR is enabled", { exact: true })).toBeVisible();
  await expectRow(table, {
    Name: "search-draft",
    State: /Failed.*The policy contains invalid statements/s,
    Statements: "2",
    Linter: "2 errors",
  });
  await expectRow(table, { Name: "payments-flows", State: "Active", Linter: "Nothing found" });
  await expectTableFits(table);
  await expectNoAxeViolations(page);

  await page.getByLabel("State", { exact: true }).selectOption("NEEDS_ATTENTION");
  await expectRow(table, { Name: "ml-egress", State: /could not be applied in 1 VCN/ });
  await expect(table.getByRole("row")).toHaveCount(2);
  await expect(page).toHaveURL(/lifecycleState=NEEDS_ATTENTION/);
  await page.getByLabel("Filter ZPR policies").fill("no such thing");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("status").first()).toHaveText("17 ZPR policies");
});

readingTest("a statement leads to the resources that it means, and they lead back", async ({ page }) => {
  await openPolicy(page, "payments-endpoint");
  const first = statement(page, 1);
  await expect(first).toContainText("4 endpoints");
  await expect(first).toContainText("tcp/6443");
  await expect(page.getByText("Network security groups, security lists and routes must allow it too")).toBeVisible();
  await expect(page.getByText(/up to five minutes/)).toBeVisible();
  await first.getByRole("link", { name: "payments-prod", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("payments-prod");
  const naming = page.getByRole("list", { name: "ZPR statements that name it" });
  await expect(naming).toContainText("Named as target");
  await expectNoAxeViolations(page);
  await naming.getByRole("link", { name: "payments-endpoint, statement 3" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("payments-endpoint");
  await expect(statement(page, 3)).toBeInViewport();
});

readingTest(
  "what the linter says leads to its rule, and addresses to the resources that have them",
  async ({ page }) => {
    await openPolicy(page, "payments-endpoint");
    await expect(statement(page, 3)).toContainText("7 resources with an address there, all of them in other VCNs");
    await expect(statement(page, 3).getByRole("link", { name: "corporate-proxy" })).toBeVisible();
    await openPolicy(page, "guide-samples");
    await page.getByRole("main").getByRole("link", { name: "location-without-vcn" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rules for policy statements");
    const rule = page.locator("#location-without-vcn");
    await expect(rule).toBeInViewport();
    await expect(rule).toBeFocused();
    await expect(rule).toContainText("Needs to know the VCNs");
    await expectNoAxeViolations(page);
    await page.setViewportSize(phone);
    await expectNoSidewaysScroll(page);
  },
);

readingTest("an attribute shows the statements that name it", async ({ page }) => {
  await page.goto(routes.securityAttribute("legacy-net", "segment"));
  await expectTenancyRead(page);
  const naming = page.getByRole("list", { name: "ZPR statements that name it" });
  await expect(naming).toContainText("Named as location and as source and as target");
  await naming.getByRole("link", { name: "legacy-segments, statement 1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("legacy-segments");
});

readingTest(
  "beside a statement stand its mistakes, the namespace that is understood, and the cure",
  async ({ page }) => {
    await openPolicy(page, "search-draft");
    await expect(page.getByText("This policy failed; its statements allow nothing")).toBeVisible();
    await expect(statement(page, 1)).toContainText("It does not parse");
    await expect(statement(page, 1)).toContainText("only-allow");
    await expect(statement(page, 2)).toContainText("10.10.0.0/16 lacks its quotes.");
    await expectNoAxeViolations(page);

    await openPolicy(page, "guide-samples");
    const sample = statement(page, 1);
    await expect(sample).toContainText("oracle-zpr.oke-cluster:myclusterA");
    await expect(sample).toContainText("no namespace is written, so oracle-zpr is meant");
    await expect(sample).toContainText("not defined");
    await expect(sample.getByRole("list", { name: "Findings of statement 1" })).toContainText("location-without-vcn");
    await expectNoAxeViolations(page);
  },
);

readingTest("a cluster holds the statements that it needs against those that are there", async ({ page }) => {
  await openCluster(page, "payments-prod");
  await page
    .getByRole("navigation", { name: "Cluster", exact: true })
    .getByRole("link", { name: "ZPR statements" })
    .click();
  const endpoint = page.getByRole("list", { name: "Kubernetes API endpoint" });
  await expect(endpoint).toContainText("Equivalent");
  await expect(endpoint).toContainText("Whether they are all of yours, only you know.");
  const pools = page.getByRole("list", { name: "Node pools" });
  const join = pools.getByRole("listitem").filter({ hasText: "'osn-services-ip-addresses'" });
  await expect(join).toContainText("Present");
  await join.getByRole("link", { name: "Open payments-node-join" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("payments-node-join");
  await page.goBack();
  const missing = pools.getByRole("listitem").filter({ hasText: "tcp/10250" });
  await expect(missing).toContainText("Missing");
  const written = await missing.getByRole("link", { name: /^New policy/ }).getAttribute("href");
  expect(new URL(written ?? "", "http://console").searchParams.getAll("statement")).toEqual([
    "in network.vcn:cardholder-iad VCN allow oke.role:endpoint endpoints to connect to oke.role:node endpoints with protocol='tcp/10250'",
  ]);
  await expectNoAxeViolations(page);
});

test.describe("a person who may not list policies", () => {
  test.use({ user: "storefront-developer" });
  readingTest("is nowhere told that there are none", async ({ page }) => {
    await openPolicies(page);
    await expect(page.getByText("ZPR policies: none there, or not visible to you")).toBeVisible();
    await expect(page.getByText("NotAuthorizedOrNotFound", { exact: true })).toBeVisible();
    await expect(page.getByText("Allow group <group> to read zpr-policy in tenancy")).toBeVisible();
    await expect(page.getByText("There is no ZPR policy")).toHaveCount(0);
    await expectNoAxeViolations(page);
    await openCluster(page, "storefront-prod");
    await page
      .getByRole("navigation", { name: "Cluster", exact: true })
      .getByRole("link", { name: "ZPR statements" })
      .click();
    await expect(page.getByText("The ZPR policies are not visible to you")).toBeVisible();
    await expect(page.getByRole("list", { name: "Node pools" })).toContainText("Cannot tell");
    await expect(page.getByText("Missing", { exact: true })).toHaveCount(0);
    await page.goto(routes.trace({ source: "10.0.0.1", destination: "10.0.0.2", protocol: "tcp/443" }));
    const refused = page.getByText("OCI refused the list of ZPR policies");
    await expect(refused).toBeVisible();
    const main = page.locator("main");
    await expect(main).toContainText(/Authorization failed or requested resource not found/);
    await expect(main).toContainText("NotAuthorizedOrNotFound");
    await expect(main).toContainText("ZPR_POLICY_INSPECT");
    await expect(main).toContainText("Allow group <group-name> to inspect zpr-policy in tenancy");
    await expect(page.getByText(/^It is not known whether ZPR allows traffic/)).toBeVisible();
    await expectNoAxeViolations(page);
  });
});

test.describe("a tenancy read in part", () => {
  test.use({ seed: "restricted" });
  readingTest("gives at least so many members, and no conclusion from what was not read", async ({ page }) => {
    await openPolicy(page, "payments-endpoint");
    await expect(page.getByText("Not everything could be read", { exact: false }).first()).toBeVisible();
    await expect(
      page.getByText(/The linter held no statement against what was not read whole: .*peerings between VCNs/),
    ).toBeVisible();
    await expect(page.locator("main")).not.toContainText("endpoint-without-resource");
    await expect(statement(page, 1)).not.toContainText("No VCN carries");
    await expectNoAxeViolations(page);
  });
});

test.describe("a tenancy with nothing in it", () => {
  test.use({ seed: "empty" });
  readingTest("has no policy, and says what that means", async ({ page }) => {
    await openPolicies(page);
    await expect(page.getByText("There is no ZPR policy", { exact: true })).toBeVisible();
  });
});

test.describe("hostile names", () => {
  test.use({ seed: "hostile" });
  readingTest("are shown as they are, also on a phone", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(routes.zprPolicies());
    await expectTenancyRead(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("table", { name: "ZPR policies" }).getByRole("link").nth(2).click();
    await expect(page.getByRole("list", { name: "Statements" })).toBeVisible();
    await expectSettled(page);
    await expectNoSidewaysScroll(page);
  });
});
