import { createVerify } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { createKubeconfig, makeClusterToken } from "@/lib/oci/kubeconfig";
import { loadPrincipal } from "@/lib/oci/principal";
import { json, startLoopbackServer, type Script } from "@/lib/oci/testing/loopback-server";
import { makeTestProfile, testTenancyId } from "@/lib/oci/testing/test-profile";

const profile = makeTestProfile();
afterAll(() => profile.remove());
beforeEach(() => setOciHttpOptions({ delay: async () => {} }));

let close = async () => {};
afterEach(() => close());

async function contextTo(script: Script) {
  const server = await startLoopbackServer(script);
  close = () => server.close();
  return { context: contextOf({ ZPR_EMULATOR_URL: server.url }), requests: server.requests };
}

const contextOf = (env: Record<string, string>): OciContext => ({
  principal: loadPrincipal({ NODE_ENV: "test", OCI_CONFIG_FILE: profile.configFile, ...env }),
});

const clusterId = "ocid1.cluster.oc1.iad.aaaa";
const cluster = { region: "us-ashburn-1", clusterId };

describe("the kubeconfig of a cluster", () => {
  it("is the text that OKE gives for the endpoint that was asked for", async () => {
    const yaml = "---\nclusters: []\n# é\n";
    const { context, requests } = await contextTo((response) => {
      response.writeHead(200, { "content-type": "application/x-yaml" });
      response.end(yaml);
    });
    await expect(createKubeconfig(context, { ...cluster, endpoint: "PRIVATE_ENDPOINT" })).resolves.toBe(yaml);
    expect(requests[0]).toMatchObject({
      method: "POST",
      target: `/us-ashburn-1/20180222/clusters/${clusterId}/kubeconfig/content`,
      body: `{"tokenVersion":"2.0.0","endpoint":"PRIVATE_ENDPOINT"}`,
    });
  });

  it("is asked for again when the service was busy, because asking changes nothing", async () => {
    const { context, requests } = await contextTo((response, _, index) => {
      if (index === 0) json(response, { code: "TooManyRequests", message: "Slow down." }, 429);
      else response.end("ok: true\n");
    });
    await expect(createKubeconfig(context, { ...cluster, endpoint: "PUBLIC_ENDPOINT" })).resolves.toBe("ok: true\n");
    expect(requests).toHaveLength(2);
  });

  it("is refused in Oracle's words", async () => {
    const { context } = await contextTo((response) =>
      json(response, { code: "NotAuthorizedOrNotFound", message: "Authorization failed." }, 404),
    );
    await expect(createKubeconfig(context, { ...cluster, endpoint: "PUBLIC_ENDPOINT" })).rejects.toMatchObject({
      code: "NotAuthorizedOrNotFound",
      isAmbiguous: false,
    });
  });
});

/** Takes a token apart and checks its signature as a cluster would. */
function checked(token: string) {
  expect(token).toMatch(/^[\w-]+=*$/);
  const url = new URL(Buffer.from(token, "base64url").toString());
  const authorization = url.searchParams.get("authorization") ?? "";
  const date = url.searchParams.get("date") ?? "";
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(authorization)?.[1] ?? "";
  const signed = `date: ${date}\n(request-target): get ${url.pathname}\nhost: ${url.host}`;
  const isGenuine = createVerify("sha256").update(signed).verify(profile.publicKey, part("signature"), "base64");
  return { url, date, isGenuine, keyId: part("keyId"), headers: part("headers"), names: [...url.searchParams.keys()] };
}

describe("a token for a cluster", () => {
  const now = new Date("2026-11-23T12:00:00.900Z");

  it("is OKE's own URL, signed over date, target and host, in URL-safe base64", async () => {
    const { url, ...rest } = checked(await makeClusterToken(contextOf({}), cluster, now));
    expect(`${url.origin}${url.pathname}`).toBe(
      `https://containerengine.us-ashburn-1.oraclecloud.com/cluster_request/${clusterId}`,
    );
    expect(rest).toEqual({
      isGenuine: true,
      date: "Mon, 23 Nov 2026 12:00:00 GMT",
      keyId: `${testTenancyId}/ocid1.user.oc1..aaaatest/aa:bb:cc:dd`,
      headers: "date (request-target) host",
      names: ["authorization", "date"],
    });
  });

  it("names the host of the region's realm", async () => {
    const { url } = checked(await makeClusterToken(contextOf({}), { ...cluster, region: "us-langley-1" }, now));
    expect(url.host).toBe("containerengine.us-langley-1.oraclegovcloud.com");
  });

  it("is signed with a session's key and token", async () => {
    const tokenFile = join(profile.folder, "token");
    const configFile = join(profile.folder, "session");
    writeFileSync(tokenFile, "abc.def\n");
    const lines = [`tenancy=${testTenancyId}`, "region=us-ashburn-1", `key_file=${profile.keyFile}`];
    writeFileSync(configFile, ["[DEFAULT]", ...lines, `security_token_file=${tokenFile}`, ""].join("\n"));
    const context = contextOf({ OCI_CONFIG_FILE: configFile });
    const { keyId, isGenuine } = checked(await makeClusterToken(context, cluster, now));
    expect([keyId, isGenuine]).toEqual(["ST$abc.def", true]);
    rmSync(configFile);
  });

  it("is not made for a region that is not Oracle's", async () => {
    const evil = makeClusterToken(contextOf({}), { ...cluster, region: "evil.example/" }, now);
    await expect(evil).rejects.toMatchObject({ code: "InvalidParameter" });
  });
});
