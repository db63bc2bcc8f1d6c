import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { choose, ledger, openEdit, review } from "@/e2e/fixtures/edit";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expect, test } from "@/e2e/fixtures/test";

test("a refusal by RBAC stands in the review with its cure, and is gone once the role is there", async ({
  page,
  tenancy,
}) => {
  // Axe looks at the whole review in two themes.
  test.slow();
  const id = await ledger(page);
  await tenancy.setSettings({ kubernetesRefusals: [{ verb: "patch" }] });
  const dialog = await openEdit(page, id, { edit: "remove", attribute: "pci.scope" });
  const deed = dialog.getByRole("button", { name: "Remove attribute" });
  await expect(dialog.getByText("The cluster would refuse this")).toBeVisible();
  await expect(dialog.getByText(/does not let you patch services in the namespace ledger/)).toBeVisible();
  await expect(dialog.getByRole("region", { name: "kubectl command for somebody who may" })).toContainText(
    "kubectl annotate service 'ledger-grpc'",
  );
  await expect(deed).toHaveAccessibleDescription("The cluster would refuse it");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  const patches = await tenancy.requests("patch services");
  expect(patches.every(({ target }) => target.includes("dryRun=All"))).toBe(true);
  await tenancy.setSettings({ kubernetesRefusals: [] });
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByText("The cluster lets it through")).toBeVisible();
  await expect(deed).not.toHaveAccessibleDescription("The cluster would refuse it");
});

test("where the manifest cannot be read the form ends in the command and the YAML, by keyboard, and another look", async ({
  page,
  tenancy,
}) => {
  test.slow();
  const id = await ledger(page);
  await tenancy.setSettings({ kubernetesRefusals: [{ verb: "list" }] });
  const dialog = await openEdit(page, id, { edit: "change", attribute: "app.tier" });
  await expect(dialog.getByText("The manifest could not be read from here")).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Stored in OCI" })).toContainText("app.tier");
  const value = dialog.getByRole("combobox", { name: "Value" });
  await choose(value, "api");
  await tabTo(dialog.getByRole("button", { name: "Review changes" }));
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("heading", { name: "What to change by hand" })).toBeFocused();
  await expect(dialog.getByText("What the manifest declares was not seen")).toBeVisible();
  const command = dialog.getByRole("region", { name: "kubectl command" });
  await expect(command).toContainText("kubectl annotate service");
  await expect(command).toContainText('"api"');
  await expect(dialog.getByRole("region", { name: "Manifest", exact: true })).toContainText('"api"');
  await expect(dialog.getByRole("region", { name: "Guards" })).toContainText("nothing was proved");
  await expect(dialog.getByRole("region", { name: "Effect" })).toContainText("This is what ZPR allows");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await dialog.getByRole("button", { name: "Back to the form" }).click();
  await expect(value).toHaveValue("api");
  await dialog.getByRole("button", { name: "Review changes" }).click();

  await tenancy.setSettings({ kubernetesRefusals: [] });
  await tabTo(dialog.getByRole("button", { name: "Check again" }));
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("heading", { name: "What will change" })).toBeFocused();
  await expect(dialog.getByRole("region", { name: "Annotation after" })).toContainText('"api"');
  expect(await tenancy.requests("updateNetworkLoadBalancer")).toEqual([]);
});

test("a cluster that cannot be asked any more is said so at the review, and the draft stays", async ({
  page,
  tenancy,
  problems,
}) => {
  problems.allow(/status of 409/);
  const id = await ledger(page);
  const dialog = await openEdit(page, id, { edit: "change", attribute: "app.tier" });
  const value = dialog.getByRole("combobox", { name: "Value" });
  await choose(value, "api");
  await tenancy.setSettings({ kubernetesRefusals: [{ verb: "list" }] });
  await review(dialog);
  await expect(dialog.getByText(/The manifest could not be read just now/)).toBeVisible();
  await expect(dialog.getByText(/was changed/)).toHaveCount(0);
  await expect(value).toHaveValue("api");
  await tenancy.setSettings({ kubernetesRefusals: [] });
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByRole("region", { name: "Annotation after" })).toContainText('"api"');
});
