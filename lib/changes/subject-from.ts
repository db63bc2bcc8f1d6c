import "server-only";
import type { ChangeSubject } from "@/lib/changes/change-subject";
import type { FreshlyRead } from "@/lib/inventory/fresh-resource";
import type { OciContext } from "@/lib/oci/clients";
import { listWorkRequests } from "@/lib/oci/list-work-requests";
import { getWorkRequest } from "@/lib/oci/work-requests";

/** The subject of a change out of the fresh read that the change was checked against: its etag guards the write. */
export function subjectFrom(ociContext: OciContext, { fresh, read, adapter }: FreshlyRead): ChangeSubject {
  const { region, compartmentId, ocid } = fresh.resource;
  const { write } = read;
  const service = adapter.workRequestService;
  return {
    read: () => adapter.read(ociContext, fresh.resource),
    write(securityAttributes) {
      if (write === null) throw new Error(`Resources of kind ${adapter.kind} are only read.`);
      return write(securityAttributes);
    },
    readWorkRequest:
      service === null
        ? null
        : (workRequestId) => getWorkRequest(ociContext, { service, region, workRequestId, compartmentId }),
    listWorkRequests:
      service === "containerengine" || service === "loadbalancer"
        ? (signal) => listWorkRequests({ ...ociContext, signal }, { service, region, resourceId: ocid, compartmentId })
        : null,
  };
}
