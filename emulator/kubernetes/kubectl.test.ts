import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { acmeSeed } from "@/emulator/seeds/acme/acme";
import { ocidOf } from "@/emulator/seeds/builders/ocid";
import { useEmulator } from "@/emulator/testing/emulator";
import {
  bearerToken,
  clusterAddress,
  installedKubectl,
  kubectlAt,
  type TokenOptions,
} from "@/emulator/testing/kubernetes";
import { parseJson } from "@/lib/json";

const emulator = useEmulator();
const clusterId = ocidOf("cluster", "acme/payments-prod", "iad");
const serviceAnnotation = "oci.oraclecloud.com/security-attributes";

type Listed = { readonly items: readonly { readonly metadata: { readonly name: string } }[] };
const namesIn = (text: string) => (parseJson(text) as unknown as Listed).items.map(({ metadata }) => metadata.name);

// Skipped where there is no kubectl: `npm test` says so, and how to get one.
describe.skipIf(installedKubectl() === null)("kubectl, unmodified,", () => {
  const clean: (() => Promise<unknown>)[] = [];
  let tenancy: EmulatedTenancy;
  beforeEach(async () => {
    ({ tenancy } = await emulator.tenancy(acmeSeed()));
  });
  afterEach(async () => {
    await Promise.all(clean.splice(0).map((remove) => remove()));
  });

  const kubectlFor = async (options: Omit<TokenOptions, "clusterId"> & { readonly clusterId?: string } = {}) => {
    const id = options.clusterId ?? clusterId;
    const address = await clusterAddress(emulator.url(), tenancy, id);
    const kubectl = await kubectlAt(address, await bearerToken(tenancy, { ...options, clusterId: id }));
    clean.push(kubectl.remove);
    return kubectl;
  };

  test("reads Services of all namespaces, and sees the version of the cluster", async () => {
    const kubectl = await kubectlFor();
    const listed = await kubectl.run("get", "services", "-A", "-o", "json");
    expect(listed.stderr).toBe("");
    expect(namesIn(listed.stdout)).toEqual(["public", "ledger-grpc", "ledger-metrics"]);
    expect((await kubectl.run("get", "svc", "-A")).stdout).toMatch(/ledger +ledger-grpc/);
    expect((await kubectl.run("version")).stdout).toContain("v1.33.1");
  });

  test("reads events of one Service, and of a kind", async () => {
    const kubectl = await kubectlFor();
    const selector = "involvedObject.kind=Service,involvedObject.name=ledger-metrics,type=Warning";
    const { stdout } = await kubectl.run("get", "events", "-n", "ledger", "--field-selector", selector, "-o", "json");
    expect(stdout).toContain("SyncLoadBalancerFailed");
    const normal = await kubectl.run("get", "events", "-A", "--field-selector", "type=Normal", "-o", "json");
    expect(namesIn(normal.stdout)).toEqual([]);
    const wrong = await kubectl.run("get", "events", "-A", "--field-selector", "colour=red");
    expect(wrong.stderr).toContain("field label not supported: colour");
  });

  test("reads a list in chunks, and gets the same list", async () => {
    const kubectl = await kubectlFor();
    const whole = await kubectl.run("get", "nodes", "-o", "json", "--chunk-size=0");
    await tenancy.clearRequests();
    const chunked = await kubectl.run("get", "nodes", "-o", "json", "--chunk-size=5");
    expect(namesIn(chunked.stdout)).toEqual(namesIn(whole.stdout));
    expect(await tenancy.requests("list nodes")).toHaveLength(Math.ceil(namesIn(whole.stdout).length / 5));
  });

  test("annotates a Service; a dry run on the server changes nothing", async () => {
    const kubectl = await kubectlFor();
    const words = ["annotate", "service", "-n", "ledger", "ledger-grpc", `${serviceAnnotation}={}`, "--overwrite"];
    const read = async () =>
      (await kubectl.run("get", "service", "-n", "ledger", "ledger-grpc", "-o", "jsonpath={.metadata}")).stdout;
    const before = await read();
    const dry = await kubectl.run(...words, "--dry-run=server");
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining("ledger-grpc annotated (server dry run)") });
    expect(await read()).toBe(before);
    expect((await kubectl.run(...words)).stdout).toContain("ledger-grpc annotated");
    expect(await read()).toContain(`"${serviceAnnotation}":"{}"`);
  });

  test("annotates an IngressClass, and takes the annotation off again", async () => {
    const storefront = ocidOf("cluster", "acme/storefront-prod", "iad");
    const kubectl = await kubectlFor({ clusterId: storefront });
    const annotation = "oci-native-ingress.oraclecloud.com/security-attributes";
    const read = async () => (await kubectl.run("get", "ingressclass", "internal", "-o", "json")).stdout;
    await kubectl.run("annotate", "ingressclass", "internal", `${annotation}={"app":{}}`);
    expect(await read()).toContain(annotation);
    const removed = await kubectl.run("annotate", "ingressclass", "internal", `${annotation}-`);
    expect(removed).toMatchObject({ code: 0 });
    expect(await read()).not.toContain(annotation);
  });

  test("is refused when the object has changed since the version it names", async () => {
    const kubectl = await kubectlFor();
    const words = ["annotate", "service", "-n", "ledger", "ledger-grpc", "a.example/b=c", "--overwrite"];
    const stale = await kubectl.run(...words, "--resource-version=1");
    expect(stale).toMatchObject({ code: 1, stderr: expect.stringContaining("the object has been modified") });
  });

  test("is not let in with a token that nobody signed, an old one, or one for another cluster", async () => {
    const other = ocidOf("cluster", "acme/storefront-prod", "iad");
    const address = await clusterAddress(emulator.url(), tenancy, clusterId);
    const tokens = [
      "bm9ib2R5",
      await bearerToken(tenancy, { clusterId, at: Date.now() - 6 * 60_000 }),
      await bearerToken(tenancy, { clusterId: other }),
    ];
    for (const token of tokens) {
      const kubectl = await kubectlAt(address, token);
      clean.push(kubectl.remove);
      const ran = await kubectl.run("get", "services", "-A");
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("You must be logged in to the server") });
    }
  });

  test("is told by RBAC what its user may not do, in Kubernetes' words", async () => {
    const kubectl = await kubectlFor({ clusterId: ocidOf("cluster", "acme/data-lake", "iad") });
    const user = tenancy.users.find(({ name }) => name === "operator")?.ocid ?? "";
    const everywhere = await kubectl.run("get", "services", "-A");
    expect(everywhere.stderr).toContain(
      `services is forbidden: User "${user}" cannot list resource "services" in API group "" at the cluster scope`,
    );
    const named = await kubectl.run("get", "storageclass", "fss-scratch");
    expect(named.stderr).toContain(
      `storageclasses.storage.k8s.io "fss-scratch" is forbidden: User "${user}" cannot get resource "storageclasses" in API group "storage.k8s.io" at the cluster scope`,
    );
  });

  test("creates a StorageClass, first as a dry run, and cannot change its parameters afterwards", async () => {
    const kubectl = await kubectlFor();
    const manifest = {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: { name: "fss-new" },
      provisioner: "fss.csi.oraclecloud.com",
      parameters: { securityAttributes: "{}" },
    };
    const create = (...words: readonly string[]) => kubectl.runWithInput(manifest, "create", "-f", "-", ...words);
    expect(await create("--dry-run=server")).toMatchObject({ code: 0 });
    expect((await kubectl.run("get", "sc", "fss-new")).stderr).toContain("not found");
    expect(await create()).toMatchObject({ code: 0 });
    expect((await create()).stderr).toContain("already exists");
    const patch = ["patch", "sc", "fss-new", "--type=merge", "-p", '{"parameters":{"securityAttributes":"x"}}'];
    expect((await kubectl.run(...patch)).stderr).toContain("updates to parameters are forbidden");
  });
});
