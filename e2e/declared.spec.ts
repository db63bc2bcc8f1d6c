import type { Page } from "@playwright/test";
import { expectNoAxeViolations } from "@/e2e/fixtures/accessibility";
import { choose, enterValue, ledger, openEdit, resourceId, review } from "@/e2e/fixtures/edit";
import { tabTo } from "@/e2e/fixtures/keyboard";
import { expect, test } from "@/e2e/fixtures/test";
import { routes } from "@/lib/routes";

const metrics = (page: Page) => resourceId(page, "network-load-balancer", "ledger/ledger-metrics/");

async function clusterNamed(page: Page, name: string): Promise<string> {
  const answer = await page.request.get(`/api/clusters?q=${name}`);
  const list: { readonly items: readonly { readonly id: string; readonly name: string }[] } = await answer.json();
  return list.items.find((cluster) => cluster.name === name)?.id ?? "";
}

type Stored = { readonly namespace: string; readonly key: string; readonly value: string };

/** What OCI stores, read just now: `app.tier:api pci.scope:cde`. */
const stored = async (page: Page, id: string): Promise<string> => {
  const answer = await page.request.get(`/api/resources/${encodeURIComponent(id)}`);
  const { resource }: { readonly resource: { readonly securityAttributes: readonly Stored[] } } = await answer.json();
  return resource.securityAttributes.map(({ namespace, key, value }) => `${namespace}.${key}:${value}`).join(" ");
};

/** Reads the resource anew, and then what is declared for it. */
async function lookAgain(page: Page): Promise<void> {
  const readAgain = page.getByRole("button", { name: "Read again" });
  await readAgain.click();
  await expect(page.getByText(/What is stored has changed since/)).toBeVisible();
  await page.getByRole("button", { name: "Check again" }).click();
}

test("a Service's attributes are edited in its annotation, and the load balancer is seen to change", async ({
  page,
  tenancy,
}) => {
  test.slow();
  const id = await ledger(page);
  const dialog = await openEdit(page, id, { edit: "change", attribute: "app.tier" });
  await expect(dialog.getByRole("region", { name: "Declared set" })).toContainText("ledger/ledger-grpc");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  const value = dialog.getByRole("combobox", { name: "Value" });
  await choose(value, "api");
  await review(dialog);
  await expect(dialog.getByRole("region", { name: "Annotation before" })).toContainText('"worker"');
  await expect(dialog.getByRole("region", { name: "Annotation after" })).toContainText('"api"');
  for (const name of ["Annotation before", "Annotation after"]) {
    const text = dialog.getByRole("region", { name });
    expect(await text.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth), name).toBe(false);
  }
  await expect(dialog.getByText(/The cloud controller manager applies it/)).toBeVisible();
  await dialog.getByText("As code").click();
  await expect(dialog.getByRole("region", { name: "kubectl command" })).toContainText("kubectl annotate service");
  await expect(dialog.getByRole("region", { name: "Manifest" })).toContainText("kind: Service");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });

  await dialog.getByRole("button", { name: "Change value" }).click();
  await expect(dialog.getByText("Verified")).toBeVisible();
  expect(await stored(page, id)).toContain("app.tier:api");
  expect(await tenancy.requests("updateNetworkLoadBalancer")).toEqual([]);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByText("In step", { exact: true })).toBeVisible();
});

test("the last attribute asks what is written, with the keyboard alone, and says what is not known", async ({
  page,
  tenancy,
}) => {
  test.slow();
  const id = await ledger(page);
  const first = await openEdit(page, id, { edit: "remove", attribute: "pci.scope" });
  await first.getByRole("button", { name: "Remove attribute" }).click();
  await expect(first.getByText("Verified")).toBeVisible();

  const dialog = await openEdit(page, id, { edit: "remove", attribute: "app.tier" });
  const deed = dialog.getByRole("button", { name: "Remove attribute" });
  await expect(deed).toHaveAccessibleDescription("Choose what is written first");
  const removal = dialog.getByRole("radio", { name: "Remove the annotation" });
  await expect(removal).toHaveAccessibleDescription(/not documented/);
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await tabTo(removal);
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: "Write {} into the annotation" })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(removal).toBeChecked();
  await expect(dialog.getByRole("region", { name: "Annotation after" })).toContainText("Not there");
  await tabTo(deed);
  await tenancy.setSettings({ annotationRemoval: "clear" });
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Verified")).toBeVisible();
  expect(await stored(page, id)).toBe("");
});

test("what is stored past the manifest can be neither changed nor removed, and what is declared stands to paste", async ({
  page,
}) => {
  // Its load balancer is named by a UID.
  const id = await resourceId(page, "load-balancer", "legacy-net.segment", { start: "" });
  await page.goto(routes.resource(id));
  await expect(page.getByText("Stored differs", { exact: true })).toBeVisible();
  const headings = await page.getByRole("heading", { level: 2 }).allTextContents();
  expect(headings.indexOf("Declared in the manifest")).toBe(headings.indexOf("Security attributes") + 1);
  for (const control of [/^Remove legacy-net\.segment from/, /^Change the value of legacy-net\.segment on/]) {
    await expect(page.getByRole("button", { name: control })).toHaveAccessibleDescription(
      /The Service does not declare this attribute/,
    );
  }
  const manifest = page.getByRole("figure").filter({ hasText: "Annotation of the Service" });
  await expect(manifest).toBeVisible();
  await expect(manifest).not.toContainText("legacy-net");
});

test("a malformed annotation shows the fault, its place and the event, and is replaced as a whole", async ({
  page,
}) => {
  test.slow();
  const id = await metrics(page);
  const dialog = await openEdit(page, id, { edit: "add" });
  await expect(dialog.getByText("What stands in the manifest is no set")).toBeVisible();
  await expect(dialog.getByText(/This is not JSON/)).toBeVisible();
  await expect(dialog.getByText("SyncLoadBalancerFailed")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Review changes" })).toHaveCount(0);
  await expectNoAxeViolations(page, { include: "[role=dialog]" });

  await dialog.getByRole("button", { name: "Start with an empty set" }).click();
  await expect(dialog.getByRole("region", { name: "The new set" })).toContainText("nothing of that is kept");
  await dialog.getByRole("button", { name: "Add a row" }).click();
  await choose(dialog.getByRole("combobox", { name: "Namespace" }), "app");
  await choose(dialog.getByRole("combobox", { name: "Attribute" }), "tier");
  await enterValue(dialog.getByLabel("Value", { exact: true }), "worker");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await review(dialog);
  await expect(dialog.getByText("What stands there is no set and is replaced as a whole")).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Annotation before" })).toContainText("{");
  await expect(dialog.getByRole("region", { name: "Annotation after" })).toContainText('"worker","mode":"enforce"');
  await expect(dialog.getByText("The cluster lets it through")).toBeVisible();
  await dialog.getByRole("button", { name: "Replace annotation" }).click();
  await expect(dialog.getByText("Verified")).toBeVisible();
  expect(await stored(page, id)).toBe("app.tier:worker");
});

test("what the ingress controller undoes is shown as a direct edit, and then as in step again", async ({
  page,
  tenancy,
}) => {
  test.slow();
  const id = await resourceId(page, "load-balancer", "k8s-public");
  const clusterId = await clusterNamed(page, "storefront-prod");
  await tenancy.setSettings({ hasIngressController: false });
  const dialog = await openEdit(page, id, { edit: "add" });
  await expect(dialog.getByRole("region", { name: "Declared set" })).toContainText("IngressClass");
  await page.goto(routes.resource(id));
  await expect(page.getByText("In step", { exact: true })).toBeVisible();

  await tenancy.editDirectly({ clusterId, loadBalancerId: id, securityAttributes: {} });
  await expect.poll(() => stored(page, id)).toBe("");
  await lookAgain(page);
  await expect(page.getByText("Stored differs", { exact: true })).toBeVisible();
  await expect(page.getByText(/most likely changed in OCI, past the IngressClass/)).toBeVisible();
  await expect(page.getByText(/looks at the load balancer every minute and is likely to undo/)).toBeVisible();

  await tenancy.setSettings({ hasIngressController: true });
  await tenancy.advance(120_000);
  await expect.poll(() => stored(page, id)).not.toBe("");
  await lookAgain(page);
  await expect(page.getByText("In step", { exact: true })).toBeVisible();
});

test("a mount target of the CSI plugin: a new StorageClass first, the direct write behind what Oracle says", async ({
  page,
}) => {
  const id = await resourceId(page, "mount-target", "csi-fss-");
  const dialog = await openEdit(page, id, { edit: "add" });
  await expect(dialog.getByRole("region", { name: "Manifest" })).toContainText("kind: StorageClass");
  await expectNoAxeViolations(page, { include: "[role=dialog]" });
  await dialog.getByRole("button", { name: "Change this mount target" }).click();
  await expect(dialog.getByRole("button", { name: "Review changes" })).toBeVisible();
});
