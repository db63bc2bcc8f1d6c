import type { Operation } from "@/emulator/core/operation";
import { computeOperations } from "@/emulator/services/compute";
import { containerEngineOperations } from "@/emulator/services/container-engine";
import { fileStorageOperations } from "@/emulator/services/file-storage";
import { identityOperations } from "@/emulator/services/identity";
import { loadBalancerOperations } from "@/emulator/services/load-balancer";
import { networkLoadBalancerOperations } from "@/emulator/services/network-load-balancer";
import { securityAttributeOperations } from "@/emulator/services/security-attribute";
import { virtualNetworkOperations } from "@/emulator/services/virtual-network";
import { zprOperations } from "@/emulator/services/zpr";

/** Everything the emulator can do; the rest of OCI is 501. */
export const operations: readonly Operation[] = [
  ...identityOperations,
  ...containerEngineOperations,
  ...virtualNetworkOperations,
  ...computeOperations,
  ...loadBalancerOperations,
  ...networkLoadBalancerOperations,
  ...fileStorageOperations,
  ...securityAttributeOperations,
  ...zprOperations,
];
