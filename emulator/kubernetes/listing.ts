import type { FaultEffect } from "@/emulator/core/faults";
import { listObjects, type ClusterApi } from "@/emulator/kubernetes/cluster-api";
import { apiVersionOf, type ResourceType } from "@/emulator/kubernetes/resource-types";
import { fieldSelector, labelSelector } from "@/emulator/kubernetes/selectors";
import { badRequest, expired } from "@/emulator/kubernetes/status";
import type { KubernetesObject } from "@/emulator/seed";
import { parseJson } from "@/lib/json";

type ListRequest = {
  readonly type: ResourceType;
  /** Null for all namespaces. */
  readonly namespace: string | null;
  readonly query: URLSearchParams;
  readonly faults: readonly FaultEffect[];
};

/** Where a page begins. The tenancy's time stands in it, because a token is good for some minutes only. */
type Continue = { readonly start: string; readonly at: number };

/**
 * A list, page by page when there is a `limit`. Unlike the real API it does not show all pages as they stood when the
 * first was asked for. Throws 400 for a token that is none of ours and 410 for one that is too old.
 */
export function listAnswer(api: ClusterApi, { type, namespace, query, faults }: ListRequest) {
  const { clock, settings } = api.tenancy;
  const selected = selectedObjects(api, type, namespace, query);
  const isRepeating = faults.some(({ kind }) => kind === "repeating-page");
  const isEndless = faults.some(({ kind }) => kind === "endless-pages");
  const token = isRepeating ? null : continueFrom(query.get("continue"));
  if (token !== null && clock.now() - token.at > settings.continueMs) throw expired();
  const rest = token === null ? selected : selected.filter((object) => orderOf(object) >= token.start);
  const limit = limitFrom(query.get("limit"));
  const page = limit === 0 ? rest : rest.slice(0, limit);
  const next = rest[page.length];
  const start = next === undefined ? (isRepeating || isEndless ? "\uffff" : null) : orderOf(next);
  return {
    kind: `${type.kind}List`,
    apiVersion: apiVersionOf(type),
    metadata: {
      resourceVersion: String(api.objects.revision()),
      ...(start !== null && { continue: continueText({ start, at: clock.now() }) }),
      ...(next !== undefined && { remainingItemCount: rest.length - page.length }),
    },
    // Items of a list come without kind and version, as in the real API.
    items: page.map(({ kind: _kind, apiVersion: _version, ...object }) => object),
  };
}

function selectedObjects(api: ClusterApi, type: ResourceType, namespace: string | null, query: URLSearchParams) {
  const byField = fieldSelector(type, query.get("fieldSelector") ?? "");
  const byLabel = labelSelector(query.get("labelSelector") ?? "");
  return listObjects(api, type)
    .filter((object) => namespace === null || object.metadata.namespace === namespace)
    .filter((object) => byField(object) && byLabel(object))
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

function orderOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ""}/${metadata.name}`;
}

function limitFrom(text: string | null): number {
  const limit = Number(text ?? "0");
  if (!Number.isSafeInteger(limit) || limit < 0)
    throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`);
  return limit;
}

function continueText({ start, at }: Continue): string {
  return Buffer.from(JSON.stringify({ v: "meta.k8s.io/v1", start, at })).toString("base64url");
}

function continueFrom(text: string | null): Continue | null {
  if (text === null || text === "") return null;
  const value = jsonIn(Buffer.from(text, "base64url").toString("utf8"));
  const isToken = typeof value === "object" && value !== null && "start" in value && "at" in value;
  if (!isToken || typeof value.start !== "string" || typeof value.at !== "number") {
    throw badRequest("continue key is not valid");
  }
  return { start: value.start, at: value.at };
}

function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
