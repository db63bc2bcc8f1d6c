import { operationsOf } from "@/emulator/core/operation";
import {
  getSecurityAttributeWorkRequest,
  listSecurityAttributeWorkRequestErrors,
  listSecurityAttributeWorkRequestLogs,
} from "@/emulator/services/security-attribute-deletion";
import {
  cascadingDeleteSecurityAttributeNamespace,
  createSecurityAttributeNamespace,
  deleteSecurityAttributeNamespace,
  getSecurityAttributeNamespace,
  listSecurityAttributeNamespaces,
  updateSecurityAttributeNamespace,
} from "@/emulator/services/security-attribute-namespaces";
import {
  createSecurityAttribute,
  deleteSecurityAttribute,
  getSecurityAttribute,
  listSecurityAttributes,
  updateSecurityAttribute,
} from "@/emulator/services/security-attributes";

const namespaces = "/20240815/securityAttributeNamespaces";
const namespace = `${namespaces}/:securityAttributeNamespaceId` as const;
const attribute = `${namespace}/securityAttributes/:securityAttributeName` as const;
const workRequest = "/20240815/securityAttributeWorkRequests/:workRequestId";

export const securityAttributeOperations = operationsOf("security-attribute", [
  [`GET ${namespaces}`, listSecurityAttributeNamespaces],
  [`POST ${namespaces}`, createSecurityAttributeNamespace, "opc-retry-token"],
  [`GET ${namespace}`, getSecurityAttributeNamespace],
  [`PUT ${namespace}`, updateSecurityAttributeNamespace, "opc-retry-token"],
  [`DELETE ${namespace}`, deleteSecurityAttributeNamespace, "opc-retry-token"],
  [`POST ${namespace}/actions/cascadeDelete`, cascadingDeleteSecurityAttributeNamespace, "opc-retry-token"],
  [`GET ${namespace}/securityAttributes`, listSecurityAttributes],
  [`POST ${namespace}/securityAttributes`, createSecurityAttribute, "opc-retry-token"],
  [`GET ${attribute}`, getSecurityAttribute],
  [`PUT ${attribute}`, updateSecurityAttribute, "opc-retry-token"],
  [`DELETE ${attribute}`, deleteSecurityAttribute, "opc-retry-token"],
  [`GET ${workRequest}`, getSecurityAttributeWorkRequest],
  [`GET ${workRequest}/errors`, listSecurityAttributeWorkRequestErrors],
  [`GET ${workRequest}/logs`, listSecurityAttributeWorkRequestLogs],
]);
