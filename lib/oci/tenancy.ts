import "server-only";
import * as v from "valibot";
import { ocidOf, parseAnswer, readList } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import {
  availabilityDomainSchema,
  compartmentSchema,
  regionSubscriptionSchema,
  tenancySchema,
  type AvailabilityDomain,
  type Compartment,
  type RegionSubscription,
  type Tenancy,
} from "@/lib/oke/tenancy";

type InRegion = { readonly region: string };

/** Reads the principal's tenancy. Throws `OciRequestError`. */
export async function getTenancy(context: OciContext, { region }: InRegion): Promise<Tenancy> {
  const target = { service: "identity", operation: "getTenancy", region } as const;
  const { tenancyId } = context.principal;
  const { tenancy } = await callOci(context, target, (client) => client.getTenancy({ tenancyId }));
  return parseAnswer(tenancySchema, tenancy, target.operation);
}

/** Reads the regions that the tenancy uses. Throws `OciRequestError`. */
export async function listRegionSubscriptions(
  context: OciContext,
  { region }: InRegion,
): Promise<readonly RegionSubscription[]> {
  const target = { service: "identity", operation: "listRegionSubscriptions", region } as const;
  const { tenancyId } = context.principal;
  const { items } = await callOci(context, target, (client) => client.listRegionSubscriptions({ tenancyId }));
  return parseAnswer(v.array(regionSubscriptionSchema), items, target.operation);
}

/**
 * Reads the active compartments of the tenancy that the principal may look into, at every depth. The list leaves out
 * the tenancy itself, which is its own root compartment: it stands first here. Throws `OciRequestError`.
 */
export async function listCompartments(
  context: OciContext,
  { region, tenancy }: InRegion & { readonly tenancy: Tenancy },
): Promise<readonly Compartment[]> {
  const root: Compartment = {
    id: tenancy.id,
    compartmentId: null,
    name: tenancy.name ?? "root compartment",
    description: null,
    lifecycleState: "ACTIVE",
  };
  const { AccessLevel } = (await import("oci-identity")).requests.ListCompartmentsRequest;
  const query = encodedQuery({
    compartmentId: tenancy.id,
    compartmentIdInSubtree: true,
    // The default, ANY, lists compartments that the principal may not look into as well.
    accessLevel: AccessLevel.Accessible,
    lifecycleState: "ACTIVE",
  });
  const children = await readList(
    context,
    { service: "identity", operation: "listCompartments", region, schema: compartmentSchema, keyOf: ocidOf },
    (client, page) => client.listCompartments({ ...query, ...page }),
  );
  return [root, ...children.filter(({ id }) => id !== root.id)];
}

/** Reads the availability domains of a region. Throws `OciRequestError`. */
export function listAvailabilityDomains(
  context: OciContext,
  { region }: InRegion,
): Promise<readonly AvailabilityDomain[]> {
  return readList(
    context,
    {
      service: "identity",
      operation: "listAvailabilityDomains",
      region,
      schema: availabilityDomainSchema,
      keyOf: ({ name }) => name,
    },
    (client) => client.listAvailabilityDomains(encodedQuery({ compartmentId: context.principal.tenancyId })),
  );
}
