import { operationsOf } from "@/emulator/core/operation";
import {
  createConfiguration,
  getConfiguration,
  getZprConfigurationWorkRequest,
} from "@/emulator/services/zpr-configuration";
import {
  createZprPolicy,
  deleteZprPolicy,
  getZprPolicy,
  getZprPolicyWorkRequest,
  listZprPolicies,
  listZprPolicyWorkRequestErrors,
  listZprPolicyWorkRequestLogs,
  listZprPolicyWorkRequests,
  updateZprPolicy,
} from "@/emulator/services/zpr-policies";

export const zprOperations = operationsOf("zpr", [
  ["GET /20240301/configuration", getConfiguration],
  ["POST /20240301/configuration", createConfiguration, "opc-retry-token"],
  ["GET /20240301/zprConfigurationWorkRequests/:workRequestId", getZprConfigurationWorkRequest],
  ["GET /20240301/zprPolicies", listZprPolicies],
  ["POST /20240301/zprPolicies", createZprPolicy, "opc-retry-token"],
  ["GET /20240301/zprPolicies/:zprPolicyId", getZprPolicy],
  ["PUT /20240301/zprPolicies/:zprPolicyId", updateZprPolicy, "opc-retry-token"],
  ["DELETE /20240301/zprPolicies/:zprPolicyId", deleteZprPolicy],
  ["GET /20240301/zprPolicyWorkRequests", listZprPolicyWorkRequests],
  ["GET /20240301/zprPolicyWorkRequests/:workRequestId", getZprPolicyWorkRequest],
  ["GET /20240301/zprPolicyWorkRequests/:workRequestId/errors", listZprPolicyWorkRequestErrors],
  ["GET /20240301/zprPolicyWorkRequests/:workRequestId/logs", listZprPolicyWorkRequestLogs],
]);
