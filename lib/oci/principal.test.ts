import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { setOciHttpOptions } from "@/lib/oci/clients";
import { listClusters } from "@/lib/oci/clusters";
import { OciConfigurationError } from "@/lib/oci/configuration-error";
import { loadPrincipal } from "@/lib/oci/principal";
import { json, startLoopbackServer } from "@/lib/oci/testing/loopback-server";
import { makeTestProfile, testTenancyId } from "@/lib/oci/testing/test-profile";

const passphrase = "canary-passphrase";
const token = "canary.session-token_1";
let profile: ReturnType<typeof makeTestProfile>;
let scratch: string;

beforeAll(() => {
  profile = makeTestProfile({ passphrase });
  scratch = mkdtempSync(join(tmpdir(), "oci-scratch-"));
});
afterAll(() => {
  profile.remove();
  rmSync(scratch, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

const complete = () => readFileSync(profile.configFile, "utf8");

/** Loads from a configuration file with this text. */
function load(text: string, env: Record<string, string> = {}) {
  const configFile = join(scratch, "config");
  writeFileSync(configFile, text);
  return loadPrincipal({ NODE_ENV: "test", OCI_CONFIG_FILE: configFile, ...env });
}
function errorOf(run: () => unknown): OciConfigurationError {
  try {
    run();
  } catch (error) {
    if (error instanceof OciConfigurationError) return error;
    throw error;
  }
  throw new Error("No error was thrown.");
}

describe("a profile with an API key", () => {
  test("gives a principal that is the same after a trip through JSON", () => {
    const principal = load(complete());
    expect(principal).toMatchObject({
      tenancyId: testTenancyId,
      userId: "ocid1.user.oc1..aaaatest",
      authentication: "api-key",
      profile: "DEFAULT",
      region: "us-ashburn-1",
      chosenRegions: null,
      emulatorUrl: null,
    });
    expect(JSON.parse(JSON.stringify(principal))).toEqual(principal);
  });

  test("takes what it lacks from DEFAULT, and OCI_CLI_PROFILE names it", () => {
    const text = `${complete()}\n[OTHER]\nregion=eu-frankfurt-1\nuser = ocid1.user.oc1..other\n`;
    const other = load(text, { OCI_CLI_PROFILE: "OTHER" });
    expect(other).toMatchObject({ profile: "OTHER", region: "eu-frankfurt-1", userId: "ocid1.user.oc1..other" });
    expect(other.tenancyId).toBe(testTenancyId);
    expect(other.cacheKey).not.toBe(load(text).cacheKey);
  });

  test("is restricted to the regions of ZPR_REGIONS, each once", () => {
    expect(load(complete(), { ZPR_REGIONS: "" }).chosenRegions).toBeNull();
    const env = { ZPR_REGIONS: " us-ashburn-1, eu-frankfurt-1,,us-ashburn-1" };
    expect(load(complete(), env).chosenRegions).toEqual(["us-ashburn-1", "eu-frankfurt-1"]);
  });

  test("keeps one cache key for one credential, and another for another tenancy behind the same key", () => {
    const [one, two] = [load(complete()), load(complete())];
    expect(one.cacheKey).toBe(two.cacheKey);
    expect(load(complete().replace(testTenancyId, `${testTenancyId}2`)).cacheKey).not.toBe(one.cacheKey);
  });

  test("is read without a word on the console, also when the file has no DEFAULT", () => {
    const spy = vi.spyOn(console, "info").mockImplementation(() => {});
    load(complete().replace("[DEFAULT]", "[ONLY]"), { OCI_CLI_PROFILE: "ONLY" });
    expect(spy).not.toHaveBeenCalled();
  });

  test("may have the label OCI_API_KEY after the key", () => {
    const labelled = join(scratch, "labelled.pem");
    writeFileSync(labelled, `${profile.key}OCI_API_KEY\n`);
    expect(load(complete().replace(profile.keyFile, labelled)).cacheKey).toBe(load(complete()).cacheKey);
  });

  test("may name its key file from the home folder", () => {
    const folder = mkdtempSync(join(homedir(), ".oci-principal-test-"));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "key.pem"), profile.key);
    const text = complete().replace(profile.keyFile, `~/${folder.slice(homedir().length + 1)}/key.pem`);
    expect(load(text).tenancyId).toBe(testTenancyId);
    rmSync(folder, { recursive: true });
  });
});

describe("a configuration that cannot be used", () => {
  const without = (key: string) => complete().replace(new RegExp(`^${key}=.*$`, "m"), "");
  const rows: [name: string, text: () => string, env: Record<string, string>, says: RegExp][] = [
    [
      "no file",
      () => "",
      { OCI_CONFIG_FILE: "/nowhere/config" },
      /does not exist or may not be read; set OCI_CONFIG_FILE/,
    ],
    ["an empty file", () => "", {}, /Profile DEFAULT .* does not exist; name another in OCI_CLI_PROFILE/],
    ["no such profile", () => complete(), { OCI_CLI_PROFILE: "X" }, /Profile X of .* does not exist/],
    ["a line without =", () => `${complete()}\ncanary-secret-line`, {}, /not of the form key=value; correct the file/],
    ["no tenancy", () => without("tenancy"), {}, /has no tenancy; add a line "tenancy=…"/],
    ["no user", () => without("user"), {}, /has no user/],
    ["no fingerprint", () => without("fingerprint"), {}, /has no fingerprint/],
    ["no region", () => without("region"), {}, /has no region/],
    ["no key_file", () => without("key_file"), {}, /has no key_file/],
    [
      "an unknown region",
      () => complete().replace("us-ashburn-1", "x.evil.example"),
      {},
      /region that is not in Oracle's/,
    ],
    [
      "a key file that is not there",
      () => complete().replace("canary-key-file", "canary-gone"),
      {},
      /key_file that does not/,
    ],
    [
      "a chosen region that does not exist",
      complete,
      { ZPR_REGIONS: "us-ashburn-1,x.evil.example" },
      /ZPR_REGIONS names "x\.evil\.example".*unset it/,
    ],
    ["a wrong passphrase", () => complete().replace(passphrase, "canary-wrong"), {}, /correct key_file or pass_phrase/],
    ["no passphrase", () => without("pass_phrase"), {}, /correct key_file or pass_phrase/],
    [
      "a region table of one's own",
      () => complete(),
      { OCI_REGION_METADATA: "{}" },
      /^OCI_REGION_METADATA is set.*unset it/,
    ],
    ["a realm of one's own", () => complete(), { OCI_DEFAULT_REALM: "evil.example" }, /^OCI_DEFAULT_REALM is set/],
  ];
  test.each(rows)("%s is told in one sentence with file, profile and fix, without secrets", (_, text, env, says) => {
    const error = errorOf(() => load(text(), env));
    expect(error.message).toMatch(says);
    expect(`${error.message} ${JSON.stringify(error)} ${inspect(error)}`).not.toMatch(/canary|PRIVATE KEY/);
    expect(error.message).not.toContain("\n");
  });

  const addresses = [
    "http://example.com:80",
    "https://127.0.0.1:4010",
    "http://127.0.0.1.evil.example:1",
    "http://user@127.0.0.1:1",
    "http://127.0.0.1:1/path",
    "http://127.0.0.1:1/?q",
    "http://[::2]:1",
    "http://localhost.evil:1",
    "127.0.0.1:1",
    "file:///etc",
  ];
  test.each(addresses)("the emulator's address %s is refused", (url) => {
    expect(errorOf(() => load(complete(), { ZPR_EMULATOR_URL: url })).message).toContain("http://127.0.0.1:PORT");
  });

  test("another spelling of loopback is written as the usual one", () => {
    expect(load(complete(), { ZPR_EMULATOR_URL: "http://2130706433:4010/" }).emulatorUrl).toBe("http://127.0.0.1:4010");
  });
});

describe("a profile with a session token", () => {
  const tokenFile = () => join(scratch, "canary-token-file");
  const text = () =>
    complete()
      .replace(/^user=.*$/m, "")
      .concat(`\nsecurity_token_file=${tokenFile()}\n`);

  test("signs with the token, trimmed, and with the new one when the file has changed", async () => {
    const server = await startLoopbackServer((response) => json(response, []));
    setOciHttpOptions({});
    writeFileSync(tokenFile(), `${token}\n`);
    const principal = load(text(), { ZPR_EMULATOR_URL: server.url });
    expect(principal).toMatchObject({ authentication: "session-token", userId: null });
    const read = () => listClusters({ principal }, { region: "us-ashburn-1", compartmentId: "c" });
    await read();
    writeFileSync(tokenFile(), "canary.second\n");
    utimesSync(tokenFile(), new Date(), new Date(Date.now() + 5000));
    await read();
    const keyIds = server.requests.map(({ headers }) => /keyId="([^"]*)"/.exec(headers.authorization ?? "")?.[1]);
    expect(keyIds).toEqual([`ST$${token}`, "ST$canary.second"]);
    rmSync(tokenFile());
    await expect(read()).rejects.toMatchObject({
      code: "NotAuthenticated",
      message: expect.stringMatching(/security_token_file that does not exist.*oci session authenticate/),
    });
    await server.close();
  });

  test("without a token in its file it is refused, and the sentence says how to renew it", () => {
    writeFileSync(tokenFile(), "\n");
    expect(errorOf(() => load(text())).message).toMatch(
      /without a token in it; renew it with "oci session authenticate"/,
    );
    rmSync(tokenFile());
    expect(errorOf(() => load(text())).message).toMatch(/security_token_file that does not exist/);
  });
});

test("no key, passphrase, token or key path shows in anything that the gateway hands out", async () => {
  const server = await startLoopbackServer((response) => json(response, {}, 401));
  setOciHttpOptions({});
  writeFileSync(join(scratch, "canary-token-file"), token);
  const env = { ZPR_EMULATOR_URL: server.url };
  const session = complete().concat(`\nsecurity_token_file=${join(scratch, "canary-token-file")}\n`);
  const principals = [load(complete(), env), load(session, env)];
  const results = await Promise.allSettled(
    principals.map((principal) => listClusters({ principal }, { region: "us-ashburn-1", compartmentId: "c" })),
  );
  const errors = results.map((result) => (result.status === "rejected" ? result.reason : null));
  expect(errors).not.toContain(null);
  const shown = [principals, errors, globalThis.zprConsoleOci].map(
    (thing) => `${JSON.stringify(thing)} ${inspect(thing, { depth: 20, showHidden: true })}`,
  );
  const keyLine = profile.key.split("\n")[3] ?? "";
  expect(keyLine.length).toBeGreaterThan(40);
  for (const secret of [passphrase, token, "canary", "PRIVATE KEY", keyLine]) {
    expect(shown.join("\n")).not.toContain(secret);
  }
  await server.close();
});
