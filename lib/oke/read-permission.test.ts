import { describe, expect, test } from "vitest";
import { readPermissionsOf, readStatement } from "@/lib/oke/read-permission";
import type { Compartment } from "@/lib/oke/tenancy";

const tenancyId = "ocid1.tenancy.oc1..t";
const compartment = (id: string, parent: string | null, name: string): Compartment => ({
  id,
  compartmentId: parent,
  name,
  description: null,
  lifecycleState: "ACTIVE",
});
const compartments = [
  compartment(tenancyId, null, "acme"),
  compartment("apps", tenancyId, "apps"),
  compartment("shop", "apps", "shop"),
  compartment("odd", tenancyId, "a b"),
];

const statements = (operation: string, compartmentId: string | null) =>
  readPermissionsOf(operation).map((needed) => readStatement(needed, compartmentId, { compartments, tenancyId }));

describe("the statement that would grant a refused read", () => {
  test.each([
    ["names the compartment by its path", "listClusters", "shop", "inspect clusters in compartment apps:shop"],
    ["is for the tenancy where the root was read", "listVcns", tenancyId, "inspect vcns in tenancy"],
    [
      "is for the tenancy where Identity asks for that",
      "listAvailabilityDomains",
      "shop",
      "inspect compartments in tenancy",
    ],
    ["reads where a list is not enough", "getNodePool", "apps", "read cluster-node-pools in compartment apps"],
    ["covers attachments to DRGs", "listDrgAttachments", "apps", "inspect drgs in compartment apps"],
    ["names by OCID what cannot be written by name", "listSubnets", "odd", "inspect subnets in compartment id odd"],
    ["names by OCID what is not known", "listSubnets", "gone", "inspect subnets in compartment id gone"],
  ])("%s", (_name, operation, compartmentId, text) => {
    expect(statements(operation, compartmentId)).toEqual([`Allow group <group-name> to ${text}`]);
  });

  test("is one for each permission where a call needs two", () => {
    expect(statements("listVnicAttachments", "shop")).toEqual([
      "Allow group <group-name> to inspect vnic-attachments in compartment apps:shop",
      "Allow group <group-name> to inspect instances in compartment apps:shop",
    ]);
    expect(statements("listUserGroupMemberships", null)).toEqual([
      "Allow group <group-name> to inspect groups in tenancy",
      "Allow group <group-name> to inspect users in tenancy",
    ]);
  });

  test("is not made up for a call that is not known", () => {
    expect(readPermissionsOf("listEverything")).toEqual([]);
    expect(readPermissionsOf("constructor")).toEqual([]);
  });
});
