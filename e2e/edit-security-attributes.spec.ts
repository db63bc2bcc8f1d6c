import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { choose, type Edit, enterValue, openEdit as openEditOver, resourceId, review } from "@/e2e/fixtures/edit";
import { tabTo, typeChoice } from "@/e2e/fixtures/keyboard";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

/** The id of the resource of this name, once the console has read it. */
const idOf = (page: Page, kind: string, name: string, region?: string): Promise<string> =>
  resourceId(page, kind, name, { name, ...(region !== undefined && { region }) });

/** Opens an edit over the list of clusters. */
const openEdit = (page: Page, id: string, edit: Edit): Promise<Locator> =>
  openEditOver(page, id, edit, routes.clusters);

type Wanted = { readonly namespace: string; readonly key: string; readonly value: string };

async function fillRow(dialog: Locator, position: number, { namespace, key, value }: Wanted): Promise<void> {
  const row = dialog.getByRole("group", { name: `Attribute ${position}` });
  await choose(row.getByRole("combobox", { name: "Namespace" }), namespace);
  await choose(row.getByRole("combobox", { name: "Attribute" }), key);
  await enterValue(row.getByLabel("Value", { exact: true }), value);
}

const difference = (dialog: Locator) => dialog.getByRole("list", { name: "Difference" });
/** As it is seen: a chip's colon is only read out. */
const line = (word: string, ...texts: readonly string[]) => new RegExp([word, ...texts].join("[\\s\\S]*"));

test("three attributes are added up to the cap, and a fresh read shows them", async ({ page }) => {
  // Axe looks at three steps of the dialog in two themes.
  test.slow();
  const id = await idOf(page, "node-pool-primary-vnic", "gateway");
  const dialog = await openEdit(page, id, { edit: "add" });
  await expect(dialog.getByText("2 of 5 used")).toBeVisible();
  await fillRow(dialog, 1, { namespace: "app", key: "name", value: "gateway" });
  await dialog.getByRole("button", { name: "Add another" }).click();
  await expect(dialog.getByRole("combobox", { name: "Namespace" }).nth(1)).toBeFocused();
  await fillRow(dialog, 2, { namespace: "oke", key: "cluster", value: "payments-prod" });
  await dialog.getByRole("button", { name: "Add another" }).click();
  await fillRow(dialog, 3, { namespace: "app", key: "environment", value: "prod" });

  const another = dialog.getByRole("button", { name: "Add another" });
  await expect(another).toHaveAttribute("aria-disabled", "true");
  await expect(another).toHaveAccessibleDescription("Limit of 5 reached");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });

  await review(dialog);
  await expect(difference(dialog).getByRole("listitem").filter({ hasText: "Added" })).toHaveCount(3);
  await expect(dialog.getByText(/12 running nodes keep the old set/)).toBeVisible();
  await dialog.getByText("As code").click();
  await expect(dialog.getByRole("region", { name: "OCI CLI command" })).toContainText("oci ce node-pool update");
  await expect(dialog.getByRole("region", { name: "JSON body" })).toContainText('"payments-prod"');
  await expectNoAxeViolations(page, { include: "[role=dialog]" });

  await dialog.getByRole("button", { name: "Add security attributes" }).click();
  await expect(dialog.getByText("Verified")).toBeVisible();
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/\/clusters$/);

  const answer = await page.request.get(`/api/resources/${encodeURIComponent(id)}`);
  expect(JSON.stringify(await answer.json())).toContain('"value":"payments-prod"');
});

test("a name that is there becomes a new value, and the same row twice is refused as it is typed", async ({ page }) => {
  const id = await idOf(page, "load-balancer", "storefront-canary");
  const dialog = await openEdit(page, id, { edit: "add" });
  await fillRow(dialog, 1, { namespace: "app", key: "name", value: "canary-two" });
  await expect(dialog.getByText("Change value (was storefront-canary)")).toBeVisible();
  await dialog.getByRole("button", { name: "Add another" }).click();
  await fillRow(dialog, 2, { namespace: "app", key: "name", value: "third" });
  await expect(dialog.getByText(/Another row is about this attribute too/)).toBeVisible();
  await dialog.getByRole("button", { name: /^Remove row 2/ }).click();
  await expect(dialog.getByRole("button", { name: "Add another" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Row removed, 1 remains" })).toHaveCount(1);

  await review(dialog);
  await expect(difference(dialog)).toHaveText(line("Changed", "storefront-canary", "canary-two"));
  await dialog.getByRole("button", { name: "Change value" }).click();
  await expect(dialog.getByText("Verified")).toBeVisible();
});

test("more than three on a load balancer warn that the service may refuse", async ({ page }) => {
  const id = await idOf(page, "network-load-balancer", "hsm-eu", "eu-frankfurt-1");
  const dialog = await openEdit(page, id, { edit: "add" });
  await fillRow(dialog, 1, { namespace: "app", key: "environment", value: "prod" });
  await expect(dialog.getByText("The service may refuse this many")).toBeVisible();
});

test("a retired attribute is in sight and cannot be chosen; another namespace clears the row and says so", async ({
  page,
}) => {
  const id = await idOf(page, "load-balancer", "intranet");
  const dialog = await openEdit(page, id, { edit: "add" });
  const namespace = dialog.getByRole("combobox", { name: "Namespace" });
  await namespace.fill("legacy-net");
  await expect(page.getByRole("option", { name: /legacy-net/ })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("option", { name: /retired/ })).toBeVisible();
  await namespace.press("Escape");
  await expect(dialog).toBeVisible();
  await fillRow(dialog, 1, { namespace: "app", key: "name", value: "x" });
  await namespace.fill("oke");
  await namespace.press("Enter");
  await expect(dialog.getByText("Cleared, because the namespace was changed.")).toBeVisible();
  await expect(dialog.getByRole("combobox", { name: "Attribute" })).toHaveValue("");
});

test("the last attribute of an API endpoint goes only after the cluster's name was typed", async ({ page }) => {
  const id = await idOf(page, "cluster-endpoint", "data-lake");
  const dialog = await openEdit(page, id, { edit: "remove", attribute: "zpr-cni.sensitivity" });
  await expect(dialog.getByRole("heading", { level: 2 })).toHaveText(
    /Remove zpr-cni\.sensitivity:42 from data-lake API endpoint/,
  );
  await expect(dialog.getByText(/removes the last security attribute/)).toBeVisible();
  const remove = dialog.getByRole("button", { name: "Remove attribute" });
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  const name = dialog.getByLabel("Type the name to confirm");
  await name.fill("data-lak");
  await name.press("Enter");
  await remove.click({ force: true });
  await expect(remove).toBeVisible();
  await name.fill("data-lake");
  await remove.click();
  await expect(dialog.getByText("Verified")).toBeVisible();
  const answer = await page.request.get(`/api/resources/${encodeURIComponent(id)}`);
  expect(await answer.json()).toMatchObject({ resource: { securityAttributes: [] } });
});

test("a conflict loses nothing: the second browser sees both versions and goes on from the present set", async ({
  page,
  openBrowser,
  problems,
}) => {
  test.slow();
  // Chromium logs the 409.
  problems.allow(/status of 409/);
  const id = await idOf(page, "network-load-balancer", "syslog");
  const first = await openEdit(page, id, { edit: "add" });
  const other = await openBrowser();
  const second = await openEdit(other, id, { edit: "add" });

  await fillRow(first, 1, { namespace: "network", key: "zone", value: "edge" });
  await review(first);
  await first.getByRole("button", { name: "Add security attribute" }).click();
  await expect(first.getByText("Verified")).toBeVisible();

  await fillRow(second, 1, { namespace: "app", key: "environment", value: "staging" });
  await review(second);
  await expect(second.getByText("Your edit is kept.")).toBeVisible();
  await expect(second.getByRole("region", { name: "Theirs" })).toHaveText(line("Added", "network.zone", "edge"));
  await expect(second.getByRole("region", { name: "Yours" })).toHaveText(line("Added", "app.environment", "staging"));
  await expectNoAxeViolations(other, { include: "[role=dialog]" });

  await second.getByRole("button", { name: "Review against the present set" }).click();
  await expect(second.getByRole("heading", { name: "What will change" })).toBeVisible();
  await expect(difference(second)).toHaveText(line("Added", "app.environment", "staging", "Unchanged", "network.zone"));
  await second.getByRole("button", { name: "Add security attribute" }).click();
  await expect(second.getByText("Verified")).toBeVisible();
  const answer = await page.request.get(`/api/resources/${encodeURIComponent(id)}`);
  const text = JSON.stringify(await answer.json());
  expect(text).toContain('"value":"edge"');
  expect(text).toContain('"value":"staging"');
});

test("a conflict over the same attribute says what no longer applies", async ({ page, openBrowser, problems }) => {
  problems.allow(/status of 409/);
  const id = await idOf(page, "load-balancer", "storefront-canary");
  const wanted = { namespace: "network", key: "zone", value: "edge" };
  const first = await openEdit(page, id, { edit: "add" });
  const other = await openBrowser();
  const second = await openEdit(other, id, { edit: "add" });
  await fillRow(first, 1, wanted);
  await fillRow(second, 1, wanted);
  await review(first);
  await first.getByRole("button", { name: "Add security attribute" }).click();
  await expect(first.getByText("Verified")).toBeVisible();
  await review(second);
  await second.getByRole("button", { name: "Review against the present set" }).click();
  await expect(second.getByText("Nothing of your edit is left to do")).toBeVisible();
  await expect(second.getByText(/network\.zone has the value edge already/)).toBeVisible();
});

test("a work request that fails ends with Oracle's message and the request id", async ({ page, tenancy }) => {
  const id = await idOf(page, "node-pool-primary-vnic", "gateway");
  await tenancy.addFault({
    operation: "updateNodePool",
    effect: { kind: "work-request-fails", message: "The node pool could not be updated." },
  });
  const dialog = await openEdit(page, id, { edit: "add" });
  await fillRow(dialog, 1, { namespace: "app", key: "name", value: "gateway" });
  await review(dialog);
  await dialog.getByRole("button", { name: "Add security attribute" }).click();
  await expect(dialog.getByText("Failed", { exact: true })).toBeVisible();
  await expect(dialog.getByText("The node pool could not be updated.").first()).toBeVisible();
  await expect(dialog.getByText(/opc-request-id/).first()).toBeVisible();

  // What was entered is not lost with the change.
  await tenancy.clearFaults();
  await dialog.getByRole("button", { name: "Edit again" }).click();
  await expect(dialog.getByLabel("Value", { exact: true })).toHaveValue("gateway");
  await review(dialog);
  await dialog.getByRole("button", { name: "Add security attribute" }).click();
  await expect(dialog.getByText("Verified")).toBeVisible();
});

test("success without effect ends as reported, not applied, with what is missing", async ({ page, tenancy }) => {
  // A read may lag behind a write for twenty seconds; only then is it called not applied.
  test.slow();
  const id = await idOf(page, "node-pool-primary-vnic", "gateway");
  await tenancy.addFault({
    operation: "updateNodePool",
    effect: { kind: "without-effect" },
  });
  const dialog = await openEdit(page, id, { edit: "add" });
  await fillRow(dialog, 1, { namespace: "app", key: "name", value: "gateway" });
  await review(dialog);
  await dialog.getByRole("button", { name: "Add security attribute" }).click();
  await expect(dialog.getByText("Reported success, not applied")).toBeVisible({ timeout: 60_000 });
  await expect(difference(dialog)).toHaveText(line("Added", "app.name", "gateway"));
});

test("a change goes on while the page is reloaded and its dialog closed", async ({ page, tenancy }) => {
  test.slow();
  const id = await idOf(page, "node-pool-primary-vnic", "gateway");
  const dialog = await openEdit(page, id, { edit: "add" });
  await fillRow(dialog, 1, { namespace: "app", key: "name", value: "gateway" });
  await review(dialog);
  await tenancy.setClock({ mode: "manual" });
  await dialog.getByRole("button", { name: "Add security attribute" }).click();
  await expect(dialog.getByText("In progress", { exact: true })).toBeVisible();
  await page.reload();
  await expect(dialog.getByText("In progress", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("button", { name: "1 change running" })).toBeVisible();

  // Another edit of the same node pool has to wait, on its other surface too.
  const blocked = await openEdit(page, id.replace(":primary-vnic", ":secondary-vnics"), { edit: "add" });
  await expect(blocked.getByText("Another change is running")).toBeVisible();

  await tenancy.advance(10 * 60_000);
  // The longer a change has run, the more seldom the console and the page look at it.
  await expect(blocked.getByText("Verified")).toBeVisible({ timeout: 60_000 });
});

test("a dialog is a place in the history; what was entered is asked about once, by Escape and by Back", async ({
  page,
}) => {
  const id = await idOf(page, "cluster-endpoint", "payments-staging");
  await page.goto(routes.cluster(id));
  const opener = page.getByRole("button", {
    name: "Add security attributes to payments-staging, Kubernetes API endpoint",
  });
  const dialog = page.getByRole("dialog", { name: /^Add security attributes to/ });
  const question = dialog.getByText("Close and lose what was entered?");
  const value = dialog.getByLabel("Value", { exact: true });

  // Nothing was entered: nothing asks, and the focus goes back to where it came from.
  await opener.click();
  await expect(dialog.getByRole("button", { name: "Review changes" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await opener.click();
  await expect(dialog).toBeVisible();
  await expect(page).toHaveURL(/edit=add/);
  await page.goBack();
  await expect(dialog).toHaveCount(0);

  await opener.click();
  await fillRow(dialog, 1, { namespace: "app", key: "name", value: "kept" });
  await page.keyboard.press("Escape");
  await expect(question).toBeVisible();
  await dialog.getByRole("button", { name: "Keep editing" }).click();
  await expect(question).toHaveCount(0);
  await page.goBack();
  await expect(question).toBeVisible();
  await expect(value).toHaveValue("kept");
  await expect(page).toHaveURL(/edit=add/);
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(routes.cluster(id));
});

test("a setting in a manifest that cannot be read is edited as text to paste, and nothing is sent", async ({
  page,
  tenancy,
}) => {
  await tenancy.setSettings({ kubernetesRefusals: [{ verb: "list" }] });
  const id = await idOf(page, "load-balancer", "k8s-internal");
  const dialog = await openEdit(page, id, { edit: "add" });
  await expect(dialog.getByText("The manifest could not be read from here")).toBeVisible();
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await choose(dialog.getByRole("combobox", { name: "Namespace" }), "app");
  await choose(dialog.getByRole("combobox", { name: "Attribute" }), "name");
  await dialog.getByLabel("Value", { exact: true }).fill("pasted");
  await dialog.getByRole("button", { name: "Review changes" }).click();
  await expect(dialog.getByRole("region", { name: "Manifest", exact: true })).toContainText('"name":{"value":"pasted"');
  expect(await tenancy.requests("updateLoadBalancer")).toEqual([]);
});

test("an attribute is added with the keyboard alone", async ({ page }) => {
  const id = await idOf(page, "load-balancer", "intranet");
  const dialog = await openEdit(page, id, { edit: "add" });
  const { keyboard } = page;
  await expect(dialog.getByRole("heading", { level: 2 })).toBeFocused();
  await tabTo(dialog.getByRole("combobox", { name: "Namespace" }));
  await typeChoice(dialog.getByRole("combobox", { name: "Namespace" }), "app");
  await keyboard.press("Tab");
  await typeChoice(dialog.getByRole("combobox", { name: "Attribute" }), "name");
  await keyboard.press("Tab");
  await keyboard.type("intranet");
  await tabTo(dialog.getByRole("button", { name: "Review changes" }));
  await keyboard.press("Enter");
  await expect(dialog.getByRole("heading", { name: "What will change" })).toBeFocused();
  await tabTo(dialog.getByRole("button", { name: "Add security attribute" }));
  await keyboard.press("Enter");
  await expect(dialog.getByText("Verified")).toBeVisible();
});
