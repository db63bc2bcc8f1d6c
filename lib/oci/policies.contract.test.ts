import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { acmeSeed } from "@/emulator/seeds/acme/acme";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { listGroupsOfUser } from "@/lib/oci/identity-groups";
import { listPolicies } from "@/lib/oci/identity-policies";
import { loadPrincipal } from "@/lib/oci/principal";
import { getTenancy, listCompartments } from "@/lib/oci/tenancy";
import { getZprConfiguration, listZprPolicies } from "@/lib/oci/zpr";

let emulator: RunningEmulator;
let tenancy: EmulatedTenancy;
const region = "us-ashburn-1";
const seed = acmeSeed();

beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());
beforeEach(async () => {
  setOciHttpOptions({ delay: async () => {} });
  tenancy = await emulator.createTenancy("acme");
});

const contextFor = (profile: string): OciContext => ({
  principal: loadPrincipal({
    NODE_ENV: "test",
    OCI_CONFIG_FILE: tenancy.configFile,
    OCI_CLI_PROFILE: profile,
    ZPR_EMULATOR_URL: emulator.url,
  }),
});

const idOf = async (context: OciContext, name: string): Promise<string> => {
  const compartments = await listCompartments(context, { region, tenancy: await getTenancy(context, { region }) });
  return compartments.find((each) => each.name === name)?.id ?? "";
};

describe("ZPR", () => {
  test("its policies are read to the last page, in every state, with their statements", async () => {
    const policies = await listZprPolicies(contextFor(tenancy.profile), { region });
    const told = (all: readonly { name: string; statements: readonly string[]; lifecycleState: unknown }[]) =>
      all.map(({ name, statements, lifecycleState }) => [name, statements, lifecycleState]);
    expect(policies.length).toBeGreaterThan(seed.defaultPageSize);
    expect(told(policies)).toEqual(told(seed.zprPolicies));
  });

  test("whether it is enabled is read, and a tenancy that never enabled it answers as if one might not look", async () => {
    expect(await getZprConfiguration(contextFor(tenancy.profile), { region })).toEqual({
      zprStatus: "ENABLED",
      lifecycleState: "ACTIVE",
    });
    tenancy = await emulator.createTenancy("empty");
    await expect(getZprConfiguration(contextFor(tenancy.profile), { region })).rejects.toMatchObject({
      code: "NotAuthorizedOrNotFound",
    });
  });
});

describe("the groups of a user", () => {
  const groupsOf = (profile: string) => {
    const context = contextFor(profile);
    const { tenancyId, userId } = context.principal;
    return listGroupsOfUser(context, { region, tenancyId, userId: userId ?? "" });
  };

  test("are read with their names, and somebody may be in none", async () => {
    const groups = await groupsOf(tenancy.profile);
    expect(groups.map(({ name }) => name)).toEqual(["platform-operators", "zpr-readers"]);
    expect(groups.every(({ id }) => id.startsWith("ocid1.group."))).toBe(true);
    expect((await tenancy.requests()).map(({ operation }) => operation)).toEqual([
      "listUserGroupMemberships",
      "listGroups",
    ]);
    expect(await groupsOf("auditor")).toEqual([]);
  });

  test("may be closed to somebody", async () => {
    tenancy = await emulator.createTenancy("restricted");
    await expect(groupsOf(tenancy.profile)).rejects.toMatchObject({ code: "NotAuthorizedOrNotFound" });
  });
});

describe("IAM policies", () => {
  test("are those attached to a compartment, not those above or below it", async () => {
    const context = contextFor(tenancy.profile);
    const ofRoot = await listPolicies(context, { region, compartmentId: context.principal.tenancyId });
    expect(ofRoot.map(({ name }) => name)).toContain("Tenant Admin Policy");
    expect(ofRoot.map(({ name }) => name)).not.toContain("payments-oke");
    const ofPayments = await listPolicies(context, { region, compartmentId: await idOf(context, "payments") });
    expect(ofPayments).toMatchObject([{ name: "payments-oke", lifecycleState: "ACTIVE" }]);
  });

  test("may be closed to somebody who sees the compartment", async () => {
    const context = contextFor("reviewer");
    const compartmentId = await idOf(context, "payments");
    expect(compartmentId).toMatch(/^ocid1\.compartment\./);
    await expect(listPolicies(context, { region, compartmentId })).rejects.toMatchObject({
      code: "NotAuthorizedOrNotFound",
    });
  });
});
