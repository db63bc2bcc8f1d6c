import { describe, expect, it } from "vitest";
import { ocidParts } from "@/lib/oke/ocid";

describe("ocidParts", () => {
  it.each([
    ["ocid1.cluster.oc1.iad.aaaa", { type: "cluster", realm: "oc1", region: "iad" }],
    [
      "  ocid1.loadbalancer.oc1.eu-frankfurt-1.aaaa\n",
      { type: "loadbalancer", realm: "oc1", region: "eu-frankfurt-1" },
    ],
    ["ocid1.tenancy.oc1..aaaa", { type: "tenancy", realm: "oc1", region: null }],
    ["OCID1.VCN.OC19.EU-FRANKFURT-2.AAAA", { type: "vcn", realm: "oc19", region: "eu-frankfurt-2" }],
    ["ocid1.instance.oc1.phx.future.aaaa", { type: "instance", realm: "oc1", region: "phx" }],
  ])("reads %j", (text, parts) => expect(ocidParts(text)).toEqual(parts));

  it.each([
    "",
    "payments-prod",
    "ocid1.cluster.oc1.iad",
    "ocid1.cluster.oc1.iad.",
    "ocid2.cluster.oc1.iad.aaaa",
    "ocid1..oc1.iad.aaaa",
    "a ocid1.cluster.oc1.iad.aaaa",
    "ocid1.nodepool.oc1.iad.aaaa:primary-vnic",
  ])("takes %j for no OCID", (text) => expect(ocidParts(text)).toBeNull());
});
