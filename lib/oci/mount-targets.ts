import "server-only";
import { acceptedFrom, ocidOf, parseAnswer, readList, type Accepted, type WithEtag } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { fileSystemSchema, mountTargetSchema, type FileSystem, type MountTarget } from "@/lib/oke/mount-target";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { wireFromSecurityAttributes } from "@/lib/zpr/security-attributes";

/** File Storage lists by compartment and availability domain; both are required. */
type InAvailabilityDomain = {
  readonly region: string;
  readonly compartmentId: string;
  readonly availabilityDomain: string;
};
type OneMountTarget = { readonly region: string; readonly mountTargetId: string };

const service = "filestorage";

/** Reads the mount targets of one compartment in one availability domain. Throws `OciRequestError`. */
export function listMountTargets(
  context: OciContext,
  { region, compartmentId, availabilityDomain }: InAvailabilityDomain,
): Promise<readonly MountTarget[]> {
  return readList(
    context,
    { service, operation: "listMountTargets", region, schema: mountTargetSchema, keyOf: ocidOf },
    (client, page) => client.listMountTargets({ ...encodedQuery({ compartmentId, availabilityDomain }), ...page }),
  );
}

/** Reads the file systems of one compartment in one availability domain. Throws `OciRequestError`. */
export function listFileSystems(
  context: OciContext,
  { region, compartmentId, availabilityDomain }: InAvailabilityDomain,
): Promise<readonly FileSystem[]> {
  return readList(
    context,
    { service, operation: "listFileSystems", region, schema: fileSystemSchema, keyOf: ocidOf },
    (client, page) => client.listFileSystems({ ...encodedQuery({ compartmentId, availabilityDomain }), ...page }),
  );
}

/** Reads one mount target with its etag. Throws `OciRequestError`. */
export async function getMountTarget(
  context: OciContext,
  { region, mountTargetId }: OneMountTarget,
): Promise<WithEtag<"mountTarget", MountTarget>> {
  const target = { service, operation: "getMountTarget", region } as const;
  const { mountTarget, etag } = await callOci(context, target, (client) => client.getMountTarget({ mountTargetId }));
  return { mountTarget: parseAnswer(mountTargetSchema, mountTarget, target.operation), etag: etag || null };
}

/**
 * Replaces the security attributes; an empty list removes all. Done at once, without a work request. Throws
 * `OciRequestError`.
 */
export async function updateMountTarget(
  context: OciContext,
  {
    region,
    mountTargetId,
    etag,
    securityAttributes,
  }: OneMountTarget & {
    readonly etag: string;
    readonly securityAttributes: readonly SecurityAttribute[];
  },
): Promise<Accepted> {
  const updateMountTargetDetails = { securityAttributes: wireFromSecurityAttributes(securityAttributes) };
  return acceptedFrom(
    await callOci(context, { service, operation: "updateMountTarget", region }, (client) =>
      client.updateMountTarget({ mountTargetId, ifMatch: etag, updateMountTargetDetails }),
    ),
  );
}
