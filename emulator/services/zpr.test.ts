import { expect, test } from "vitest";
import { finishWork, useEmulator } from "@/emulator/testing/emulator";
import { refusal, type Sdk } from "@/emulator/testing/sdk";
import { appsCompartment, ids } from "@/emulator/testing/small-ids";
import { smallSeed } from "@/emulator/testing/small-seed";

const emulator = useEmulator();
const statement = "in app.tier:net VCN allow app.tier:web endpoints to connect to app.tier:db endpoints";

const create = (
  sdk: Sdk,
  compartmentId: string,
  change: { name?: string; statements?: string[]; opcDryRun?: boolean } = {},
) => {
  const { opcDryRun = false, ...details } = change;
  const createZprPolicyDetails = {
    compartmentId,
    name: "new",
    description: "new",
    statements: [statement],
    ...details,
  };
  return sdk.zpr.createZprPolicy({ createZprPolicyDetails, opcDryRun });
};
const stateOf = async (sdk: Sdk, zprPolicyId: string) =>
  (await sdk.zpr.getZprPolicy({ zprPolicyId })).zprPolicy.lifecycleState;

test("a policy is CREATING until its work request has succeeded", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const { zprPolicy, opcWorkRequestId: workRequestId } = await create(sdk, tenancy.tenancyId);
  expect(zprPolicy.lifecycleState).toBe("CREATING");
  await finishWork(tenancy);
  expect(await stateOf(sdk, zprPolicy.id)).toBe("ACTIVE");
  const { workRequest } = await sdk.zpr.getZprPolicyWorkRequest({ workRequestId });
  expect(workRequest).toMatchObject({ operationType: "CREATE_ZPR_POLICY", status: "SUCCEEDED", percentComplete: 100 });
});

test("a dry run checks everything and changes nothing", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const { zprPolicyId } = { zprPolicyId: ids.zprPolicy };
  await create(sdk, tenancy.tenancyId, { opcDryRun: true });
  await sdk.zpr.updateZprPolicy({ zprPolicyId, updateZprPolicyDetails: { description: "changed" }, opcDryRun: true });
  await sdk.zpr.deleteZprPolicy({ zprPolicyId, opcDryRun: true });
  const bad = create(sdk, tenancy.tenancyId, { statements: ["allow everything"], opcDryRun: true });
  expect(await refusal(bad)).toMatchObject({ status: 400, message: "The policy contains invalid statements" });
  const { zprPolicyCollection } = await sdk.zpr.listZprPolicies({});
  expect(zprPolicyCollection.items).toMatchObject([
    { id: zprPolicyId, description: "Who may reach payments", lifecycleState: "ACTIVE" },
  ]);
});

test("a policy takes fifty statements, and no statement that the grammar does not have", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const many = (count: number) =>
    Array.from({ length: count }, (_, port) => `${statement} with protocol='tcp/${port}'`);
  const dryRun = (statements: string[]) => create(sdk, tenancy.tenancyId, { statements, opcDryRun: true });
  await dryRun(many(50));
  expect(await refusal(dryRun(many(51)))).toMatchObject({ code: "LimitExceeded" });
  const bad = [statement, `${statement} with protocol='tcp/22,443'`];
  expect(await refusal(dryRun(bad))).toMatchObject({ status: 400, message: "The policy contains invalid statements" });
});

test("an update replaces the statements, with the right etag", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const zprPolicyId = ids.zprPolicy;
  const { etag } = await sdk.zpr.getZprPolicy({ zprPolicyId });
  const statements = [statement, statement.replace("db", "cache")];
  await sdk.zpr.updateZprPolicy({ zprPolicyId, updateZprPolicyDetails: { statements }, ifMatch: etag });
  await finishWork(tenancy);
  expect((await sdk.zpr.getZprPolicy({ zprPolicyId })).zprPolicy.statements).toEqual(statements);
  const late = sdk.zpr.updateZprPolicy({ zprPolicyId, updateZprPolicyDetails: { statements }, ifMatch: etag });
  expect(await refusal(late)).toMatchObject({ status: 412, code: "NoEtagMatch" });
});

test("policies are refused elsewhere than in the root compartment and the home region, and under a name that is taken", async () => {
  const { tenancy, sdk, sdkAs } = await emulator.tenancy();
  expect(await refusal(create(sdk, appsCompartment))).toMatchObject({ status: 400, message: "Invalid compartmentId" });
  expect(await refusal(create(sdkAs({ region: "eu-frankfurt-1" }), tenancy.tenancyId))).toMatchObject({
    status: 405,
    message: "CREATE, UPDATE, and DELETE operations should be executed in home region",
  });
  expect(await refusal(create(sdk, tenancy.tenancyId, { name: "Payments" }))).toMatchObject({ status: 409 });
});

test("a tenancy that never enabled ZPR has no configuration; enabling it makes the namespace oracle-zpr", async () => {
  const { tenancy, sdk } = await emulator.tenancy(smallSeed({ zprConfiguration: null }));
  expect(await refusal(sdk.zpr.getConfiguration({}))).toMatchObject({ status: 404, code: "NotAuthorizedOrNotFound" });
  await sdk.zpr.createConfiguration({ createConfigurationDetails: { compartmentId: tenancy.tenancyId } });
  await finishWork(tenancy);
  expect((await sdk.zpr.getConfiguration({})).configuration.zprStatus).toBe("ENABLED");
  const { items } = await sdk.securityAttribute.listSecurityAttributeNamespaces({ name: "oracle-zpr" });
  const [namespace] = items;
  const keys = await sdk.securityAttribute.listSecurityAttributes({
    securityAttributeNamespaceId: namespace?.id ?? "",
  });
  expect(keys.items.map(({ name }) => name)).toEqual(["sensitivity"]);
});
