import "server-only";
import { acceptedFrom, ocidOf, parseAnswer, readList, type Accepted, type WithEtag } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { networkLoadBalancerSchema, type NetworkLoadBalancer } from "@/lib/oke/load-balancer";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { wireFromSecurityAttributes } from "@/lib/zpr/security-attributes";

type OneNetworkLoadBalancer = { readonly region: string; readonly networkLoadBalancerId: string };

const service = "networkloadbalancer";

/** Reads the network load balancers of one compartment. Throws `OciRequestError`. */
export function listNetworkLoadBalancers(
  context: OciContext,
  { region, compartmentId }: { readonly region: string; readonly compartmentId: string },
): Promise<readonly NetworkLoadBalancer[]> {
  return readList(
    context,
    { service, operation: "listNetworkLoadBalancers", region, schema: networkLoadBalancerSchema, keyOf: ocidOf },
    async (client, page) => {
      const answer = await client.listNetworkLoadBalancers({ ...encodedQuery({ compartmentId }), ...page });
      return { items: answer.networkLoadBalancerCollection.items, opcNextPage: answer.opcNextPage };
    },
  );
}

/** Reads one network load balancer with its etag. Throws `OciRequestError`. */
export async function getNetworkLoadBalancer(
  context: OciContext,
  { region, networkLoadBalancerId }: OneNetworkLoadBalancer,
): Promise<WithEtag<"networkLoadBalancer", NetworkLoadBalancer>> {
  const target = { service, operation: "getNetworkLoadBalancer", region } as const;
  const { networkLoadBalancer, etag } = await callOci(context, target, (client) =>
    client.getNetworkLoadBalancer({ networkLoadBalancerId }),
  );
  return {
    networkLoadBalancer: parseAnswer(networkLoadBalancerSchema, networkLoadBalancer, target.operation),
    etag: etag || null,
  };
}

/** Replaces the security attributes; an empty list removes all. Throws `OciRequestError`. */
export async function updateNetworkLoadBalancer(
  context: OciContext,
  {
    region,
    networkLoadBalancerId,
    etag,
    securityAttributes,
  }: OneNetworkLoadBalancer & {
    readonly etag: string;
    readonly securityAttributes: readonly SecurityAttribute[];
  },
): Promise<Accepted> {
  const updateNetworkLoadBalancerDetails = { securityAttributes: wireFromSecurityAttributes(securityAttributes) };
  return acceptedFrom(
    await callOci(context, { service, operation: "updateNetworkLoadBalancer", region }, (client) =>
      client.updateNetworkLoadBalancer({ networkLoadBalancerId, ifMatch: etag, updateNetworkLoadBalancerDetails }),
    ),
  );
}
