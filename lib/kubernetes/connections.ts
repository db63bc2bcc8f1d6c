import "server-only";
import { Agent } from "undici";
import { type KubernetesCluster, readKubeconfig } from "@/lib/kubernetes/kubeconfig";
import type { OciContext } from "@/lib/oci/clients";
import { makeClusterToken } from "@/lib/oci/kubeconfig";

export type KubernetesOptions = {
  readonly connectTimeoutMs: number;
  /** From the start of a request to the last byte of its answer. */
  readonly totalTimeoutMs: number;
  readonly maxBodyBytes: number;
  /** Objects a page of a list. */
  readonly pageSize: number;
  /** Pages of a list that are read at most. */
  readonly maxPages: number;
  /** Connections that are kept at most; the one that was used longest ago goes first. */
  readonly maxConnections: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

const defaultOptions: KubernetesOptions = {
  connectTimeoutMs: 5_000,
  totalTimeoutMs: 15_000,
  maxBodyBytes: 16 * 1024 * 1024,
  pageSize: 250,
  maxPages: 40,
  maxConnections: 32,
  now: Date.now,
};

/** OKE takes a token for five minutes, and clocks differ. */
const maxTokenAgeMs = 210_000;
/** Certificates are rotated and endpoints made public or private; a failed connection is forgotten at once besides. */
const maxConnectionAgeMs = 30 * 60_000;

/** A way to one cluster's Kubernetes API in one principal's name. */
export type Connection = {
  readonly server: string;
  readonly agent: Agent;
  /** A bearer token that is good for some time yet. */
  readonly token: () => Promise<string>;
};

type Held = { readonly connection: Promise<Connection>; readonly madeMs: number };
type State = { readonly options: KubernetesOptions; readonly held: Map<string, Held> };

declare global {
  /** Pages and route handlers have separate copies of this module; connections are the process's. */
  var zprConsoleKubernetes: State | undefined;
}

const state = (): State => (globalThis.zprConsoleKubernetes ??= { options: defaultOptions, held: new Map() });

export const kubernetesOptions = (): KubernetesOptions => state().options;

function tokenSource(context: OciContext, { id: clusterId, region }: KubernetesCluster): () => Promise<string> {
  const { now } = kubernetesOptions();
  let made: { readonly token: Promise<string>; readonly atMs: number } | null = null;
  return () => {
    if (made === null || now() - made.atMs >= maxTokenAgeMs) {
      const atMs = now();
      made = { token: makeClusterToken(context, { region, clusterId }, new Date(atMs)), atMs };
      made.token.catch(() => (made = null));
    }
    return made.token;
  };
}

/** Without the caller's signal: others wait for the same connection. */
async function connect({ principal }: OciContext, cluster: KubernetesCluster): Promise<Connection> {
  const { connectTimeoutMs, totalTimeoutMs } = kubernetesOptions();
  const { server, certificateAuthority } = await readKubeconfig({ principal }, cluster);
  const agent = new Agent({
    connections: 4,
    // Said although it is the default: a variable of Node could switch it off.
    connect: { ca: certificateAuthority, rejectUnauthorized: true, timeout: connectTimeoutMs },
    headersTimeout: totalTimeoutMs,
    bodyTimeout: totalTimeoutMs,
  });
  return { server, agent, token: tokenSource({ principal }, cluster) };
}

const keyOf = ({ principal }: OciContext, { id }: KubernetesCluster): string => `${principal.cacheKey} ${id}`;

function drop(key: string): void {
  const { held } = state();
  const known = held.get(key);
  held.delete(key);
  known?.connection.then(({ agent }) => agent.close()).catch(() => {});
}

/** Forgets a connection that failed, so that the next call asks OKE anew where the cluster answers. */
export const dropConnection = (context: OciContext, cluster: KubernetesCluster): void => drop(keyOf(context, cluster));

/** The connection to a cluster, made when there is none. Throws `OciRequestError` or `KubernetesRequestError`. */
export function connectionTo(context: OciContext, cluster: KubernetesCluster): Promise<Connection> {
  const { held, options } = state();
  const key = keyOf(context, cluster);
  const known = held.get(key);
  if (known !== undefined && options.now() - known.madeMs < maxConnectionAgeMs) {
    // To the end of the line: the map gives the longest unused first.
    held.delete(key);
    held.set(key, known);
    return known.connection;
  }
  drop(key);
  const connection = connect(context, cluster);
  held.set(key, { connection, madeMs: options.now() });
  connection.catch(() => held.get(key)?.connection === connection && held.delete(key));
  for (const oldest of [...held.keys()].slice(0, -options.maxConnections)) drop(oldest);
  return connection;
}

/** Sets limits and the clock, and closes every connection. For tests. */
export function setKubernetesOptions(options: Partial<KubernetesOptions>): void {
  for (const key of state().held.keys()) drop(key);
  globalThis.zprConsoleKubernetes = { options: { ...defaultOptions, ...options }, held: new Map() };
}
