import { describe, expect, it } from "vitest";
import { changeAsCode, type ChangeTarget } from "@/lib/oke/change-as-code";
import { attributesOf, clusterFrom, nodePoolFrom } from "@/lib/oke/test-builders";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const finTier = attributesOf({ "fin.tier": "web" });
const code = (target: ChangeTarget, map: unknown = finTier) =>
  changeAsCode({ target, region: "us-ashburn-1", etag: "etag-1", after: securityAttributesFromWire(map) });

const json = `'{"fin":{"tier":{"value":"web","mode":"enforce"}}}'`;

describe("a change as a command", () => {
  it.each([
    ["load-balancer", "oci lb load-balancer update", "--load-balancer-id"],
    ["network-load-balancer", "oci nlb network-load-balancer update", "--network-load-balancer-id"],
    ["mount-target", "oci fs mount-target update", "--mount-target-id"],
  ] as const)("of a %s", (kind, command, option) => {
    expect(code({ kind, ocid: "ocid1.x.oc1.iad.a" })).toEqual({
      cli: [
        `${command} \\`,
        `  ${option} ocid1.x.oc1.iad.a \\`,
        `  --security-attributes ${json} \\`,
        "  --if-match etag-1 \\",
        "  --region us-ashburn-1",
      ].join("\n"),
      json: JSON.stringify({ securityAttributes: finTier }, null, 2),
    });
  });

  it("of an endpoint sends along what the endpoint has besides", () => {
    const cluster = clusterFrom("prod", {
      endpointConfig: { subnetId: "s", nsgIds: ["ocid1.nsg.a"], isPublicIpEnabled: true },
    });
    const { cli, json: body } = code({ kind: "cluster-endpoint", cluster });
    expect(cli.split(" \\\n  ")).toEqual([
      "oci ce cluster update-endpoint-config",
      `--cluster-id ${cluster.id}`,
      `--nsg-ids '["ocid1.nsg.a"]'`,
      "--is-public-ip-enabled true",
      `--security-attributes ${json}`,
      "--if-match etag-1",
      "--region us-ashburn-1",
    ]);
    expect(JSON.parse(body)).toEqual({ nsgIds: ["ocid1.nsg.a"], isPublicIpEnabled: true, securityAttributes: finTier });
  });

  it("of primary VNICs names nothing else of the pool", () => {
    const { cli, json: body } = code({ kind: "node-pool-primary-vnic", nodePool: nodePoolFrom("pool", null) });
    expect(JSON.parse(body)).toEqual({ primaryVnic: { securityAttributes: finTier } });
    expect(cli).toContain(`--primary-vnic '{"securityAttributes":{"fin":{"tier":{"value":"web","mode":"enforce"}}}}'`);
  });

  it("of secondary VNICs sends the whole list back with one set and all that we do not use", () => {
    const vnic = (subnetId: string) => ({
      nicIndex: 1,
      someNewMember: [1],
      createVnicDetails: { subnetId, ipCount: 32, nsgIds: ["n"], definedTags: { a: { b: "c" } } },
    });
    const nodePool = nodePoolFrom("pool", null, {
      secondaryVnics: [
        {
          ...vnic("s1"),
          createVnicDetails: { ...vnic("s1").createVnicDetails, securityAttributes: attributesOf({ "old.one": "x" }) },
        },
        vnic("s2"),
      ],
    });
    const { json: body } = code({ kind: "node-pool-secondary-vnics", nodePool });
    expect(JSON.parse(body)).toEqual({
      secondaryVnics: ["s1", "s2"].map((subnetId) => ({
        ...vnic(subnetId),
        createVnicDetails: { ...vnic(subnetId).createVnicDetails, securityAttributes: finTier },
      })),
    });
  });

  it("removes all with an empty object", () => {
    const { cli, json: body } = code({ kind: "load-balancer", ocid: "ocid1.a" }, {});
    expect(cli).toContain("--security-attributes '{}'");
    expect(JSON.parse(body)).toEqual({ securityAttributes: {} });
  });

  it("quotes whatever a shell would read, in values and in the etag", () => {
    const hostile = attributesOf({ "fin.tier": "it's $(id)\n\u202E" });
    const { cli } = changeAsCode({
      target: { kind: "load-balancer", ocid: "ocid1.a; id" },
      region: "us-ashburn-1",
      etag: "a'b`id`",
      after: securityAttributesFromWire(hostile),
    });
    expect(cli).toContain("--load-balancer-id 'ocid1.a; id'");
    expect(cli).toContain(String.raw`"value":"it'\''s $(id)\n\u202e"`);
    expect(cli).toContain(String.raw`--if-match 'a'\''b` + "`id`'");
  });

  it("says that the CLI adds to the body of a pool", () => {
    expect(code({ kind: "node-pool-primary-vnic", nodePool: nodePoolFrom("pool", null) }).cli).toMatch(
      /^# .*nodeConfigDetails/,
    );
  });
});
