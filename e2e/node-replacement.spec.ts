import type { Locator, Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { openCluster, openNodePool } from "@/e2e/fixtures/places";
import { expect, readingTest, test } from "@/e2e/fixtures/test";

const dialog = (page: Page): Locator => page.getByRole("dialog", { name: /^Replace the nodes of/ });
const replacement = (page: Page): Locator => page.getByRole("list", { name: "Node replacements" });
const open = (page: Page, pool: string) => page.getByRole("button", { name: `Replace the nodes of ${pool}` }).click();

test("the nodes of a pool tell which of them still carry an older set", async ({ page, tenancy }) => {
  test.slow();
  await openNodePool(page, "payments-prod", "gateway");
  await expect(page.getByText("What the running nodes carry has not been read")).toBeVisible();
  expect(await tenancy.requests("getVnic")).toEqual([]);
  await page.getByRole("button", { name: "Read the nodes of gateway" }).click();
  await expect(page.getByText("7 of 12 nodes carry the present set")).toHaveCount(3);
  await expect(page.getByText("24 VNICs read")).toBeVisible();
  await page.getByRole("link", { name: "Nodes 12" }).click();
  const nodes = page.getByRole("table", { name: "Nodes of gateway" });
  await expect(nodes.getByText("Older than the change")).toHaveCount(10);
  await expect(nodes.getByText("Lacks").first()).toBeVisible();
  await expectNoAxeViolations(page);
});

test("an edited VNIC and one that nobody manages are told apart", async ({ page }) => {
  await openNodePool(page, "payments-prod", "settlement");
  await page.getByRole("link", { name: "Nodes 3" }).click();
  const nodes = page.getByRole("table", { name: "Nodes of settlement" });
  await expect(nodes.getByText("Edited directly")).toBeVisible();
  await expect(nodes.getByText("A node that was launched earlier carries the present set.")).toBeVisible();
  await expect(nodes.getByText("Unmanaged VNIC")).toBeVisible();
});

test("a cluster counts the nodes of its pools and lists those in no pool", async ({ page }) => {
  test.slow();
  await openCluster(page, "ml-training");
  await page.getByRole("link", { name: /^Node pools/ }).click();
  await page.getByRole("button", { name: "Read the nodes of ml-training" }).click();
  await expect(page.getByText("2 of 2 nodes carry the present set")).toBeVisible();
  const unpooled = page.getByRole("table", { name: "Nodes of ml-training in no node pool" });
  await expect(unpooled.getByRole("row")).toHaveCount(6);
  const reasons = page.getByRole("list", { name: "Why they are only shown" });
  await expect(reasons.getByText("Read only: Karpenter makes these nodes")).toBeVisible();
  await expectNoAxeViolations(page);
});

test("cycling replaces every node and is verified by what their VNICs carry", async ({ page, tenancy }) => {
  test.slow();
  await tenancy.setSettings({ acceptedMs: 200, drainMs: 200, launchMs: 300 });
  await openNodePool(page, "payments-prod", "gateway");
  await open(page, "gateway");
  await expect(dialog(page)).toContainText("12 nodes to replace");
  await expect(dialog(page)).toContainText("The policies that let new nodes join were found");
  await expect(dialog(page)).toContainText("Replacing boot volumes does not help");
  await expect(dialog(page)).toContainText("for at most 60 minutes");
  await expectNoAxeViolations(page);
  const deed = dialog(page).getByRole("button", { name: "Replace 12 nodes" });
  await expect(deed).toHaveAccessibleDescription("Type gateway first");
  await dialog(page).getByLabel("Maximum surge").fill("0");
  await expect(dialog(page)).toContainText("no node could ever be replaced");
  await dialog(page).getByLabel("Maximum surge").fill("3");
  await dialog(page).getByLabel("Type the name to confirm").fill("gateway");
  await deed.click();
  await expect(dialog(page)).toBeHidden();
  await expect(replacement(page)).toContainText("of 12 nodes replaced");
  await expect(page.getByRole("button", { name: "Replace the nodes of gateway" })).toHaveAccessibleDescription(
    /are being replaced/,
  );
  await expect(replacement(page)).toContainText("All 12 carry the present set.", { timeout: 30_000 });
  await expect(page.getByText("12 of 12 nodes carry the present set").first()).toBeVisible();
  await expectNoAxeViolations(page);
});

test("a replacement that hangs shows the node, and the rest waits", async ({ page, tenancy }) => {
  test.slow();
  await tenancy.setSettings({ acceptedMs: 200, drainMs: 200, launchMs: 200 });
  await tenancy.addFault({ operation: "deleteNode", skip: 1, effect: { kind: "replacement-hangs" } });
  await openNodePool(page, "observability", "logs");
  await open(page, "logs");
  await expect(dialog(page)).toContainText("The cluster is a basic one");
  await dialog(page).getByLabel("Type the name to confirm").fill("logs");
  await dialog(page).getByRole("button", { name: "Replace 3 nodes" }).click();
  const leaving = replacement(page).getByRole("list", { name: "Nodes that go" });
  const coming = replacement(page).getByRole("list", { name: "Nodes that came" });
  await expect(coming.getByText("Creating")).toBeVisible({ timeout: 30_000 });
  await expect(leaving.getByText("Waiting")).toHaveCount(1);
  await replacement(page).getByRole("button", { name: "Stop after this node" }).click();
  await expect(replacement(page).getByText("Stops after this node")).toBeVisible();
  expect(await tenancy.requests("deleteNode")).toHaveLength(2);
});

test("without the policies that let nodes join, a reason has to be given", async ({ page, tenancy }) => {
  await openNodePool(page, "storefront-prod", "web");
  await open(page, "web");
  await expect(dialog(page)).toContainText("New nodes may not be able to join the cluster");
  await dialog(page).getByLabel("Type the name to confirm").fill("web");
  const deed = dialog(page).getByRole("button", { name: "Replace 6 nodes" });
  await expect(deed).toHaveAccessibleDescription(/Say why the nodes are to be replaced all the same/);
  await deed.press("Enter");
  expect(await tenancy.requests("updateNodePool")).toEqual([]);
  await dialog(page).getByLabel("Why the nodes are to be replaced").fill("The policies are made by another team.");
  await deed.click();
  await expect(replacement(page)).toContainText("The reason given: The policies are made by another team.");
});

readingTest("the dialog opens and closes by keyboard, and gives the focus back", async ({ page }) => {
  await openNodePool(page, "payments-prod", "gateway");
  const opener = page.getByRole("button", { name: "Replace the nodes of gateway" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toContainText("12 nodes to replace");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(opener).toBeFocused();
});
