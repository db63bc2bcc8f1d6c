import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { previewPolicyChange } from "@/lib/changes/zpr-policy/preview-policy-change";
import { makePolicyWorld, region, type PolicyWorld } from "@/lib/changes/zpr-policy/testing/policy-world";
import type { CreateZprPolicyChangeDetails } from "@/lib/contract/zpr-policy-changes";
import { makeInventories } from "@/lib/inventory/inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import { listZprPolicies } from "@/lib/oci/zpr";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import { notAsked } from "@/lib/oke/readiness/reading";

let emulator: RunningEmulator;
let world: PolicyWorld;
let inventory: Inventory;
beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());
beforeEach(async () => {
  world = await makePolicyWorld(emulator);
  const inventories = makeInventories({ derive: protectedResourcesFrom, now: Date.now });
  const view = await inventories.viewWhen(world.ociContext, ({ finishedAt }) => finishedAt !== null, 30_000);
  if (view.inventory === null) throw new Error("Nothing could be read.");
  inventory = view.inventory;
});

const statement =
  "in network.vcn:prod-iad VCN allow app.tier:web endpoints to connect to app.tier:cache endpoints with protocol='tcp/443'";
const create = (...statements: string[]): CreateZprPolicyChangeDetails => ({
  action: "create",
  name: "web-to-cache",
  text: { description: "Web to cache", statements },
});

async function preview(details: CreateZprPolicyChangeDetails) {
  const value = await listZprPolicies(world.ociContext, { region });
  const reading = { state: "read", value, readAt: new Date().toISOString() } as const;
  const previewed = await previewPolicyChange(world.ociContext, inventory, reading, details);
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.body));
  return previewed.preview;
}
const rulesOf = async (details: CreateZprPolicyChangeDetails) =>
  (await preview(details)).findings.map(({ rule, statement: index }) => [rule, index]);

test("a sound draft is accepted by the dry run, without findings, and nothing is made", async () => {
  const answer = await preview(create(statement));
  expect(answer).toMatchObject({
    region,
    before: null,
    difference: [{ kind: "added", before: null, after: statement }],
    findings: [],
    dryRun: { verdict: "accepted" },
  });
  await expect(world.read("web-to-cache")).rejects.toThrow("No policy is named");
});

test("a draft is linted among the policies that there are", async () => {
  const { policy } = await world.read("payments-flows");
  expect(await rulesOf(create(statement, policy.statements[1] ?? ""))).toEqual([["duplicate-statement", 1]]);
});

test("a draft across two VCNs is held against what joins them", async () => {
  const across = (to: string) =>
    `allow app.tier:web endpoints in zpr-cni.sensitivity:42 VCN to connect to app.tier:cache endpoints with protocol='tcp/443' in network.vcn:${to} VCN`;
  expect(await rulesOf(create(across("cardholder-iad"), across("prod-iad"), across("prod-fra")))).toEqual([
    ["vcns-not-peered", 0],
    ["vcns-in-different-regions", 2],
  ]);
});

test("what is wrong with other policies is not told of the draft", async () => {
  expect(await rulesOf(create(statement.replace(" with protocol='tcp/443'", "")))).toEqual([["no-protocol", 0]]);
});

test("taking away what lets nodes join says so", async () => {
  const rules = await rulesOf(await world.deletionOf("data-node-join"));
  expect(rules).toContainEqual(["nodes-cannot-join", null]);
});

test("what the service would refuse stands beside the mistake, and the text is given back", async () => {
  const broken = statement.replace("allow", "alow");
  expect(await preview(create(broken))).toMatchObject({
    after: { statements: [broken] },
    findings: [{ rule: "misspelled-keyword", statement: 0, fix: { title: expect.any(String) } }],
    dryRun: { verdict: "refused", error: { message: "The policy contains invalid statements" } },
  });
});

test("a service that does not answer the dry run has said nothing", async () => {
  const effect = { kind: "error", status: 500, code: "InternalServerError" } as const;
  await world.tenancy.addFault({ operation: "createZprPolicy", effect });
  expect((await preview(create(statement))).dryRun).toMatchObject({ verdict: "unanswered" });
});

test("without the other policies the linter says what it could not look at", async () => {
  const previewed = await previewPolicyChange(world.ociContext, inventory, notAsked, create(statement));
  expect(previewed.ok && previewed.preview.unread).toContain("policies");
});

test("the code of each write is guarded and whole", async () => {
  const { tenancyId } = world.ociContext.principal;
  const made = (await preview(create(statement))).asCode;
  expect(made.cli.split(" \\\n  ")).toEqual([
    "oci zpr zpr-policy create",
    `--compartment-id ${tenancyId}`,
    "--name web-to-cache",
    "--description 'Web to cache'",
    `--statements '["${statement.replaceAll("'", String.raw`'\''`)}"]'`,
    `--region ${region}`,
  ]);
  const deletion = await world.deletionOf("edge-open");
  const { asCode, after, difference } = await preview(deletion);
  expect([after, asCode.json]).toEqual([null, null]);
  expect(difference.map(({ kind }) => kind)).toEqual(["removed"]);
  expect(asCode.cli).toContain(`--zpr-policy-id ${deletion.policyId} \\\n  --if-match ${deletion.etag}`);
});
