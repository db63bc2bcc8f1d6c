import type { Call } from "@/emulator/core/call";
import type { Collection, Resource } from "@/emulator/core/collection";
import { conflict } from "@/emulator/core/errors";
import { arrayAnswer } from "@/emulator/core/listing";
import type { Answer } from "@/emulator/core/operation";
import { withoutAttribute } from "@/emulator/core/security-attribute-rules";
import type { SecurityAttribute, SecurityAttributeNamespace } from "@/emulator/core/tenancy";
import {
  findWorkRequest,
  percentComplete,
  pollAfter,
  workRequestsOf,
  workRequestView,
} from "@/emulator/core/work-request-reads";
import { startWorkRequest } from "@/emulator/core/work-requests";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

/**
 * Deletes definitions: DELETING at once, and after the sweep DELETED. The sweep takes the attribute off live resources
 * and leaves cluster endpoints and node pools with their copies. One deletion at a time in a tenancy.
 *
 * Gives the work request's OCID. Throws 409 while another deletion runs.
 */
export function startDeletion(
  call: Call,
  operationType: string,
  namespace: SecurityAttributeNamespace,
  attributes: readonly SecurityAttribute[],
  alsoNamespace: SecurityAttributeNamespace | null,
): string {
  const { namespaces, securityAttributes, settings } = call.tenancy;
  const isRunning = workRequestsOf(call, "security-attribute").some((record) => record.timeFinished === null);
  if (isRunning) throw conflict("Another security attribute is being deleted. Only one deletion can run at a time.");

  const mark = (lifecycleState: "INACTIVE" | "DELETING" | "DELETED") => {
    for (const attribute of attributes) securityAttributes.put({ ...attribute, lifecycleState });
    if (alsoNamespace !== null) namespaces.put({ ...alsoNamespace, lifecycleState });
  };
  mark("DELETING");
  return startWorkRequest(call, {
    kind: "security-attribute",
    operationType,
    compartmentId: namespace.compartmentId,
    resources: [
      ...attributes.map(({ id }) => ({
        entityType: "SecurityAttribute",
        identifier: id,
        actionType: "DELETED" as const,
      })),
      ...(alsoNamespace === null
        ? []
        : [{ entityType: "SecurityAttributeNamespace", identifier: alsoNamespace.id, actionType: "DELETED" as const }]),
    ],
    durationMs: settings.sweepMs,
    apply() {
      for (const attribute of attributes) sweep(call, namespace.name, attribute.name);
      mark("DELETED");
    },
    release: () => mark("INACTIVE"),
  });
}

export function getSecurityAttributeWorkRequest(call: Call): Answer {
  const record = findWorkRequest(call, "security-attribute");
  return { body: { ...workRequestView(record), percentComplete: percentComplete(record) }, ...pollAfter(record) };
}

export function listSecurityAttributeWorkRequestErrors(call: Call): Answer {
  return arrayAnswer(call, findWorkRequest(call, "security-attribute").errors);
}

export function listSecurityAttributeWorkRequestLogs(call: Call): Answer {
  return arrayAnswer(call, findWorkRequest(call, "security-attribute").logs);
}

function sweep(call: Call, namespace: string, key: string): void {
  for (const region of call.tenancy.regions) {
    sweepCollection(region.vnics, namespace, key);
    sweepCollection(region.instances, namespace, key);
    sweepCollection(region.vcns, namespace, key);
    sweepCollection(region.loadBalancers, namespace, key);
    sweepCollection(region.networkLoadBalancers, namespace, key);
    sweepCollection(region.mountTargets, namespace, key);
  }
}

type Labelled = Resource & { readonly securityAttributes?: { [namespace: string]: { [key: string]: unknown } } | null };

function sweepCollection<T extends Labelled>(collection: Collection<T>, namespace: string, key: string): void {
  const isNamed = (entry: { namespace: string; key: string }) =>
    entry.namespace.toLowerCase() === namespace.toLowerCase() && entry.key.toLowerCase() === key.toLowerCase();
  for (const resource of collection.list()) {
    const entries = securityAttributesFromWire(resource.securityAttributes);
    if (!entries.some(isNamed)) continue;
    collection.put({ ...resource, securityAttributes: withoutAttribute(resource.securityAttributes, namespace, key) });
  }
}
