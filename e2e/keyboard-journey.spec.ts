import { readFile } from "node:fs/promises";
import { tabTo, typeChoice } from "@/e2e/fixtures/keyboard";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

test("by keyboard alone three attributes are added, the limit is met, and they are found on the map and exported", async ({
  page,
}) => {
  test.slow();
  const { keyboard } = page;
  await page.goto(routes.resources());
  await expectTenancyRead(page);
  await tabTo(page.getByRole("combobox", { name: "Filter resources" }));
  await keyboard.type("kind:node-pool-primary-vnic name:gateway cluster:payments-prod");
  await keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Resources" }).getByRole("row")).toHaveCount(2);
  await tabTo(page.getByRole("button", { name: /^Add security attributes to gateway, / }));
  await keyboard.press("Enter");

  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("2 of 5 used")).toBeVisible();
  const another = dialog.getByRole("button", { name: "Add another" });
  const added = [
    ["app", "name", "gateway"],
    ["oke", "cluster", "payments-prod"],
    ["app", "environment", "prod"],
  ] as const;
  for (const [index, [namespace, key, value]] of added.entries()) {
    const row = dialog.getByRole("group", { name: `Attribute ${index + 1}` });
    await tabTo(row.getByRole("combobox", { name: "Namespace" }));
    await typeChoice(row.getByRole("combobox", { name: "Namespace" }), namespace);
    await keyboard.press("Tab");
    await typeChoice(row.getByRole("combobox", { name: "Attribute" }), key);
    await keyboard.press("Tab");
    await keyboard.type(value);
    // Of a value that is one of a list, the option; elsewhere it does nothing.
    await keyboard.press("Enter");
    await tabTo(another);
    if (index < added.length - 1) await keyboard.press("Enter");
  }
  await expect(another).toHaveAccessibleDescription("Limit of 5 reached");
  await tabTo(dialog.getByRole("button", { name: "Review changes" }));
  await keyboard.press("Enter");
  await expect(dialog.getByRole("heading", { name: "What will change" })).toBeFocused();
  const lines = dialog.getByRole("list", { name: "Difference" }).getByRole("listitem");
  await expect(lines.filter({ hasText: "Added" })).toHaveCount(3);
  await tabTo(dialog.getByRole("button", { name: "Add security attributes" }));
  await keyboard.press("Enter");
  await expect(dialog.getByText("Verified")).toBeVisible();
  await keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await keyboard.press("g");
  await keyboard.press("m");
  await expect(page.getByRole("heading", { level: 1, name: "Map" })).toBeFocused();
  await tabTo(page.getByRole("searchbox", { name: "Filter the map" }));
  await keyboard.type("oke.cluster:payments-prod");
  const summary = page.getByRole("main").getByRole("status").filter({ hasText: "flows" });
  await expect(summary).toHaveText(/^[\d,]+ resources, [\d,]+ of [\d,]+ flows$/);
  const tile = page.getByRole("button", { name: /^Primary VNIC · payments-prod, gateway, / });
  await expect(tile).toBeVisible();
  await tabTo(page.getByRole("button", { name: /^VCN / }).first());
  await expect(async () => {
    await keyboard.press("]");
    await expect(tile).toBeFocused({ timeout: 200 });
  }).toPass();
  await keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "gateway" })).toContainText("oke.cluster:payments-prod");

  const csv = page.getByRole("button", { name: "Export the flows as CSV" });
  await tabTo(csv, "Shift+Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain('"Filters","q=oke.cluster:payments-prod');
  expect(text).toContain("gateway");
});
