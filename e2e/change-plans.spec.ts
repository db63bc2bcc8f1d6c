import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

type Listed = {
  readonly id: string;
  readonly displayName: string;
  readonly securityAttributes: readonly unknown[];
  readonly edit: { readonly add: { readonly offered: boolean } };
};

const label = { op: "add", namespace: "network", key: "zone", value: "app" };

/** The resources of these kinds, once the tenancy has been read to its end: before, what may be edited is not known of all. */
async function listed(page: Page, kinds: readonly string[]): Promise<readonly Listed[]> {
  type Answer = { readonly items: readonly Listed[]; readonly completeness: { readonly isComplete: boolean } };
  const read = async (): Promise<Answer> =>
    (await page.request.get(`/api/resources?limit=100&kind=${kinds.join(",")}`)).json();
  await expect.poll(async () => (await read()).completeness?.isComplete, { timeout: 30_000 }).toBe(true);
  return (await read()).items;
}

/** The resources of these names that are no part of a node pool. */
async function idsOf(page: Page, names: readonly string[]): Promise<readonly string[]> {
  const items = await listed(page, ["load-balancer", "network-load-balancer", "mount-target"]);
  const ids = names.flatMap((name) => items.filter(({ displayName }) => displayName === name).map(({ id }) => id));
  expect(ids).toHaveLength(names.length);
  return ids;
}

const planOf = (resources: readonly string[]) => routes.newChangePlan({ steps: [JSON.stringify(label)], resources });

/** Secondary VNICs of node pools that the label can be put on. */
async function poolIds(page: Page, count: number): Promise<readonly string[]> {
  const items = await listed(page, ["node-pool-secondary-vnics"]);
  const found = items.filter(({ edit, securityAttributes }) => edit.add.offered && securityAttributes.length < 4);
  expect(found.length).toBeGreaterThanOrEqual(count);
  return found.slice(0, count).map(({ id }) => id);
}

async function reviewAndRun(page: Page, count: number, reason = ""): Promise<void> {
  await page.getByRole("button", { name: "Review plan" }).click();
  await expect(page.getByRole("heading", { name: `What would change on ${count} resources` })).toBeFocused();
  await expect(
    page
      .getByRole("region", { name: "Effect" })
      .getByText(/^Lost|^No flow/)
      .first(),
  ).toBeVisible();
  const apply = page.getByRole("button", { name: `Change ${count} resources` });
  await expect(apply).toHaveAccessibleDescription(`Type ${count} first`);
  await page.getByLabel("Reason (optional)").fill(reason);
  await page.getByLabel("Type the number of resources to confirm").fill(`${count}`);
  await apply.click();
  await expect(page).toHaveURL(/\/change-plans\/[0-9a-f-]{36}$/);
}

test("a plan goes on while its page is closed, and stops at the first resource that fails", async ({
  page,
  tenancy,
}) => {
  test.slow();
  const effect = { kind: "work-request-fails", message: "Out of capacity." } as const;
  await tenancy.addFault({ operation: "updateNetworkLoadBalancer", effect });
  await page.goto(planOf(await idsOf(page, ["installers", "syslog", "storefront-canary"])));
  await expect(page.getByText("3 resources chosen")).toBeVisible();
  await expectNoAxeViolations(page);
  await reviewAndRun(page, 3);
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByText("Stopped", { exact: true })).toBeVisible({ timeout: 60_000 });
  const steps = page.locator("[data-step-state]");
  await expect(steps).toHaveText([
    /Verified.*installers/,
    /Failed.*syslog.*Out of capacity/,
    /Not run.*storefront-canary/,
  ]);
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Plan the 2 resources left" }).click();
  await expect(page.getByText("2 resources chosen")).toBeVisible();
});

test("a removal plan from the stale queue goes on while its page is closed, and empties its row", async ({
  page,
  tenancy,
}) => {
  test.slow();
  await tenancy.setSettings({ acceptedMs: 0, inProgressMs: 4_000 });
  await page.goto(routes.securityAttributes({ state: "stale" }));
  await expectTenancyRead(page);
  const row = page.getByRole("row").filter({ hasText: "two-tower" });
  await expect(row).toContainText("No statement");
  await row.getByRole("button", { name: "What depends on fraud-lab.model:two-tower" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "What depends on fraud-lab.model:two-tower" });
  await expect(dialog.getByRole("heading", { name: "Flows that ZPR allows by it alone" })).toBeVisible();
  await expect(dialog.getByText("The flows: what ZPR allows.")).toBeVisible();
  await expect(dialog.getByRole("link", { name: "recommendations" })).toHaveCount(2);
  await expectNoAxeViolations(page);
  await page.reload();
  await dialog.getByRole("link", { name: "Plan its removal" }).click();
  await expect(page.getByText("2 resources chosen")).toBeVisible();
  await reviewAndRun(page, 2, "The namespace goes away");
  const step = (index: number) => page.locator("[data-step-state]").nth(index);
  await expect(step(0)).toHaveAttribute("data-step-state", "running");
  await expect(page.getByRole("button", { name: /^Plan: 0 of 2 verified/ })).toBeVisible();
  await page.goto("about:blank");
  await page.goto(routes.changePlans());
  await page.getByRole("link", { name: "Remove fraud-lab.model" }).click();
  await expect(page.getByText("Finished", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(step(1)).toHaveAttribute("data-step-state", "verified");
  await expect(page.getByText("The namespace goes away")).toBeVisible();
  await page.goto(routes.securityAttributes({ state: "stale" }));
  await expect(page.getByRole("row").filter({ hasText: "legacy-net" }).first()).toBeVisible();
  await expect(row).toHaveCount(0);
});

test.describe("with the limit raised", () => {
  test.use({ planLimit: 12 });

  test("of twelve the fourth fails: three are changed, nine stay selected and are planned again in one step", async ({
    page,
    tenancy,
  }) => {
    test.slow();
    await tenancy.setSettings({ acceptedMs: 0, inProgressMs: 0 });
    const effect = { kind: "work-request-fails", message: "Out of capacity." } as const;
    await tenancy.addFault({ operation: "updateNodePool", skip: 3, count: 1, effect });
    await page.goto(planOf(await poolIds(page, 12)));
    await expect(page.getByText("12 resources chosen")).toBeVisible();
    await reviewAndRun(page, 12);
    await expect(page.getByText("Stopped", { exact: true })).toBeVisible({ timeout: 60_000 });
    const states = (state: string) => page.locator(`[data-step-state="${state}"]`);
    await expect(states("verified")).toHaveCount(3);
    await expect(states("failed")).toContainText("Out of capacity.");
    await expect(states("not-run")).toHaveCount(8);
    await page.getByRole("link", { name: "Plan the 9 resources left" }).click();
    await expect(page.getByText("9 resources chosen")).toBeVisible();
    await page.getByRole("button", { name: "Review plan" }).click();
    await expect(page.getByRole("heading", { name: "What would change on 9 resources" })).toBeFocused();
  });
});
