import { requests } from "oci-identity";
import { expect, test } from "vitest";
import { useEmulator } from "@/emulator/testing/emulator";
import { refusal } from "@/emulator/testing/sdk";
import { appsCompartment, attribute, ids, secretCompartment } from "@/emulator/testing/small-ids";

const { AccessLevel } = requests.ListCompartmentsRequest;
const emulator = useEmulator();
const notFound = { status: 404, code: "NotAuthorizedOrNotFound" };
const pay = { hr: { pay: { value: "x", mode: "enforce" } } };

test("what is in a hidden compartment is 404, in lists and by id, exactly like what does not exist", async () => {
  const { sdkAs } = await emulator.tenancy();
  const operator = sdkAs();
  const reviewer = sdkAs({ user: "reviewer" });
  await operator.containerEngine.getCluster({ clusterId: ids.secretCluster });
  const hidden = await refusal(reviewer.containerEngine.getCluster({ clusterId: ids.secretCluster }));
  const missing = await refusal(reviewer.containerEngine.getCluster({ clusterId: "ocid1.cluster.oc1.iad.none" }));
  expect(hidden).toEqual(missing);
  expect(hidden).toMatchObject(notFound);
  const list = reviewer.containerEngine.listClusters({ compartmentId: secretCompartment });
  expect(await refusal(list)).toMatchObject(notFound);
});

test("the compartment list shows what one may not enter, unless only accessible ones are asked for", async () => {
  const { tenancy, sdkAs } = await emulator.tenancy();
  const { identity } = sdkAs({ user: "reviewer" });
  const names = async (accessLevel: requests.ListCompartmentsRequest.AccessLevel) => {
    const { tenancyId: compartmentId } = tenancy;
    const { items } = await identity.listCompartments({ compartmentId, compartmentIdInSubtree: true, accessLevel });
    return items.map(({ name }) => name);
  };
  expect(await names(AccessLevel.Any)).toEqual(["apps", "secret"]);
  expect(await names(AccessLevel.Accessible)).toEqual(["apps"]);
});

test("a namespace that one may not inspect is left out of the list and 404 by id", async () => {
  const { tenancy, sdkAs } = await emulator.tenancy();
  const { securityAttribute } = sdkAs({ user: "reviewer" });
  const { items } = await securityAttribute.listSecurityAttributeNamespaces({ compartmentId: tenancy.tenancyId });
  expect(items.map(({ name }) => name)).toEqual(["app"]);
  const securityAttributeNamespaceId = ids.hrNamespace;
  expect(await refusal(securityAttribute.listSecurityAttributes({ securityAttributeNamespaceId }))).toMatchObject(
    notFound,
  );
});

test("attributes of a namespace that one may not use can stay, and cannot be added, changed or removed", async () => {
  const { sdkAs } = await emulator.tenancy();
  const vnicId = ids.primaryVnic;
  const set = (user: string, securityAttributes: Record<string, Record<string, unknown>>) =>
    sdkAs({ user }).virtualNetwork.updateVnic({ vnicId, updateVnicDetails: { securityAttributes } });
  expect(await refusal(set("borrower", { ...attribute(), ...pay }))).toMatchObject(notFound);
  await set("operator", { ...attribute(), ...pay });
  await set("borrower", { ...attribute("db"), ...pay });
  expect(await refusal(set("borrower", attribute("db")))).toMatchObject(notFound);
  expect(await refusal(set("borrower", { hr: { pay: { value: "y", mode: "enforce" } } }))).toMatchObject(notFound);
});

test("an operation that a user is refused is 404 for that user only", async () => {
  const { sdkAs } = await emulator.tenancy();
  const inApps = { compartmentId: appsCompartment };
  expect(await refusal(sdkAs({ user: "borrower" }).virtualNetwork.listVcns(inApps))).toMatchObject(notFound);
  await sdkAs().virtualNetwork.listVcns(inApps);
});
