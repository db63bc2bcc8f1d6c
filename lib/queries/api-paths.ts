/** A word given several times is sent several times. */
type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

function withParams(path: string, params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const word of [value ?? []].flat()) if (word !== "") search.append(name, word);
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

const part = encodeURIComponent;

/** Every address of our own API. */
export const apiPaths = {
  session: () => "/api/session",
  inventory: () => "/api/inventory",
  found: (ocid: string) => `/api/r/${part(ocid)}`,
  search: (params: Params) => withParams("/api/search", params),
  inventoryCounts: (params: Params) => withParams("/api/inventory/counts", params),
  clusters: (params: Params) => withParams("/api/clusters", params),
  cluster: (clusterId: string) => `/api/clusters/${part(clusterId)}`,
  clusterNodes: (clusterId: string) => `/api/clusters/${part(clusterId)}/nodes`,
  declared: (clusterId: string) => `/api/clusters/${part(clusterId)}/declared`,
  clusterReadiness: (clusterId: string, params: Params = {}) =>
    withParams(`/api/clusters/${part(clusterId)}/readiness`, params),
  requiredStatements: (clusterId: string) => `/api/clusters/${part(clusterId)}/required-statements`,
  nodePool: (nodePoolId: string) => `/api/node-pools/${part(nodePoolId)}`,
  nodePoolNodes: (nodePoolId: string) => `/api/node-pools/${part(nodePoolId)}/nodes`,
  findings: (params: Params) => withParams("/api/findings", params),
  coverage: (params: Params) => withParams("/api/coverage", params),
  resources: (params: Params) => withParams("/api/resources", params),
  resource: (resourceId: string) => `/api/resources/${part(resourceId)}`,
  pathTest: (resourceId: string, params: Params) => withParams(`/api/resources/${part(resourceId)}/path-test`, params),
  editBase: (resourceId: string, params: Params = {}) =>
    withParams(`/api/resources/${part(resourceId)}/edit-base`, params),
  securityAttributes: (params: Params) => withParams("/api/security-attributes", params),
  map: (params: Params) => withParams("/api/map", params),
  mapDrafts: () => "/api/map-drafts",
  attributeDependents: (params: Params) => withParams("/api/security-attributes/dependents", params),
  statementCounts: () => "/api/security-attributes/statement-counts",
  trace: (params: Params) => withParams("/api/trace", params),
  zprPolicies: (params: Params) => withParams("/api/zpr-policies", params),
  zprPolicy: (policyId: string) => `/api/zpr-policies/${part(policyId)}`,
  namingStatements: (params: Params) => withParams("/api/zpr-statements", params),
  readZprPoliciesAgain: () => "/api/zpr-policies/read",
  changePlans: () => "/api/change-plans",
  changePlan: (planId: string) => `/api/change-plans/${part(planId)}`,
  changePlanPreview: () => "/api/change-plans/preview",
  cancelChangePlan: (planId: string) => `/api/change-plans/${part(planId)}/cancel`,
  selectableNamespaces: () => "/api/security-attributes/selectable",
  changes: () => "/api/changes",
  change: (changeId: string) => `/api/changes/${part(changeId)}`,
  changePreview: () => "/api/changes/preview",
  zprPolicyChanges: () => "/api/zpr-policy-changes",
  zprPolicyChangePreview: () => "/api/zpr-policy-changes/preview",
  zprPolicyEditBase: (policyId: string) => `/api/zpr-policy-edit-bases/${part(policyId)}`,
  zprPolicyNames: () => "/api/zpr-policy-names",
  guards: () => "/api/guards",
  checkGuards: () => "/api/guards/check",
  editHold: () => "/api/guards/edits",
  changeEffect: () => "/api/changes/effect",
  nodeReplacements: () => "/api/node-replacements",
  nodeReplacementPreview: () => "/api/node-replacements/preview",
  stopNodeReplacement: (replacementId: string) => `/api/node-replacements/${part(replacementId)}/stop`,
} as const;
