import * as common from "oci-common";
import { ContainerEngineClient } from "oci-containerengine";
import { ComputeClient, VirtualNetworkClient } from "oci-core";
import { FileStorageClient } from "oci-filestorage";
import { IdentityClient } from "oci-identity";
import { LoadBalancerClient } from "oci-loadbalancer";
import { NetworkLoadBalancerClient } from "oci-networkloadbalancer";
import { SecurityAttributeClient } from "oci-securityattribute";
import { ZprClient } from "oci-zpr";
import type { CreatedTenancy } from "@/emulator/control-client";

export type SdkOptions = {
  /** Name of a user of the seed; the default profile's when left out. */
  readonly user?: string;
  readonly isSession?: boolean;
  readonly region?: string;
};

/** The unmodified SDK's clients at an emulator, one of each, without retries and without a circuit breaker. */
export function sdkFor(url: string, tenancy: CreatedTenancy, { user, isSession, region }: SdkOptions = {}) {
  const profile = user ?? tenancy.profile;
  const provider =
    isSession === true
      ? new common.SessionAuthDetailProvider(tenancy.configFile, `${profile}-session`)
      : new common.ConfigFileAuthenticationDetailsProvider(tenancy.configFile, profile);
  return sdkWith(region === undefined ? url : `${url}/${region}`, provider);
}

/** The same with credentials of one's own making. */
export function sdkWith(endpoint: string, authenticationDetailsProvider: common.AuthenticationDetailsProvider) {
  const parameters = { authenticationDetailsProvider };
  const configuration = {
    retryConfiguration: common.NoRetryConfigurationDetails,
    circuitBreaker: new common.CircuitBreaker({ disableClientCircuitBreaker: true }),
  };
  const clients = {
    identity: new IdentityClient(parameters, configuration),
    containerEngine: new ContainerEngineClient(parameters, configuration),
    virtualNetwork: new VirtualNetworkClient(parameters, configuration),
    compute: new ComputeClient(parameters, configuration),
    loadBalancer: new LoadBalancerClient(parameters, configuration),
    networkLoadBalancer: new NetworkLoadBalancerClient(parameters, configuration),
    fileStorage: new FileStorageClient(parameters, configuration),
    securityAttribute: new SecurityAttributeClient(parameters, configuration),
    zpr: new ZprClient(parameters, configuration),
  };
  for (const client of Object.values(clients)) client.endpoint = endpoint;
  return clients;
}

export type Sdk = ReturnType<typeof sdkFor>;

/** What the SDK rejects with for an HTTP error: status, Oracle's code and text. */
export async function refusal(promise: Promise<unknown>): Promise<{ status: number; code: string; message: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof common.OciError) {
      return { status: error.statusCode, code: error.serviceCode, message: error.message };
    }
    throw error;
  }
  throw new Error("The call was not refused");
}
