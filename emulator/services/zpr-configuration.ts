import * as v from "valibot";
import { bodyOf, find, isoTime, type Call } from "@/emulator/core/call";
import { conflict, notAuthorizedOrNotFound } from "@/emulator/core/errors";
import { checkRootCompartment, checkZprWrite } from "@/emulator/core/home-region";
import { newOcid } from "@/emulator/core/ocid";
import type { Answer } from "@/emulator/core/operation";
import { tagMembers } from "@/emulator/core/tags";
import { findWorkRequest, pollAfter } from "@/emulator/core/work-request-reads";
import { startWorkRequest } from "@/emulator/core/work-requests";
import { zprWorkRequestView } from "@/emulator/services/zpr-policies";

const createConfigurationDetails = v.object({
  ...tagMembers,
  compartmentId: v.string(),
  zprStatus: v.nullish(v.picklist(["ENABLED"])),
});

/** 404 in a tenancy that never enabled ZPR. */
export function getConfiguration(call: Call): Answer {
  const [configuration] = call.tenancy.zprConfigurations.list();
  if (configuration === undefined) throw notAuthorizedOrNotFound();
  const { value, etag } = find(call, call.tenancy.zprConfigurations, configuration.id);
  return { body: value, etag };
}

/** Enables ZPR, which also makes the namespace `oracle-zpr` with one key. It cannot be undone. */
export function createConfiguration(call: Call): Answer {
  checkZprWrite(call);
  const { compartmentId, freeformTags, definedTags } = bodyOf(call, createConfigurationDetails);
  checkRootCompartment(call, compartmentId);
  if (call.tenancy.zprConfigurations.list().length > 0) throw conflict("ZPR is already configured for this tenancy.");
  if (call.isDryRun) return { status: 200 };
  const id = newOcid("zprconfiguration");
  const put = (at: number) => {
    call.tenancy.zprConfigurations.put({
      id,
      compartmentId,
      zprStatus: "ENABLED",
      lifecycleState: "ACTIVE",
      timeCreated: isoTime(call.now),
      timeUpdated: isoTime(at),
      freeformTags: freeformTags ?? {},
      definedTags: definedTags ?? {},
      systemTags: {},
    });
    createExampleNamespace(call, isoTime(at));
  };
  const opcWorkRequestId = startWorkRequest(call, {
    kind: "zpr-configuration",
    operationType: "CREATE_ZPR_CONFIGURATION",
    compartmentId,
    resources: [{ entityType: "ZprConfiguration", identifier: id, actionType: "CREATED" }],
    apply: put,
    release: () => undefined,
  });
  return { status: 202, opcWorkRequestId };
}

export function getZprConfigurationWorkRequest(call: Call): Answer {
  const record = findWorkRequest(call, "zpr-configuration");
  return { body: zprWorkRequestView(record), ...pollAfter(record) };
}

function createExampleNamespace(call: Call, timeCreated: string): void {
  const { id: compartmentId, namespaces, securityAttributes } = call.tenancy;
  if (namespaces.list().some(({ name }) => name.toLowerCase() === "oracle-zpr")) return;
  const shared = { compartmentId, isRetired: false, lifecycleState: "ACTIVE" as const, timeCreated };
  const { value: namespace } = namespaces.put({
    ...shared,
    id: newOcid("securityattributenamespace"),
    name: "oracle-zpr",
    description: "Default security attribute namespace",
    mode: ["enforce"],
  });
  securityAttributes.put({
    ...shared,
    id: newOcid("securityattribute"),
    securityAttributeNamespaceId: namespace.id,
    securityAttributeNamespaceName: namespace.name,
    name: "sensitivity",
    description: "Example security attribute",
    validator: null,
  });
}
