import { requiredQuery, hasFault, listIn, visibleCompartment, type Call } from "@/emulator/core/call";
import type { Collection, Resource } from "@/emulator/core/collection";
import { invalidParameter } from "@/emulator/core/errors";
import type { Answer } from "@/emulator/core/operation";
import { pageOf, pageToken, type Page } from "@/emulator/core/paging";

/** A bare JSON array with `opc-next-page`: most services. */
export function arrayAnswer(call: Call, all: readonly object[]): Answer {
  const { items, opcNextPage } = pageFor(call, all);
  return { body: items, opcNextPage };
}

/** `{items: […]}` with `opc-next-page`: network load balancers and ZPR. */
export function collectionAnswer(call: Call, all: readonly object[]): Answer {
  const { items, opcNextPage } = pageFor(call, all);
  return { body: { items }, opcNextPage };
}

/**
 * The resources of the compartment that `compartmentId` names, filtered by the query parameters in `filters` (spelled
 * as the resource's own members) and sorted as asked. Throws 400 without `compartmentId`, 404 for an unseen one.
 */
export function listOfCompartment<T extends Resource & object>(
  call: Call,
  collection: Collection<T>,
  filters: readonly string[],
): readonly T[] {
  const compartmentId = visibleCompartment(call, requiredQuery(call, "compartmentId"));
  return sorted(call, filtered(call, listIn(call, collection, compartmentId), filters));
}

/** Keeps what has one of the values that each of these query parameters names; a parameter may be repeated. */
export function filtered<T extends object>(call: Call, all: readonly T[], filters: readonly string[]): readonly T[] {
  const asked = filters
    .map((name) => [name, call.query.getAll(name)] as const)
    .filter(([, values]) => values.length > 0);
  return all.filter((item) => asked.every(([name, values]) => values.includes(String(member(item, name)))));
}

/** Sorts by `sortBy` and `sortOrder`; as seeded when neither is given. */
export function sorted<T extends object>(call: Call, all: readonly T[]): readonly T[] {
  const sortBy = call.query.get("sortBy");
  const sortOrder = (call.query.get("sortOrder") ?? "ASC").toUpperCase();
  if (sortOrder !== "ASC" && sortOrder !== "DESC") throw invalidParameter("sortOrder must be ASC or DESC");
  if (sortBy === null) return sortOrder === "DESC" ? all.toReversed() : all;
  const key = sortKey(sortBy);
  const direction = sortOrder === "ASC" ? 1 : -1;
  return all.toSorted((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0));
}

/** Services spell the same fields in three ways: `TIME_CREATED`, `TIMECREATED`, `timeCreated`. */
function sortKey(sortBy: string): (item: object) => string {
  switch (sortBy.toLowerCase().replaceAll("_", "")) {
    case "id":
      return (item) => String(member(item, "id"));
    case "name":
    case "displayname":
      return (item) => String(member(item, "displayName") ?? member(item, "name"));
    case "timecreated":
      return (item) => String(member(item, "timeCreated") ?? member(member(item, "metadata"), "timeCreated"));
    case "timeaccepted":
      return (item) => String(member(item, "timeAccepted"));
    default:
      throw invalidParameter(`sortBy ${sortBy} is not supported`);
  }
}

function member(item: unknown, name: string): unknown {
  return typeof item === "object" && item !== null
    ? Object.entries(item).find(([key]) => key === name)?.[1]
    : undefined;
}

function pageFor(call: Call, all: readonly object[]): Page<object> {
  const scope = scopeOf(call);
  const request = { limit: call.query.get("limit"), page: call.query.get("page"), scope };
  if (hasFault(call, "repeating-page")) {
    const { items } = pageOf(all, { ...request, page: null }, call.tenancy.defaultPageSize);
    return { items, opcNextPage: pageToken(scope, 0) };
  }
  const page = pageOf(all, request, call.tenancy.defaultPageSize);
  if (page.opcNextPage !== null || !hasFault(call, "endless-pages")) return page;
  return { ...page, opcNextPage: pageToken(scope, all.length + Math.floor(Math.random() * 1e8)) };
}

/** A token is good for one list: operation, path, region and filters. */
function scopeOf(call: Call): string {
  const filters = [...call.query]
    .filter(([name]) => name !== "page" && name !== "limit")
    .map(([name, value]) => `${name}=${value}`);
  return JSON.stringify([
    call.operation.service,
    call.operation.name,
    call.region.regionName,
    ...call.pathParameters,
    filters.toSorted((a, b) => (a < b ? -1 : 1)),
  ]);
}
