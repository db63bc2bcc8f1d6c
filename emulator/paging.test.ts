import fc from "fast-check";
import { models } from "oci-containerengine";
import { expect, test } from "vitest";
import { pageOf } from "@/emulator/core/paging";
import { useEmulator } from "@/emulator/testing/emulator";
import { refusal } from "@/emulator/testing/sdk";
import { appsCompartment, ids } from "@/emulator/testing/small-ids";

const { ClusterLifecycleState } = models;
const emulator = useEmulator();
const inApps = { compartmentId: appsCompartment };

test("pages follow each other by opc-next-page until all is told, in the seed's default size", async () => {
  const { sdk } = await emulator.tenancy();
  const first = await sdk.containerEngine.listClusters(inApps);
  expect(first.items.map(({ name }) => name)).toEqual(["payments", "flannel"]);
  expect(first.opcNextPage).toMatch(/^[\w-]+$/);
  const second = await sdk.containerEngine.listClusters({ ...inApps, page: first.opcNextPage });
  expect(second.items.map(({ name }) => name)).toEqual(["old", "public"]);
  expect(second.opcNextPage).toBeFalsy();
});

test("the SDK's own iterator reads every page", async () => {
  const { sdk } = await emulator.tenancy();
  const names = [];
  for await (const attribute of sdk.securityAttribute.listSecurityAttributesRecordIterator({
    securityAttributeNamespaceId: ids.appNamespace,
  })) {
    names.push(attribute.name);
  }
  expect(names).toEqual(["tier", "env", "old", "gone", "k1", "k2", "k3", "k4", "k5"]);
});

test("a token that is malformed, or of another list, is refused with 400", async () => {
  const { sdk } = await emulator.tenancy();
  const { opcNextPage } = await sdk.containerEngine.listClusters(inApps);
  const garbled = [
    sdk.containerEngine.listClusters({ ...inApps, page: "nonsense" }),
    sdk.containerEngine.listNodePools({ ...inApps, page: opcNextPage }),
    sdk.containerEngine.listClusters({ ...inApps, name: "payments", page: opcNextPage }),
  ];
  for (const call of garbled) expect(await refusal(call)).toMatchObject({ status: 400, code: "InvalidParameter" });
});

test("network load balancers and ZPR policies come as {items}, still with a next page", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const balancers = await sdk.networkLoadBalancer.listNetworkLoadBalancers(inApps);
  expect(balancers.networkLoadBalancerCollection.items).toHaveLength(1);
  const policies = await sdk.zpr.listZprPolicies({ compartmentId: tenancy.tenancyId, limit: 1 });
  expect(policies.zprPolicyCollection.items).toHaveLength(1);
  expect(policies.opcNextPage).toBeFalsy();
});

test("lists are filtered by their query parameters, and refused without a compartment or with one that is not there", async () => {
  const { sdk } = await emulator.tenancy();
  const named = await sdk.containerEngine.listClusters({ ...inApps, name: "old" });
  expect(named.items.map(({ id }) => id)).toEqual([ids.oldCluster]);
  const failed = await sdk.containerEngine.listClusters({
    ...inApps,
    lifecycleState: [ClusterLifecycleState.Failed, ClusterLifecycleState.Deleted],
  });
  expect(failed.items).toEqual([]);
  const ofNone = sdk.containerEngine.listClusters({ compartmentId: "" });
  expect(await refusal(ofNone)).toMatchObject({ status: 400, code: "MissingParameter" });
  const ofUnknown = sdk.containerEngine.listClusters({ compartmentId: "ocid1.compartment.oc1..none" });
  expect(await refusal(ofUnknown)).toMatchObject({ status: 404, code: "NotAuthorizedOrNotFound" });
});

test("whatever the sizes, the pages together are the list", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (all, size) => {
      const told: number[] = [];
      let page: string | null = null;
      do {
        const next: { items: readonly number[]; opcNextPage: string | null } = pageOf(
          all,
          { limit: null, page, scope: "list" },
          size,
        );
        told.push(...next.items);
        page = next.opcNextPage;
      } while (page !== null);
      expect(told).toEqual(all);
    }),
  );
});
