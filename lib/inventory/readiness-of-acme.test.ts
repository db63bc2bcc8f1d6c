import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { makeReadings } from "@/lib/inventory/current-readings";
import { clusterReadinessAnswer } from "@/lib/inventory/projections/cluster-readiness";
import { noChoice } from "@/lib/inventory/projections/readiness-input";
import { readForReadiness } from "@/lib/inventory/read-for-readiness";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";
import type { ReadinessCode } from "@/lib/oke/readiness/readiness-check";

/** p: pass, f: fail, u: unknown, -: does not apply. */
type Mark = "p" | "f" | "u" | "-";

/**
 * Written by hand from Oracle's page on ZPR with Kubernetes Engine and from what the seed says of each cluster, not from
 * what the checks answer. Nobody has named a group; the operator is in platform-operators, which is granted every namespace
 * of the tenancy. No page gives a minimum version of the CNI add-on, so that is unknown wherever the plugin is used.
 */
const columns: readonly ReadinessCode[] = [
  "vcn-native-endpoint",
  "vcn-native-cni",
  "kubernetes-version",
  "cni-add-on-version",
  "node-pool-kinds",
  "zpr-enabled",
  "vcn-attribute",
  "namespaces",
  "zpr-policies",
  "node-join",
  "iam-user",
  "iam-cluster",
  "iam-node-pools",
  "iam-controllers",
  "cycling",
  "network-policies",
  "block-volumes",
];

const table: Readonly<Record<string, string>> = {
  // Endpoint, CNI, version, add-on | pools | ZPR, VCN, namespaces | policies, join | group, cluster, pools, controllers | rest
  // The pods of settlement and vault carry what no statement names; node pools were forgotten for the namespace pci; who
  // is in the dynamic group of the namespace Data-Class nobody can see.
  "payments-prod": "p p p u | p | p p p | f p | p u f u | p u -",
  // Its VCN carries no attribute, so no statement applies in it.
  "payments-staging": "p p p u | p | p f p | f f | p p p p | p u -",
  // Virtual nodes; retired attributes, in namespaces that nobody is granted.
  "storefront-prod": "p p p u | f | p p f | f f | p f f f | p u -",
  observability: "p p p u | p | p p f | f f | p f f p | f u -",
  // Flannel, basic, and nothing granted in the whole tenancy.
  "platform-tools": "p f p - | p | p f p | - - | p f f f | f - -",
  // A pool of the older pod networking; its nodes can join by the guide's own statements. Where the namespace warehouse
  // lives nobody can see, so that who may use it is unknown, the operator's groups included.
  "data-lake": "p p p u | f | p p f | f p | u u u u | p u -",
  "ml-training": "p p p u | p | p p p | p p | p p p p | p u -",
  "sandbox-131": "p p f u | p | p f p | - - | p f f f | f - -",
  "legacy-monolith": "f p p u | f | p p p | - - | p f f f | f - -",
  "sandbox-broken": "p p p u | - | p f p | f - | p p - - | - - -",
  "sandbox-new": "p p p u | - | p f p | - - | p f - - | - - -",
  "storefront-eu": "p p p u | p | p p f | f f | p p p p | p u -",
  "payments-eu": "p p p u | p | p p p | f f | p u f u | p u -",
  "sandbox-eu": "p p p u | f | p f p | - - | p f - - | - - -",
};

const marks: Readonly<Record<string, Mark>> = { pass: "p", fail: "f", unknown: "u", "does-not-apply": "-" };

let emulator: RunningEmulator;
beforeAll(async () => void (emulator = await startEmulator()));
afterAll(() => emulator.close());

it("the readiness of every cluster of acme is what Oracle's page says of it", async () => {
  const { ociContext, read } = await makeTestTenancy(emulator, "acme");
  const inventory = await read();
  const readings = makeReadings(Date.now);
  const answers = await Promise.all(
    inventory.clusters.map(async ({ id, name }) => {
      const question = { inventory, clusterId: id, namespaces: [], isAnew: false };
      const reading = await readForReadiness(readings, ociContext, question);
      const answer = clusterReadinessAnswer(inventory, id, { ...reading, choice: noChoice });
      const stateOf = (code: ReadinessCode) => answer?.checks.find((check) => check.code === code)?.state ?? "";
      return [name, columns.map((code) => marks[stateOf(code)]).join(" ")] as const;
    }),
  );
  const expected = Object.entries(table).map(([name, row]) => [name, row.replaceAll(" |", "")] as const);
  expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(expected));
});
