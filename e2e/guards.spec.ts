import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expectNoSidewaysScroll, phone } from "@/e2e/fixtures/layout";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const office = "adminSources:\n  - 10.60.1.0/24\n";

type Listed = { readonly items: readonly { readonly id: string; readonly name?: string }[] };

/** The id of the first thing that a list of the API gives, once the console has read it. */
async function idFrom(page: Page, path: string, name?: string): Promise<string> {
  const listed = async () => {
    const { items }: Listed = await (await page.request.get(path)).json();
    return items.find((item) => name === undefined || item.name === name)?.id;
  };
  await expect.poll(listed, { timeout: 20_000 }).toBeDefined();
  return (await listed()) ?? "";
}

const guards = (page: Page) => page.getByRole("region", { name: "Guards", exact: true });

test("an edit that would lose kubectl access is stopped, and goes through with a typed name and a reason", async ({
  page,
  server,
}) => {
  // Axe looks at the review in two themes.
  test.slow();
  writeFileSync(server.guardsPath, office);
  const id = await idFrom(page, "/api/resources?kind=cluster-endpoint&q=payments-prod&limit=10");
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  await page.goto(routes.clusters({ edit: "remove", on: id, attribute: "oke.role" }));
  const dialog = page.getByRole("dialog");
  await expect(guards(page)).toContainText(
    "No admin source would reach the API endpoint of payments-prod on tcp/6443 any more",
  );
  await expect(guards(page)).toContainText("10.60.1.0/24 to the API endpoint tcp/6443: ZPR blocks it");
  await expect(guards(page)).toContainText("allow '10.60.1.0/24' to connect to");
  const deed = dialog.getByRole("button", { name: "Remove attribute" });
  await expect(deed).toHaveAccessibleDescription(/type payments-prod first/);
  await expectNoAxeViolations(page, { include: "[role=dialog]" });

  const { keyboard } = page;
  await tabTo(dialog.getByLabel("Type the name to confirm"));
  await keyboard.type("payments-prod");
  await expect(deed).toHaveAccessibleDescription(/give a reason first/);
  await tabTo(deed);
  await keyboard.press("Enter");
  await expect(dialog.getByRole("heading", { name: "What is removed" })).toBeVisible();
  await tabTo(dialog.getByLabel("Reason to go on all the same"));
  await keyboard.type("The endpoint moves to another attribute.");
  await tabTo(deed);
  await keyboard.press("Enter");
  await expect(dialog.getByText("Made against guards, because:")).toBeVisible();
  await expect(dialog.getByText("The endpoint moves to another attribute.")).toBeVisible();
  await expect(dialog.getByRole("heading", { name: "Done, and seen on the resource" })).toBeVisible({
    timeout: 30_000,
  });
});

test("the deletion of a policy that breaks a line is stopped with the pairs that it breaks", async ({
  page,
  server,
}) => {
  writeFileSync(
    server.guardsPath,
    "mustReach:\n  - from: app.tier:api\n    to: ledger/ledger-grpc/*\n    protocol: tcp/8443\n",
  );
  await page.goto(routes.zprPolicies());
  await expectTenancyRead(page);
  const id = await idFrom(page, "/api/zpr-policies?q=payments-flows&limit=50", "payments-flows");
  await page.goto(routes.deleteZprPolicy(id));
  await expect(guards(page)).toContainText(
    "app.tier:api must reach ledger/ledger-grpc/* on tcp/8443: the edit breaks that",
  );
  await expect(guards(page)).toContainText("ZPR blocks it");
  const deed = page.getByRole("button", { name: "Delete policy" });
  await expect(deed).toHaveAccessibleDescription(/type payments-flows first/);
  await page.getByLabel("Type the name to confirm").fill("payments-flows");
  await expect(deed).toHaveAccessibleDescription(/give a reason first/);
  await deed.click({ force: true });
  await expect(page.getByRole("heading", { name: "What is deleted" })).toBeVisible();
  const { items }: Listed = await (await page.request.get("/api/zpr-policy-changes")).json();
  expect(items).toEqual([]);
});

test("a broken guard file is said, its mistakes are corrected in the console, and what it says is shown", async ({
  page,
  server,
  problems,
}) => {
  test.slow();
  // A save over what somebody else wrote is refused.
  problems.allow(/409/);
  const text = `${office}mustNotReach:\n  - from: app.tier:api\n    to: app.tier:worker\n`;
  writeFileSync(server.guardsPath, text.replace("from: app.tier", "form: app.tier"));
  await page.goto(routes.guards());
  await expectTenancyRead(page);
  await expect(page.getByText("The guard file has mistakes")).toBeVisible();
  await expect(page.getByRole("list", { name: "Mistakes" })).toContainText("mustNotReach[0].form");
  const field = page.getByLabel("Text of the guard file");
  await page
    .getByRole("button", { name: /^Line 4, column 5/ })
    .first()
    .click();
  await expect(field).toBeFocused();

  await field.fill(text);
  const save = page.getByRole("button", { name: "Save", exact: true });
  await expect(save).toHaveAccessibleDescription(/Check the text first/);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("The text has no mistake.")).toBeVisible();
  // Somebody else writes it meanwhile: nothing is lost on either side.
  writeFileSync(server.guardsPath, "mustReach: []\n");
  await save.click();
  await expect(page.getByText("Somebody else changed the guard file")).toBeVisible();
  await expect(field).toHaveValue(text);
  await page.getByRole("button", { name: "Keep mine, to save over theirs" }).click();
  await save.click();
  await expect(page.getByText("Saved.")).toBeVisible();
  expect(readFileSync(server.guardsPath, "utf8")).toBe(text);

  const line = page.getByRole("table", { name: "Lines of the guard file" }).getByRole("row", { name: /app\.tier:api/ });
  await expect(line).toContainText("Fail");
  await expect(line).toContainText("payments-flows");
  const cluster = page
    .getByRole("table", { name: "Guards of each cluster" })
    .getByRole("row", { name: /^payments-prod / });
  await expect(cluster).toContainText(/Pass.*Pass/);
  await expectNoAxeViolations(page, { include: "main" });
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);

  await page.goto(routes.findings({ rule: "guard-line" }));
  await expect(page.getByRole("row", { name: /app\.tier:api must not reach app\.tier:worker/ })).toBeVisible();
  await page.goto(routes.overview());
  await expect(page.getByRole("main").getByRole("link", { name: /^Failing guards/ })).toContainText(/[1-9]/);
});
