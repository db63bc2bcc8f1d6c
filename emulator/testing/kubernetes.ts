import { execFile } from "node:child_process";
import { createPrivateKey, sign } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import * as common from "oci-common";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { sdkFor } from "@/emulator/testing/sdk";
import { parseJson } from "@/lib/json";

export type TokenOptions = {
  readonly user?: string;
  readonly isSession?: boolean;
  readonly region?: string;
  readonly clusterId: string;
  /** ms since 1970; now when left out. */
  readonly at?: number;
  readonly host?: string;
};

/** The token of `oci ce cluster generate-token`, made with the key in the tenancy's config file. */
export async function bearerToken(tenancy: EmulatedTenancy, options: TokenOptions): Promise<string> {
  const { clusterId, region = tenancy.homeRegion, user = tenancy.profile } = options;
  const host = options.host ?? `containerengine.${region}.oraclecloud.com`;
  const target = `/cluster_request/${clusterId}`;
  const date = new Date(options.at ?? Date.now()).toUTCString();
  const text = `date: ${date}\n(request-target): get ${target}\nhost: ${host}`;
  const key = createPrivateKey(readFileSync(join(dirname(tenancy.configFile), "key.pem")));
  const signature = sign("RSA-SHA256", Buffer.from(text), key).toString("base64");
  const authorization = `Signature version="1",keyId="${await keyIdOf(tenancy, user, options.isSession === true)}",algorithm="rsa-sha256",headers="date (request-target) host",signature="${signature}"`;
  const query = `authorization=${encodeURIComponent(authorization)}&date=${encodeURIComponent(date)}`;
  return Buffer.from(`https://${host}${target}?${query}`).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
}

async function keyIdOf(tenancy: EmulatedTenancy, user: string, isSession: boolean): Promise<string> {
  return isSession
    ? await new common.SessionAuthDetailProvider(tenancy.configFile, `${user}-session`).getKeyId()
    : await new common.ConfigFileAuthenticationDetailsProvider(tenancy.configFile, user).getKeyId();
}

export type ClusterAddress = { readonly server: string; readonly certificateAuthority: string };

/** Where a cluster's API is and whom to trust there, out of the kubeconfig that the emulator gives. */
export async function clusterAddress(
  emulatorUrl: string,
  tenancy: EmulatedTenancy,
  clusterId: string,
  region = tenancy.homeRegion,
): Promise<ClusterAddress> {
  const { containerEngine } = sdkFor(emulatorUrl, tenancy, { region });
  const { value } = await containerEngine.createKubeconfig({ clusterId });
  const chunks: Buffer[] = [];
  for await (const chunk of value as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  const [, server = ""] = /server: (\S+)/.exec(text) ?? [];
  const [, certificate = ""] = /certificate-authority-data: (\S+)/.exec(text) ?? [];
  return { server, certificateAuthority: Buffer.from(certificate, "base64").toString() };
}

export type KubernetesCall = {
  readonly method?: string;
  readonly path: string;
  readonly token?: string;
  readonly contentType?: string;
  readonly body?: unknown;
  readonly timeoutMs?: number;
};

export type KubernetesReply = { readonly status: number; readonly body: { readonly [member: string]: unknown } };

/** One call without any client in between. Rejects when the connection fails. */
export function callKubernetes({ server, certificateAuthority }: ClusterAddress, call: KubernetesCall) {
  return new Promise<KubernetesReply>((resolve, reject) => {
    const headers = {
      ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
      "content-type": call.contentType ?? "application/json",
    };
    const options = { method: call.method ?? "GET", headers, ca: certificateAuthority, agent: false };
    const outgoing = request(`${server}${call.path}`, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, body: parseJson(text) as KubernetesReply["body"] });
      });
    });
    if (call.timeoutMs !== undefined) {
      outgoing.setTimeout(call.timeoutMs, () => outgoing.destroy(new Error("no answer")));
    }
    outgoing.once("error", reject).end(call.body === undefined ? undefined : JSON.stringify(call.body));
  });
}

/** The kubectl that is named in KUBECTL_PATH, else the first on the PATH; null where there is none. */
export function installedKubectl(): string | null {
  const named = process.env["KUBECTL_PATH"] ?? "";
  if (named !== "") return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, "kubectl")).find((path) => existsSync(path)) ?? null;
}

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** kubectl at a cluster, with a kubeconfig of its own whose exec plugin hands over `token`. */
export async function kubectlAt(address: ClusterAddress, token: string) {
  const folder = await mkdtemp(join(tmpdir(), "kubectl-"));
  const kubeconfig = join(folder, "config");
  const credential = {
    apiVersion: "client.authentication.k8s.io/v1beta1",
    kind: "ExecCredential",
    status: { token },
  };
  const plugin = `process.stdout.write(${JSON.stringify(JSON.stringify(credential))})`;
  // JSON is YAML too.
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: "cluster",
        cluster: {
          server: address.server,
          "certificate-authority-data": Buffer.from(address.certificateAuthority).toString("base64"),
        },
      },
    ],
    users: [
      {
        name: "user",
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: process.execPath,
            args: ["-e", plugin],
            interactiveMode: "Never",
          },
        },
      },
    ],
    contexts: [{ name: "context", context: { cluster: "cluster", user: "user" } }],
    "current-context": "context",
  };
  await writeFile(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  const env = { ...process.env, KUBECONFIG: kubeconfig, HOME: folder, KUBECACHEDIR: join(folder, "cache") };
  const ran = (words: readonly string[], input: string): Promise<Ran> =>
    new Promise((resolve) => {
      const program = installedKubectl() ?? "kubectl";
      const child = execFile(program, words, { env, maxBuffer: 64_000_000 }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        resolve({ code, stdout, stderr });
      });
      child.stdin?.end(input);
    });
  return {
    run: (...words: readonly string[]) => ran(words, ""),
    /** With a manifest on its standard input. */
    runWithInput: (manifest: object, ...words: readonly string[]) => ran(words, JSON.stringify(manifest)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
