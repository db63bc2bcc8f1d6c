import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

type Listed = { readonly id: string; readonly displayName: string };

const label = { op: "add", namespace: "network", key: "zone", value: "app" };

/** The resources of these names that are no part of a node pool, once the tenancy has been read. */
async function idsOf(page: Page, names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  await expect(async () => {
    ids.length = 0;
    const kinds = "load-balancer,network-load-balancer,mount-target";
    const answer = await page.request.get(`/api/resources?limit=100&kind=${kinds}`);
    const { items }: { readonly items: readonly Listed[] } = await answer.json();
    for (const name of names) ids.push(...items.filter(({ displayName }) => displayName === name).map(({ id }) => id));
    expect(ids).toHaveLength(names.length);
  }).toPass();
  return ids;
}

const planOf = (resources: readonly string[]) => routes.newChangePlan({ steps: [JSON.stringify(label)], resources });

async function reviewAndRun(page: Page, count: number): Promise<void> {
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

test("a stale attribute is planned off every resource that carries it", async ({ page }) => {
  test.slow();
  await page.goto(routes.securityAttributes({ state: "stale" }));
  const row = page.getByRole("row").filter({ hasText: "legacy-net" }).first();
  await row.getByRole("link", { name: "Plan its removal" }).click();
  await expect(page.getByText(/^[1-9]\d* resources? chosen/)).toBeVisible();
  await page.getByRole("button", { name: "Review plan" }).click();
  await expect(page.getByRole("heading", { name: /^What would change on|^Nothing would change/ })).toBeFocused();
  await expect(
    page.getByRole("heading", { name: /ZPR statements that name it|What is left as it is/ }).first(),
  ).toBeVisible();
  await expectNoAxeViolations(page);
});
