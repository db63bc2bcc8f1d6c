import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const statement =
  "in network.vcn:prod-iad VCN allow app.tier:web endpoints to connect to app.tier:cache endpoints with protocol='tcp/443'";
const broken = statement.replace("allow", "alow").replace("'tcp/443'", "tcp/443");

const field = (page: Page, number: number): Locator => page.getByLabel(`Statement ${number}`, { exact: true });
const builder = (page: Page) => page.getByRole("region", { name: "Builder" });
const difference = (page: Page) => page.getByRole("list", { name: "Difference" });

type Listed = { readonly id: string; readonly name: string; readonly lifecycleState: string };

/** The policy of that name as the console lists it. */
async function listed(page: Page, name: string): Promise<Listed | undefined> {
  const answer = await page.request.get(`/api/zpr-policies?q=${name}&limit=50`);
  const { items }: { readonly items: readonly Listed[] } = await answer.json();
  return items.find((item) => item.name === name && item.lifecycleState !== "DELETED");
}

/** The OCID of a policy of the seed, once the console has read it. */
async function policyId(page: Page, name: string): Promise<string> {
  await expect.poll(async () => (await listed(page, name))?.id, { timeout: 20_000 }).toBeDefined();
  return (await listed(page, name))?.id ?? "";
}

/** The change stands in the top bar too. */
const expectVerified = (page: Page) => expect(page.locator("main").getByText("Verified")).toBeVisible();

async function review(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What will be written" })).toBeFocused();
}

test("two mistakes are fixed as offered, and the policy is reviewed, made and seen ACTIVE", async ({ page }) => {
  // Axe looks at three steps in two themes.
  test.slow();
  await page.goto(routes.newZprPolicy({ name: "web-to-cache", statements: [broken] }));
  await expect(page.getByText("alow is no command")).toBeVisible();
  await expect(builder(page)).toContainText("stays as text");
  await expectNoAxeViolations(page, { include: "main" });
  await page.getByRole("button", { name: "Write allow, in statement 1" }).click();
  await page.getByRole("button", { name: /^Put it in single quotes/ }).click();
  await expect(field(page, 1)).toHaveValue(statement);
  await expect(builder(page).getByLabel("Ports")).toHaveValue("443");
  await expect(page.getByRole("button", { name: "Review", exact: true })).toHaveAccessibleDescription(/description/);
  await page.getByLabel("Description").fill("Web to cache");

  await review(page);
  await expect(page.getByText("Name web-to-cache", { exact: true })).toBeVisible();
  await expect(difference(page)).toHaveText(/Added[\s\S]*app\.tier:cache/);
  await expect(page.getByText("ZPR's dry run accepts this")).toBeVisible();
  await expect(page.getByText("It may take up to five minutes")).toBeVisible();
  await page.getByText("As code").click();
  await expect(page.getByText("oci zpr zpr-policy create")).toBeVisible();
  await expectNoAxeViolations(page, { include: "main" });

  await page.getByRole("button", { name: "Create policy" }).click();
  await expectVerified(page);
  await expect(page.locator("main").getByText(/Propagating, up to five minutes/)).toBeVisible();
  await expectNoAxeViolations(page, { include: "main" });
  await page.getByRole("link", { name: "Open the policy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "web-to-cache" })).toBeVisible();
  expect(await listed(page, "web-to-cache")).toMatchObject({ lifecycleState: "ACTIVE" });
});

test("what the dry run refuses cannot be saved, and a name that is taken is said at its field", async ({
  page,
  problems,
}) => {
  problems.allow(/status of 409/);
  await page.goto(routes.newZprPolicy({ name: "payments-flows", statements: [statement.replace("allow", "deny")] }));
  await page.getByLabel("Description").fill("No");
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await expect(page.getByText(/There is a policy payments-flows already/)).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("deny-web");
  await review(page);
  await expect(page.getByText("ZPR's dry run refuses this").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Create policy" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Back to the text" }).click();
  await expect(field(page, 1)).toHaveValue(/deny/);
});

test("the pickers and the text are one, and what has no picker stays", async ({ page }) => {
  const stateless = `${statement}, connection-state='stateless'`;
  await page.goto(routes.newZprPolicy({ name: "x", statements: [stateless] }));
  await builder(page).getByLabel("Ports").fill("8000-8099");
  await expect(field(page, 1)).toHaveValue(stateless.replace("443", "8000-8099"));
  await expect(builder(page)).toContainText("Kept as written, without a picker: connection-state='stateless'");
  await builder(page).getByLabel("Ports").fill("22,443");
  await expect(builder(page)).toContainText("Give one port or one range");
  await expect(field(page, 1)).toHaveValue(stateless.replace("443", "8000-8099"));
  await field(page, 1).fill(statement.replace("443", "22"));
  await expect(builder(page).getByLabel("Ports")).toHaveValue("22");
  await builder(page).getByLabel("Kind of target").selectOption("All endpoints");
  await expect(field(page, 1)).toHaveValue(
    statement.replace("app.tier:cache endpoints", "all-endpoints").replace("443", "22"),
  );
});

test("unsaved text is there again after leaving the page and after a reload, until it is discarded", async ({
  page,
}) => {
  const id = await policyId(page, "payments-flows");
  await page.goto(routes.editZprPolicy(id));
  await page.getByLabel("Description").fill("Half of a thought");
  await page.getByRole("link", { name: "ZPR policies" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "ZPR policies" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Description")).toHaveValue("Half of a thought");
  await page.reload();
  await expect(page.getByLabel("Description")).toHaveValue("Half of a thought");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByLabel("Description")).toHaveValue(/Edge to gateway/);
});

test("of two edits the later shows both versions, and brings its changes into the other's text", async ({
  page,
  openBrowser,
  problems,
}) => {
  problems.allow(/status of 409/);
  const id = await policyId(page, "edge-open");
  await page.goto(routes.editZprPolicy(id));
  await page.getByRole("button", { name: "Add a statement" }).click();
  await field(page, 2).fill(statement);
  await field(page, 2).press("Escape");

  const other = await openBrowser();
  await other.goto(routes.editZprPolicy(id));
  await other.getByLabel("Description").fill("Theirs");
  await review(other);
  await other.getByRole("button", { name: "Save policy" }).click();
  await expectVerified(other);

  await page.getByRole("button", { name: "Review", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The policy was changed meanwhile" })).toBeFocused();
  await expect(page.getByRole("region", { name: "Theirs, since you opened it" })).toContainText("Theirs");
  await expect(page.getByRole("region", { name: "Yours, not written" })).toContainText("app.tier:cache");
  await expectNoAxeViolations(page, { include: "main" });
  await page.getByRole("button", { name: "Bring my changes into their text" }).click();
  await expect(page.getByLabel("Description")).toHaveValue("Theirs");
  await expect(field(page, 2)).toHaveValue(statement);
  await review(page);
  await page.getByRole("button", { name: "Save policy" }).click();
  await expectVerified(page);
});

test("a policy without which nodes cannot join is deleted after a cluster's name was typed and a reason given", async ({
  page,
}) => {
  const id = await policyId(page, "data-node-join");
  await page.goto(routes.zprPolicy(id));
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "Statements that no longer allow anything" })).toBeVisible();
  await expect(difference(page).getByRole("listitem").filter({ hasText: "Removed" })).toHaveCount(3);
  await expect(page.getByRole("list", { name: "Findings" })).toContainText("cannot join their cluster");
  const deed = page.getByRole("button", { name: "Delete policy" });
  await expect(page.getByRole("region", { name: "Guards" })).toContainText(/could not join data-lake any more/);
  await expect(deed).toHaveAccessibleDescription("Guards stand against it: type data-lake first");
  await page.getByLabel("Type the name to confirm").fill("data-lake");
  await expect(deed).toHaveAccessibleDescription("Guards stand against it: give a reason first");
  await page.getByLabel("Reason to go on all the same").fill("The clusters are taken down.");
  await expectNoAxeViolations(page, { include: "main" });
  await deed.click();
  await expectVerified(page);
  await expect(page.getByRole("main").getByText("The clusters are taken down.")).toBeVisible();
  await page.getByRole("link", { name: "All ZPR policies" }).click();
  await expect.poll(() => listed(page, "data-node-join")).toBeUndefined();
});

test("with the keyboard alone: completions write a statement, two mistakes are fixed as offered, and the policy is made", async ({
  page,
}) => {
  await page.goto(routes.newZprPolicy());
  const { keyboard } = page;
  await tabTo(page.getByLabel("Name", { exact: true }));
  await keyboard.type("by-keyboard");
  await tabTo(page.getByLabel("Description"));
  await keyboard.type("Written without a pointer");
  await tabTo(field(page, 1));
  await expect(builder(page)).toBeVisible();
  await keyboard.press("Control+Space");
  await keyboard.type("prod-iad");
  await expect(page.getByRole("option", { name: /network\.vcn:prod-iad/ })).toHaveAttribute("aria-selected", "true");
  await expectNoAxeViolations(page, { include: "main" });
  await keyboard.press("Enter");
  await expect(field(page, 1)).toHaveValue("in network.vcn:prod-iad VCN allow ");
  await keyboard.type("app.tier:web");
  await keyboard.press("Escape");
  await keyboard.type(" endpoints to connect to app.tier:");
  await expect(page.getByRole("option", { name: /app\.tier:cache/ })).toBeVisible();
  await keyboard.type("cac");
  await expect(page.getByRole("option", { name: /app\.tier:cache/ })).toHaveAttribute("aria-selected", "true");
  await keyboard.press("Enter");
  await keyboard.type(" endpoints with protocl=tcp/443");
  await keyboard.press("Escape");
  await expect(page.getByText("protocl is no filter.")).toBeVisible();
  for (const name of [/^Write protocol/, /^Put it in single quotes/]) {
    await tabTo(page.getByRole("button", { name }));
    await keyboard.press("Enter");
    await expect(field(page, 1)).toBeFocused();
  }
  await expect(field(page, 1)).toHaveValue(statement);
  await tabTo(page.getByRole("button", { name: "Review", exact: true }));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What will be written" })).toBeFocused();
  await tabTo(page.getByRole("button", { name: "Create policy" }));
  await keyboard.press("Enter");
  await expectVerified(page);
});

test("with the keyboard alone statements change places, which changes nothing that ZPR allows, and tags stay", async ({
  page,
  tenancy,
}) => {
  const id = await policyId(page, "payments-flows");
  await page.goto(routes.editZprPolicy(id));
  const edge = /oke\.role:ingress/;
  await expect(field(page, 1)).toHaveValue(edge);
  const down = (number: number) => page.getByRole("button", { name: `Move statement ${number} down` });
  await tabTo(down(1));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Moved down: it is now statement 2 of 4.")).toBeAttached();
  await expect(down(2)).toBeFocused();
  await expect(field(page, 2)).toHaveValue(edge);
  await field(page, 2).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(field(page, 4)).toBeFocused();
  await expect(field(page, 4)).toHaveValue(edge);
  await expect(down(4)).toHaveAccessibleDescription("It is the last statement");

  await review(page);
  await expect(page.getByText("Only their order differs, which means nothing to ZPR.")).toBeVisible();
  await expect(difference(page).getByRole("listitem")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Effect" })).toContainText("No flow that ZPR allows changes.");

  await tenancy.setClock({ mode: "manual" });
  await page.getByRole("button", { name: "Save policy" }).click();
  await expect(page.getByRole("heading", { name: "The change was sent" })).toBeFocused();
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Overview" }).click();
  const changes = page.getByRole("list", { name: "Changes" });
  await expect(changes.getByRole("listitem")).toContainText(/payments-flows ZPR policy, edit/);
  await page.getByRole("button", { name: "1 change running" }).click();
  const panel = page.getByRole("dialog", { name: "Changes" });
  await expect(panel.getByRole("listitem")).toContainText(/In progress.*payments-flows/);
  await expectNoAxeViolations(page);
  await tenancy.advance(60_000);
  await expect(panel.getByRole("listitem")).toContainText("Verified");
  // Read out once, wherever the person is.
  await expect(page.getByText("payments-flows: A fresh read shows the policy as it was written.")).toBeAttached();
  await panel.getByRole("link", { name: "payments-flows" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("payments-flows");
  await expect(page.locator("#statement-4")).toContainText("oke.role:ingress");
  await expect(page.getByRole("region", { name: "Tags" })).toContainText(/cost-centre\s*4711/);
});
