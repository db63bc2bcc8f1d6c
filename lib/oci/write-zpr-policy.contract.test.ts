import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { loadPrincipal } from "@/lib/oci/principal";
import { getWorkRequest } from "@/lib/oci/work-requests";
import { dryRunZprPolicy, getZprPolicy, writeZprPolicy } from "@/lib/oci/write-zpr-policy";
import { listZprPolicies } from "@/lib/oci/zpr";
import type { ZprPolicyWrite } from "@/lib/zpr/zpr-policy-write";

let emulator: RunningEmulator;
let tenancy: EmulatedTenancy;
let context: OciContext;
const region = "us-ashburn-1";
const statement = "in network.vcn:prod-iad VCN allow app.tier:web endpoints to connect to app.tier:api endpoints";
const text = { description: "Web to API", statements: [statement] };
const create: ZprPolicyWrite = { action: "create", name: "web-to-api", text };

beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());
beforeEach(async () => {
  setOciHttpOptions({ delay: async () => {} });
  tenancy = await emulator.createTenancy("acme");
  await tenancy.setClock({ mode: "manual" });
  context = {
    principal: loadPrincipal({
      NODE_ENV: "test",
      OCI_CONFIG_FILE: tenancy.configFile,
      OCI_CLI_PROFILE: tenancy.profile,
      ZPR_EMULATOR_URL: emulator.url,
    }),
  };
});

const named = async (name: string) => {
  const found = (await listZprPolicies(context, { region })).find((policy) => policy.name === name);
  if (found === undefined) throw new Error(`No policy is named ${name}.`);
  return getZprPolicy(context, { region, zprPolicyId: found.id });
};
const updateOf = async (name: string): Promise<Extract<ZprPolicyWrite, { action: "update" }>> => {
  const { zprPolicy, etag } = await named(name);
  return { action: "update", policyId: zprPolicy.id, etag: etag ?? "", text };
};
const writes = async () => (await tenancy.requests()).filter(({ method }) => method !== "GET");

describe("a write of a ZPR policy", () => {
  test("that makes one is a work request, in the root compartment, with the OCID in its answer", async () => {
    const { zprPolicyId, workRequestId, opcRequestId } = await writeZprPolicy(context, { region, write: create });
    expect(opcRequestId).not.toBeNull();
    const request = { service: "zpr", region, workRequestId: workRequestId ?? "", compartmentId: "" } as const;
    expect(await getWorkRequest(context, request)).toMatchObject({ service: "zpr", status: "ACCEPTED", errors: [] });
    await tenancy.advance(10_000);
    expect(await getWorkRequest(context, request)).toMatchObject({
      operationType: "CREATE_ZPR_POLICY",
      status: "SUCCEEDED",
      percentComplete: 100,
    });
    const { zprPolicy } = await named("web-to-api");
    expect(zprPolicy).toMatchObject({ id: zprPolicyId, lifecycleState: "ACTIVE", ...text });
    expect(await writes()).toMatchObject([
      { requestBody: { compartmentId: context.principal.tenancyId, name: "web-to-api" } },
    ]);
  });

  test("that replaces statements is guarded by the etag and sends neither a name nor tags, which stay", async () => {
    const write = await updateOf("payments-flows");
    await writeZprPolicy(context, { region, write });
    await tenancy.advance(10_000);
    expect((await named("payments-flows")).zprPolicy).toMatchObject({
      ...text,
      tags: [
        { namespace: null, key: "cost-centre", value: "4711" },
        { namespace: null, key: "owner", value: "payments platform" },
        { namespace: "Oracle-Tags", key: "CreatedBy" },
        { namespace: "Oracle-Tags", key: "CreatedOn" },
      ],
    });
    expect((await writes())[0]?.requestBody).toEqual(text);
    await expect(writeZprPolicy(context, { region, write })).rejects.toMatchObject({ code: "NoEtagMatch" });
  });

  test("that deletes one leaves it DELETED", async () => {
    const { zprPolicy, etag } = await named("edge-open");
    const write = { action: "delete", policyId: zprPolicy.id, etag: etag ?? "" } as const;
    expect(await writeZprPolicy(context, { region, write })).toMatchObject({ zprPolicyId: zprPolicy.id });
    expect((await named("edge-open")).zprPolicy.lifecycleState).toBe("DELETING");
    await tenancy.advance(10_000);
    expect((await named("edge-open")).zprPolicy.lifecycleState).toBe("DELETED");
  });

  test("whose statements cannot be applied everywhere ends in need of attention, with the reason", async () => {
    await tenancy.addFault({ effect: { kind: "needs-attention" } });
    const { workRequestId } = await writeZprPolicy(context, { region, write: await updateOf("payments-flows") });
    await tenancy.advance(10_000);
    const request = { service: "zpr", region, workRequestId: workRequestId ?? "", compartmentId: "" } as const;
    const errors = [{ message: "The policy could not be applied in 1 VCN." }];
    expect(await getWorkRequest(context, request)).toMatchObject({ status: "NEEDS_ATTENTION", errors });
    expect((await named("payments-flows")).zprPolicy).toMatchObject({
      lifecycleState: "NEEDS_ATTENTION",
      lifecycleDetails: "The policy could not be applied in 1 VCN.",
      ...text,
    });
  });

  test("is refused in another region than the home region", async () => {
    await expect(writeZprPolicy(context, { region: "eu-frankfurt-1", write: create })).rejects.toMatchObject({
      status: 405,
      message: "CREATE, UPDATE, and DELETE operations should be executed in home region",
    });
  });

  test("whose answer is lost is ambiguous, and is not sent again", async () => {
    await tenancy.addFault({ operation: "createZprPolicy", effect: { kind: "reset", when: "after" } });
    await expect(writeZprPolicy(context, { region, write: create })).rejects.toMatchObject({ isAmbiguous: true });
    expect(await writes()).toHaveLength(1);
  });
});

describe("a dry run", () => {
  test("of each write is accepted without a body in its answer, and changes nothing", async () => {
    const before = await listZprPolicies(context, { region });
    const update = await updateOf("payments-flows");
    await dryRunZprPolicy(context, { region, write: create });
    await dryRunZprPolicy(context, { region, write: update });
    await dryRunZprPolicy(context, { region, write: { ...update, action: "delete" } });
    expect(await listZprPolicies(context, { region })).toEqual(before);
  });

  test("says why the service would refuse: invalid statements, a name that is taken, an old etag", async () => {
    const refusal = (write: ZprPolicyWrite) => expect(dryRunZprPolicy(context, { region, write })).rejects;
    await refusal({ ...create, text: { ...text, statements: ["allow everything"] } }).toMatchObject({
      code: "InvalidParameter",
      message: "The policy contains invalid statements",
    });
    await refusal({ ...create, name: "Payments-Flows" }).toMatchObject({ status: 409 });
    await refusal({ ...(await updateOf("payments-flows")), etag: "old" }).toMatchObject({ code: "NoEtagMatch" });
  });

  test("whose answer is lost is never ambiguous, and is asked again", async () => {
    const effect = { kind: "error", status: 503, code: "ServiceUnavailable" } as const;
    await tenancy.addFault({ operation: "createZprPolicy", count: 1, effect });
    await dryRunZprPolicy(context, { region, write: create });
    await tenancy.addFault({ operation: "createZprPolicy", effect });
    await expect(dryRunZprPolicy(context, { region, write: create })).rejects.toMatchObject({ isAmbiguous: false });
  });
});
