import "server-only";
import { acceptedFrom, ocidOf, parseAnswer, readList, type Accepted, type WithEtag } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { loadBalancerSchema, type LoadBalancer } from "@/lib/oke/load-balancer";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { wireFromSecurityAttributes } from "@/lib/zpr/security-attributes";

type OneLoadBalancer = { readonly region: string; readonly loadBalancerId: string };

const service = "loadbalancer";

/** Reads the load balancers of one compartment. Throws `OciRequestError`. */
export function listLoadBalancers(
  context: OciContext,
  { region, compartmentId }: { readonly region: string; readonly compartmentId: string },
): Promise<readonly LoadBalancer[]> {
  return readList(
    context,
    { service, operation: "listLoadBalancers", region, schema: loadBalancerSchema, keyOf: ocidOf },
    (client, page) => client.listLoadBalancers({ ...encodedQuery({ compartmentId }), ...page }),
  );
}

/** Reads one load balancer with its etag. Throws `OciRequestError`. */
export async function getLoadBalancer(
  context: OciContext,
  { region, loadBalancerId }: OneLoadBalancer,
): Promise<WithEtag<"loadBalancer", LoadBalancer>> {
  const target = { service, operation: "getLoadBalancer", region } as const;
  // The load balancer's SDK, and no other, spells it `eTag`.
  const { loadBalancer, eTag } = await callOci(context, target, (client) => client.getLoadBalancer({ loadBalancerId }));
  return { loadBalancer: parseAnswer(loadBalancerSchema, loadBalancer, target.operation), etag: eTag || null };
}

/** Replaces the security attributes; an empty list removes all. Throws `OciRequestError`. */
export async function updateLoadBalancer(
  context: OciContext,
  {
    region,
    loadBalancerId,
    etag,
    securityAttributes,
  }: OneLoadBalancer & {
    readonly etag: string;
    readonly securityAttributes: readonly SecurityAttribute[];
  },
): Promise<Accepted> {
  const updateLoadBalancerDetails = { securityAttributes: wireFromSecurityAttributes(securityAttributes) };
  return acceptedFrom(
    await callOci(context, { service, operation: "updateLoadBalancer", region }, (client) =>
      client.updateLoadBalancer({ loadBalancerId, ifMatch: etag, updateLoadBalancerDetails }),
    ),
  );
}
