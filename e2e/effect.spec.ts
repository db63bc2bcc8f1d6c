import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { choose, enterValue, resourceId } from "@/e2e/fixtures/edit";
import { expectTenancyRead } from "@/e2e/fixtures/reading";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

test("adding an attribute shows exactly the flows that ZPR allows then", async ({ page }) => {
  // Axe looks at the review in two themes.
  test.slow();
  const id = await resourceId(page, "mount-target", "settlement-reports");
  await page.goto(routes.clusters({ edit: "add", on: id }));
  const dialog = page.getByRole("dialog");
  const row = dialog.getByRole("group", { name: "Attribute 1" });
  for (const [name, text] of [
    ["Namespace", "oke"],
    ["Attribute", "role"],
  ] as const) {
    await choose(row.getByRole("combobox", { name }), text);
  }
  await enterValue(row.getByLabel("Value", { exact: true }), "storage");
  await dialog.getByRole("button", { name: "Review changes" }).click();

  const effect = dialog.getByRole("region", { name: "Effect" });
  await expect(effect.getByText("Gained 2")).toBeVisible();
  // Workers of payments-prod, by the third statement of payments-flows; it keeps its other attribute, so nothing is lost.
  await expect(effect.getByRole("listitem")).toHaveCount(1);
  await expect(effect.getByRole("listitem")).toContainText(
    /tcp\/2048-2050 from .*ledger \(payments-prod\), .*ledger-grpc.* to mount target settlement-reports/,
  );
  await expect(effect.getByRole("listitem")).toContainText("payments-flows");
  await expect(effect.getByText(/^Lost/)).toHaveCount(0);
  await expectNoAxeViolations(page);

  const [map] = await Promise.all([
    page.waitForEvent("popup"),
    effect.getByRole("button", { name: "See it on the map" }).click(),
  ]);
  await expect(map.getByText("Draft, not sent: Edit of settlement-reports, Mount target")).toBeVisible();
  const summary = map.getByRole("main").getByRole("status").filter({ hasText: "flows" });
  await expect(summary).toHaveText(/, 2 flows$/);
  await expect(map.locator("svg[data-map] [data-mark=gained]")).toHaveCount(2);
  await expect(map.getByRole("definition").filter({ hasText: "Gained, double" })).toContainText("2");
  await map.getByRole("group", { name: "Show", exact: true }).getByText("Now", { exact: true }).click();
  await expect(map.getByText("ZPR as it is; nothing of the draft is in it.")).toBeVisible();
  await expect(summary).toHaveText(/, \d{3} flows$/);
  // What was begun in the review is still there.
  await expect(effect.getByText("Gained 2")).toBeVisible();
});

test("taking an attribute off shows exactly the flows that ZPR allows no longer", async ({ page }) => {
  await page.goto(routes.clusters());
  await expectTenancyRead(page);
  const query = new URLSearchParams({
    q: "kind:mount-target attr:oke.role:storage cluster:payments-prod",
    limit: "10",
  });
  const answer = await page.request.get(`/api/resources?${query.toString()}`);
  const { items }: { readonly items: readonly { readonly id: string; readonly displayName: string }[] } =
    await answer.json();
  expect(items).toHaveLength(1);
  await page.goto(routes.clusters({ edit: "remove", on: items[0]?.id ?? "", attribute: "oke.role" }));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Change this mount target" }).click();
  const effect = dialog.getByRole("region", { name: "Effect" });
  // Of the statements of cardholder-iad one alone names what it carries: the third of payments-flows, from app.tier:worker,
  // which two VNIC sets of payments-prod carry. It keeps data-class.level, so it stays governed and nothing is gained.
  await expect(effect.getByText("Lost 2")).toBeVisible();
  await expect(effect.getByRole("listitem")).toHaveCount(1);
  await expect(effect.getByRole("listitem")).toContainText(
    /tcp\/2048-2050 from .*ledger \(payments-prod\), .*ledger-grpc.* to mount target csi-fss/,
  );
  await expect(effect.getByRole("listitem")).toContainText("payments-flows");
  await expect(effect.getByText(/^(Gained|Perhaps)/)).toHaveCount(0);
});
