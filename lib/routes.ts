/** Search parameters of a page; empty ones are left out of the address. */
export type SearchParams = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `?a=1&b=2` in the order given, or nothing. */
function searchText(params: SearchParams): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

const part = encodeURIComponent;

export const clusterTabs = ["security", "node-pools", "services", "readiness", "required-statements"] as const;
export type ClusterTab = (typeof clusterTabs)[number];

export const nodePoolTabs = ["security", "nodes"] as const;
export type NodePoolTab = (typeof nodePoolTabs)[number];

type NewZprPolicy = { readonly statements?: readonly string[]; readonly name?: string };

/** An edit of many resources that is begun already: its steps, as JSON, and the resources chosen. */
type NewChangePlan = {
  readonly steps?: readonly string[];
  readonly resources?: readonly string[];
  readonly params?: SearchParams;
};

/** What a person has narrowed the whole console to, as every address carries it along. */
export type ScopeParams = { readonly region?: string; readonly compartmentId?: string };

/** The same address with the scope in it; a scope that it names itself stays. */
export function withScope(href: string, scope: ScopeParams): string {
  const [path = "", anchor] = href.split("#");
  const [place = "", query = ""] = path.split("?");
  const search = new URLSearchParams(query);
  const missing = Object.entries(scope).filter(([name]) => !search.has(name));
  if (missing.length === 0) return href;
  const added = searchText(Object.fromEntries(missing)).slice(1);
  return `${place}?${query === "" ? "" : `${query}&`}${added}${anchor === undefined ? "" : `#${anchor}`}`;
}

/** The name of a statement's place on the page of its policy; `index` from 0. */
export const statementAnchor = (index: number): string => `statement-${index + 1}`;

/** Every address of a page. Nothing else in the repository spells one. */
export const routes = {
  overview: () => "/",
  /** To the thing of an OCID, wherever that is. */
  find: (ocid: string) => `/r/${part(ocid)}`,
  settings: () => "/settings",
  clusters: (params: SearchParams = {}) => `/clusters${searchText(params)}`,
  /** Security is the cluster's own page; the other tabs hang below it. */
  cluster: (clusterId: string, tab: ClusterTab = "security", params: SearchParams = {}) =>
    `/clusters/${part(clusterId)}${tab === "security" ? "" : `/${tab}`}${searchText(params)}`,
  /** By the pool's own OCID, because a pool may outlive what is known of its cluster. */
  nodePool: (nodePoolId: string, tab: NodePoolTab = "security", params: SearchParams = {}) =>
    `/node-pools/${part(nodePoolId)}${tab === "security" ? "" : `/${tab}`}${searchText(params)}`,
  coverage: (params: SearchParams = {}) => `/coverage${searchText(params)}`,
  findings: (params: SearchParams = {}) => `/findings${searchText(params)}`,
  resources: (params: SearchParams = {}) => `/resources${searchText(params)}`,
  resource: (resourceId: string, params: SearchParams = {}) => `/resources/${part(resourceId)}${searchText(params)}`,
  securityAttributes: (params: SearchParams = {}) => `/security-attributes${searchText(params)}`,
  zprPolicies: (params: SearchParams = {}) => `/policies${searchText(params)}`,
  map: (params: SearchParams = {}) => `/map${searchText(params)}`,
  trace: (params: SearchParams = {}) => `/trace${searchText(params)}`,
  guards: () => "/guards",
  /** At one of its statements, where an index is given. */
  zprPolicy: (policyId: string, statement: number | null = null) =>
    `/policies/${part(policyId)}${statement === null ? "" : `#${statementAnchor(statement)}`}`,
  /** The rules of the linter, at one of them where its id is given. */
  zprPolicyRules: (rule: string | null = null) => `/policies/rules${rule === null ? "" : `#${rule}`}`,
  editZprPolicy: (policyId: string) => `/policies/${part(policyId)}/edit`,
  deleteZprPolicy: (policyId: string) => `/policies/${part(policyId)}/delete`,
  /** A new policy, its statements written already. */
  newZprPolicy: ({ statements = [], name = "" }: NewZprPolicy = {}) => {
    const search = new URLSearchParams(statements.map((statement) => ["statement", statement]));
    if (name !== "") search.append("name", name);
    return `/policies/new${search.size === 0 ? "" : `?${search.toString()}`}`;
  },
  changePlans: () => "/change-plans",
  changePlan: (planId: string) => `/change-plans/${part(planId)}`,
  newChangePlan: ({ steps = [], resources = [], params = {} }: NewChangePlan = {}) => {
    const search = new URLSearchParams([
      ...steps.map((step) => ["step", step]),
      ...resources.map((resource) => ["resource", resource]),
    ]);
    for (const [name, value] of new URLSearchParams(searchText(params))) search.append(name, value);
    return `/change-plans/new${search.size === 0 ? "" : `?${search.toString()}`}`;
  },
  securityAttribute: (namespace: string, key: string) => `/security-attributes/${part(namespace)}/${part(key)}`,
} as const;
