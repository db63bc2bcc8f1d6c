import {
  cniCheck,
  cyclingCheck,
  endpointCheck,
  kubernetesVersionCheck,
} from "@/lib/oke/readiness/checks/cluster-checks";
import { cniAddonCheck } from "@/lib/oke/readiness/checks/cni-add-on-check";
import {
  iamClusterCheck,
  iamControllersCheck,
  iamNodePoolsCheck,
  iamUserCheck,
} from "@/lib/oke/readiness/checks/iam-checks";
import { blockVolumesCheck, networkPoliciesCheck } from "@/lib/oke/readiness/checks/limit-checks";
import { nodePoolKindsCheck } from "@/lib/oke/readiness/checks/node-pool-checks";
import { nodeJoinCheck, zprPoliciesCheck } from "@/lib/oke/readiness/checks/policy-checks";
import { namespacesCheck, vcnAttributeCheck, zprEnabledCheck } from "@/lib/oke/readiness/checks/zpr-checks";
import {
  readinessCheck,
  readinessCodes,
  type ReadinessCheck,
  type ReadinessCode,
  type ReadinessFinding,
} from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";

/** One line a prerequisite. A new one is a code with its words and a line here. */
const checks: Record<ReadinessCode, (input: ReadinessInput) => ReadinessFinding> = {
  "vcn-native-endpoint": endpointCheck,
  "vcn-native-cni": cniCheck,
  "cni-add-on-version": cniAddonCheck,
  "kubernetes-version": kubernetesVersionCheck,
  "node-pool-kinds": nodePoolKindsCheck,
  "zpr-enabled": zprEnabledCheck,
  "vcn-attribute": vcnAttributeCheck,
  namespaces: namespacesCheck,
  "zpr-policies": zprPoliciesCheck,
  "node-join": nodeJoinCheck,
  "iam-user": iamUserCheck,
  "iam-cluster": iamClusterCheck,
  "iam-node-pools": iamNodePoolsCheck,
  "iam-controllers": iamControllersCheck,
  cycling: cyclingCheck,
  "network-policies": networkPoliciesCheck,
  "block-volumes": blockVolumesCheck,
};

/**
 * Holds a cluster against every prerequisite and limitation of Oracle's page on ZPR with OKE.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export const clusterReadiness = (input: ReadinessInput): readonly ReadinessCheck[] =>
  readinessCodes.map((code) => readinessCheck(code, checks[code](input)));
