import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { recordedSeed } from "@/emulator/seeds/recorded/recorded";

const directories: string[] = [];

/** A directory with these files; objects become JSON. */
const directoryOf = (files: { readonly [path: string]: unknown }): string => {
  const directory = mkdtempSync(join(tmpdir(), "recorded-"));
  directories.push(directory);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), typeof content === "string" ? content : JSON.stringify(content));
  }
  return directory;
};

afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

const cluster = {
  id: "ocid1.cluster.oc1.phx.c1",
  name: "one",
  "compartment-id": "ocid1.compartment.oc1..a",
  metadata: { "time-created": "2025-01-01T00:00:00+00:00" },
};

describe("a tenancy from recorded answers", () => {
  it("takes things by their OCID, whatever their file is called, from lists, collections and single answers", () => {
    const seed = recordedSeed(
      directoryOf({
        "deep/x.json": { data: [cluster], "opc-next-page": "abc" },
        "y.json": { data: { items: [{ id: "ocid1.networkloadbalancer.oc1.phx.n", "display-name": "a/b/c" }] } },
        "z.json": { data: { id: "ocid1.filesystem.oc1.eu_frankfurt_1.f", "display-name": "f" }, etag: "1" },
      }),
    );
    const [phoenix, frankfurt] = seed.regions;
    expect(phoenix).toMatchObject({ regionName: "us-phoenix-1", regionKey: "PHX", clusters: [{ name: "one" }] });
    expect(phoenix?.networkLoadBalancers).toEqual([
      { id: "ocid1.networkloadbalancer.oc1.phx.n", displayName: "a/b/c" },
    ]);
    expect(frankfurt).toMatchObject({
      regionName: "eu-frankfurt-1",
      regionKey: "FRA",
      fileSystems: [{ displayName: "f" }],
    });
  });

  it("puts the whole answer over the summary of a list, in whichever order the files come", () => {
    const summary = { id: "ocid1.nodepool.oc1.iad.p", name: "p", "primary-vnic": null };
    const whole = { ...summary, nodes: [{ id: "ocid1.instance.oc1.iad.i", "private-ip": "10.0.0.2" }] };
    const [region] = recordedSeed(
      directoryOf({ "a.json": { data: whole, etag: "1" }, "b.json": { data: [summary] } }),
    ).regions;
    expect(region?.nodePools).toEqual([
      {
        id: summary.id,
        name: "p",
        primaryVnic: null,
        nodes: [{ id: "ocid1.instance.oc1.iad.i", privateIp: "10.0.0.2" }],
      },
    ]);
  });

  it("renames properties as the wire spells them and leaves people's words alone", () => {
    const recorded = {
      id: "ocid1.loadbalancer.oc1.iad.l",
      "defined-tags": { "cost-centre": { "sub-centre": "a-b" } },
      "freeform-tags": { "made-by": "x" },
      "security-attributes": { "app-sec": { "my-tier": { value: "web", mode: "enforce", "usage-type": "zpr" } } },
      "backend-sets": { "tcp-443": { "health-checker": { "url-path": "/" } } },
      listeners: { "my-listener": { "default-backend-set-name": "tcp-443" } },
    };
    const instance = {
      id: "ocid1.instance.oc1.iad.i",
      metadata: { "oke-pool-id": "p" },
      "is-ai-enterprise-enabled": null,
      "shape-config": { "memory-in-gbs": 16, "networking-bandwidth-in-gbps": 1 },
      "source-details": { "boot-volume-size-in-gbs": 50, "boot-volume-vpus-per-gb": 10 },
    };
    const [region] = recordedSeed(
      directoryOf({ "a.json": { data: [recorded] }, "b.json": { data: instance }, "c.json": { data: cluster } }),
    ).regions;
    expect(region?.loadBalancers).toEqual([
      {
        id: recorded.id,
        definedTags: recorded["defined-tags"],
        freeformTags: recorded["freeform-tags"],
        securityAttributes: recorded["security-attributes"],
        backendSets: { "tcp-443": { healthChecker: { urlPath: "/" } } },
        listeners: { "my-listener": { defaultBackendSetName: "tcp-443" } },
      },
    ]);
    expect(region?.instances).toEqual([
      {
        id: instance.id,
        metadata: { "oke-pool-id": "p" },
        isAIEnterpriseEnabled: null,
        shapeConfig: { memoryInGBs: 16, networkingBandwidthInGbps: 1 },
        sourceDetails: { bootVolumeSizeInGBs: 50, bootVolumeVpusPerGB: 10 },
      },
    ]);
  });

  it("converts a cluster's metadata, which is Oracle's structure and not a map of people's words", () => {
    const phoenix = recordedSeed(directoryOf({ "c.json": { data: cluster } })).regions.find(
      ({ regionName }) => regionName === "us-phoenix-1",
    );
    expect(phoenix?.clusters[0]?.metadata).toEqual({ timeCreated: "2025-01-01T00:00:00+00:00" });
  });

  it("keeps a tag called __proto__", () => {
    const [region] = recordedSeed(
      directoryOf({ "c.json": '{"data":{"id":"ocid1.vcn.oc1.iad.v","freeform-tags":{"__proto__":"x"}}}' }),
    ).regions;
    expect(JSON.stringify(region?.vcns[0]?.freeformTags)).toBe('{"__proto__":"x"}');
  });

  it("hangs what it has on the tenancy and compartments that the OCIDs name, and invents nothing else", () => {
    const user = { "created-by-user-id": "ocid1.user.oc1..u" };
    const seed = recordedSeed(
      directoryOf({
        "a.json": {
          data: [
            { ...cluster, metadata: user },
            { id: "ocid1.vcn.oc1.phx.v", "compartment-id": "ocid1.tenancy.oc1..t" },
          ],
        },
      }),
    );
    expect(seed.tenancy).toEqual({ id: "ocid1.tenancy.oc1..t", name: "recorded", homeRegionKey: "PHX" });
    expect(seed.users.map(({ ocid }) => ocid)).toEqual(["ocid1.user.oc1..u"]);
    expect(seed.compartments.map(({ id, compartmentId }) => [id, compartmentId])).toEqual([
      ["ocid1.compartment.oc1..a", "ocid1.tenancy.oc1..t"],
    ]);
    expect(seed.regions.map(({ subnets, nodePools, vnics }) => [subnets, nodePools, vnics])).toEqual([[[], [], []]]);
    expect([seed.zprConfiguration, seed.zprPolicies, seed.securityAttributeNamespaces]).toEqual([null, [], []]);
  });

  it("believes recorded regions, tenancy and compartments before it derives them", () => {
    const seed = recordedSeed(
      directoryOf({
        "a.json": { data: [cluster] },
        "b.json": {
          data: [{ "region-name": "eu-zurich-1", "region-key": "ZRH", "is-home-region": true, status: "READY" }],
        },
        "c.json": {
          data: [
            {
              id: "ocid1.compartment.oc1..a",
              "compartment-id": "ocid1.tenancy.oc1..t",
              name: "apps",
              "lifecycle-state": "ACTIVE",
            },
          ],
        },
        "d.json": { data: { id: "ocid1.tenancy.oc1..t", name: "real", "home-region-key": "ZRH" } },
      }),
    );
    expect(seed.regions.map(({ regionName, isHomeRegion }) => [regionName, isHomeRegion])).toEqual([
      ["eu-zurich-1", true],
      ["us-phoenix-1", false],
    ]);
    expect(seed.tenancy).toMatchObject({ name: "real", homeRegionKey: "ZRH" });
    expect(seed.compartments.map(({ name }) => name)).toEqual(["apps"]);
  });

  it("takes security attribute namespaces, keys, policies and the configuration, and no tag namespaces", () => {
    const seed = recordedSeed(
      directoryOf({
        "a.json": { data: [cluster] },
        "b.json": {
          data: [
            { id: "ocid1.securityattributenamespace.oc1..n", name: "app", "is-retired": false, mode: ["enforce"] },
          ],
        },
        "c.json": {
          data: [
            {
              id: "ocid1.securityattribute.oc1..k",
              name: "tier",
              "is-retired": false,
              "security-attribute-namespace-id": "ocid1.securityattributenamespace.oc1..n",
            },
          ],
        },
        "d.json": {
          data: {
            items: [
              {
                id: "ocid1.zprpolicy.oc1.phx.p",
                name: "p",
                statements: ["in a.b:c VCN allow d.e:f endpoints to connect to all-endpoints"],
              },
            ],
          },
        },
        "e.json": { data: { id: "ocid1.zprconfiguration.oc1.phx.z", "zpr-status": "ENABLED" } },
        "f.json": { data: [{ id: "ocid1.tagnamespace.oc1..t", name: "tags", "is-retired": false }] },
      }),
    );
    expect(seed.securityAttributeNamespaces.map(({ name }) => name)).toEqual(["app"]);
    expect(seed.securityAttributes.map(({ name }) => name)).toEqual(["tier"]);
    expect(seed.zprPolicies.map(({ name }) => name)).toEqual(["p"]);
    expect(seed.zprConfiguration?.zprStatus).toBe("ENABLED");
  });

  it("takes empty answers, search results and failures for what they are: nothing", () => {
    const seed = recordedSeed(
      directoryOf({
        "a.json": { data: [cluster] },
        "empty.json": "",
        "search.json": { data: { items: [{ identifier: "ocid1.vcn.oc1.phx.v", "resource-type": "Vcn" }] } },
        "failure.json": { command: ["compute"], "exit-code": 1, stderr: "ServiceError", stdout: "" },
      }),
    );
    expect(seed.regions.map(({ vcns }) => vcns.length)).toEqual([0]);
  });

  it("finds availability domains in resources, in node pools and in their own list", () => {
    const pool = { id: "ocid1.nodepool.oc1.phx.p", nodes: [{ "availability-domain": "Ab:PHX-AD-2" }] };
    const [region] = recordedSeed(
      directoryOf({
        "a.json": { data: [pool] },
        "b.json": { data: [{ id: "ocid1.availabilitydomain.oc1..x", name: "Ab:PHX-AD-1" }] },
      }),
    ).regions;
    expect(region?.availabilityDomains).toEqual(["Ab:PHX-AD-1", "Ab:PHX-AD-2"]);
  });

  it("says which file is not JSON, and when a directory holds no recordings", () => {
    expect(() => recordedSeed(directoryOf({ "broken.json": "{" }))).toThrow(/broken\.json is not JSON/);
    expect(() => recordedSeed(directoryOf({ "a.json": { data: [] } }))).toThrow(/holds no recorded answers/);
    expect(() => recordedSeed(join(tmpdir(), "no-such-directory"))).toThrow(/ENOENT/);
  });
});

const recordings = process.env.RECORDED_RESPONSES;

describe("the recordings of a real tenancy", () => {
  it.skipIf(recordings === undefined)("become a tenancy with everything that was recorded", () => {
    const seed = recordedSeed(recordings ?? "");
    const regions = seed.regions.map((region) => ({
      name: region.regionName,
      counts: [
        region.clusters,
        region.nodePools,
        region.instances,
        region.vcns,
        region.subnets,
        region.loadBalancers,
        region.networkLoadBalancers,
        region.fileSystems,
      ].map(({ length }) => length),
    }));
    expect(regions).toEqual([{ name: "ap-tokyo-1", counts: [1, 1, 3, 1, 2, 2, 3, 1] }]);
    expect(seed.regions[0]?.nodePools[0]?.nodes?.map(({ lifecycleState }) => lifecycleState)).toEqual([
      "DELETED",
      "ACTIVE",
      "ACTIVE",
    ]);
    expect(seed.compartments).toHaveLength(2);
  });

  it.skipIf(recordings === undefined)("keep no property in the CLI's spelling, outside people's own words", () => {
    const [region] = recordedSeed(recordings ?? "").regions;
    const strange: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [name, member] of Object.entries(value)) {
        const own = /Tags$|[mM]etadata$|listeners$|backendSets$/.test(path);
        if (name.includes("-") && !own && !/Tags\.[^.]+$/.test(path)) strange.push(`${path}.${name}`);
        walk(member, `${path}.${name}`);
      }
    };
    walk(region, "");
    expect(strange).toEqual([]);
  });
});
