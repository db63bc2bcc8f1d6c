import "server-only";
import { type AuthParams, CircuitBreaker, type ClientConfiguration, NoRetryConfigurationDetails } from "oci-common";
import type { ContainerEngineClient } from "oci-containerengine";
import type { ComputeClient, VirtualNetworkClient } from "oci-core";
import type { FileStorageClient } from "oci-filestorage";
import type { IdentityClient } from "oci-identity";
import type { LoadBalancerClient } from "oci-loadbalancer";
import type { NetworkLoadBalancerClient } from "oci-networkloadbalancer";
import type { SecurityAttributeClient } from "oci-securityattribute";
import type { ZprClient } from "oci-zpr";
import { Credentials } from "@/lib/oci/credentials";
import { OciRequestError } from "@/lib/oci/errors";
import { OciHttpClient } from "@/lib/oci/http-client";
import { defaultHttpOptions, type OciHttpOptions } from "@/lib/oci/http-options";
import { isKnownRegion } from "@/lib/oci/known-region";
import type { Principal } from "@/lib/oci/principal";
import { readProfile } from "@/lib/oci/profile";

/** Who calls, and the signal that ends the call. First parameter of every function of the gateway. */
export type OciContext = { readonly principal: Principal; readonly signal?: AbortSignal | undefined };

export type OciClients = {
  compute: ComputeClient;
  containerengine: ContainerEngineClient;
  filestorage: FileStorageClient;
  identity: IdentityClient;
  loadbalancer: LoadBalancerClient;
  networkloadbalancer: NetworkLoadBalancerClient;
  securityattribute: SecurityAttributeClient;
  virtualnetwork: VirtualNetworkClient;
  zpr: ZprClient;
};

export type OciService = keyof OciClients;

type ClientClass<Client> = new (parameters: AuthParams, configuration: ClientConfiguration) => Client;

/** A package is imported at the first call of its service: `oci-core` alone takes half a second. */
const clientClasses: { readonly [S in OciService]: () => Promise<ClientClass<OciClients[S]>> } = {
  compute: async () => (await import("oci-core")).ComputeClient,
  containerengine: async () => (await import("oci-containerengine")).ContainerEngineClient,
  filestorage: async () => (await import("oci-filestorage")).FileStorageClient,
  identity: async () => (await import("oci-identity")).IdentityClient,
  loadbalancer: async () => (await import("oci-loadbalancer")).LoadBalancerClient,
  networkloadbalancer: async () => (await import("oci-networkloadbalancer")).NetworkLoadBalancerClient,
  securityattribute: async () => (await import("oci-securityattribute")).SecurityAttributeClient,
  virtualnetwork: async () => (await import("oci-core")).VirtualNetworkClient,
  zpr: async () => (await import("oci-zpr")).ZprClient,
};

/**
 * Loads the SDK's packages, which blocks this thread for some hundred milliseconds: at the start of the console that
 * keeps nobody waiting, in the middle of the first reading of a tenancy it would.
 */
export async function loadSdk(): Promise<void> {
  for (const load of Object.values(clientClasses)) await load();
}

/** One SDK client with the transport under it. */
type Connected<S extends OciService> = { readonly client: OciClients[S]; readonly http: OciHttpClient };

type State = {
  options: OciHttpOptions;
  readonly credentials: Map<string, Credentials>;
  readonly clients: { readonly [S in OciService]: Map<string, Promise<Connected<S>>> };
};

declare global {
  /** Pages and route handlers have separate copies of this module; connections and limits are the process's. */
  var zprConsoleOci: State | undefined;
}

const state = (): State =>
  (globalThis.zprConsoleOci ??= {
    options: defaultHttpOptions,
    credentials: new Map(),
    clients: {
      compute: new Map(),
      containerengine: new Map(),
      filestorage: new Map(),
      identity: new Map(),
      loadbalancer: new Map(),
      networkloadbalancer: new Map(),
      securityattribute: new Map(),
      virtualnetwork: new Map(),
      zpr: new Map(),
    },
  });

/** What a call is about, besides who makes it. */
export type OciTarget<S extends OciService> = {
  readonly service: S;
  readonly region: string;
  /** The SDK's name of the operation. */
  readonly operation: string;
  /** The operation gives a document that is not JSON and changes nothing, whatever its method. */
  readonly isDocument?: true;
  /** The service only says whether it would do it. */
  readonly isDryRun?: true;
};

/**
 * Makes one call with the SDK's client of the target's service and region. Throws `OciRequestError`, also when the
 * answer's form is not the SDK's.
 */
export async function callOci<S extends OciService, T>(
  context: OciContext,
  target: OciTarget<S>,
  send: (client: OciClients[S]) => Promise<T>,
): Promise<T> {
  const { client, http } = await connected(context.principal, target);
  const { operation, isDocument, isDryRun } = target;
  return http.run({ operation, isDocument, isDryRun, signal: context.signal }, () => send(client));
}

function connected<S extends OciService>(principal: Principal, target: OciTarget<S>): Promise<Connected<S>> {
  const clients: Map<string, Promise<Connected<S>>> = state().clients[target.service];
  const key = `${principal.cacheKey} ${target.region}`;
  const known = clients.get(key);
  if (known !== undefined) return known;
  const connection = connect(principal, target);
  clients.set(key, connection);
  connection.catch(() => clients.delete(key));
  return connection;
}

async function connect<S extends OciService>(principal: Principal, target: OciTarget<S>): Promise<Connected<S>> {
  const { region, service, operation } = target;
  if (!isKnownRegion(region)) {
    throw new OciRequestError({ code: "InvalidParameter", message: "The region is not in Oracle's list.", operation });
  }
  const http = new OciHttpClient(credentialsOf(principal), state().options);
  const Client = await clientClasses[service]();
  const client = new Client({ httpClient: http }, clientConfiguration);
  if (principal.emulatorUrl === null) client.regionId = region;
  // Last, because setting the region would replace it.
  else client.endpoint = `${principal.emulatorUrl}/${region}`;
  return { client, http };
}

/** The transport retries, and only what may be retried. */
const clientConfiguration: ClientConfiguration = {
  retryConfiguration: NoRetryConfigurationDetails,
  circuitBreaker: new CircuitBreaker({ disableClientCircuitBreaker: true }),
};

/** The credentials of a principal, read once. Throws `OciConfigurationError`. */
export function credentialsOf(principal: Principal): Credentials {
  const { credentials } = state();
  const known = credentials.get(principal.cacheKey);
  if (known !== undefined) return known;
  const loaded = new Credentials(readProfile(principal));
  credentials.set(principal.cacheKey, loaded);
  return loaded;
}

/** Sets timeouts and retries of clients made from now on and forgets those made before. For tests and benchmarks. */
export function setOciHttpOptions(options: Partial<OciHttpOptions>): void {
  globalThis.zprConsoleOci = undefined;
  state().options = { ...defaultHttpOptions, ...options };
}
