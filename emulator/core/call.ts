import * as v from "valibot";
import type { Collection, Resource, Stored } from "@/emulator/core/collection";
import { invalidParameter, missingParameter, noEtagMatch, notAuthorizedOrNotFound } from "@/emulator/core/errors";
import type { FaultEffect } from "@/emulator/core/faults";
import type { Operation } from "@/emulator/core/operation";
import type { RegionState, TenancyState } from "@/emulator/core/tenancy";
import type { UserSeed } from "@/emulator/seed";

/** One authenticated call of one operation: all that a handler may know. */
export type Call = {
  readonly operation: Operation;
  readonly tenancy: TenancyState;
  readonly region: RegionState;
  readonly user: UserSeed;
  readonly pathParameters: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  /** Parsed JSON; `{}` for an empty body. */
  readonly body: unknown;
  readonly ifMatch: string | null;
  readonly isDryRun: boolean;
  readonly faults: readonly FaultEffect[];
  /** The tenancy's time, ms since 1970. */
  readonly now: number;
};

export const isoTime = (ms: number): string => new Date(ms).toISOString();

/** Throws for a parameter that the operation's path does not have: a bug in the operation list. */
export function pathParameter(call: Call, name: string): string {
  const value = call.pathParameters.get(name);
  if (value === undefined) throw new Error(`${call.operation.name} has no path parameter ${name}`);
  return value;
}

/** Throws 400 MissingParameter. */
export function requiredQuery(call: Call, name: string): string {
  const value = call.query.get(name);
  if (value === null || value === "") throw missingParameter(`The required query parameter ${name} is missing.`);
  return value;
}

/** The request body in the form of `schema`. Throws 400 InvalidParameter naming the first member that does not fit. */
export function bodyOf<S extends v.GenericSchema>(call: Call, schema: S): v.InferOutput<S> {
  const result = v.safeParse(schema, call.body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const member = v.getDotPath(issue) ?? "body";
  throw invalidParameter(`Invalid ${member}: ${issue.message}`);
}

export function isHidden(call: Call, compartmentId: string): boolean {
  return call.user.hiddenCompartmentIds.includes(compartmentId);
}

/** Throws 404 for a compartment that does not exist or that the user may not see. Gives it back. */
export function visibleCompartment(call: Call, compartmentId: string): string {
  const exists = compartmentId === call.tenancy.id || call.tenancy.compartments.get(compartmentId) !== null;
  if (!exists || isHidden(call, compartmentId)) throw notAuthorizedOrNotFound();
  return compartmentId;
}

/** The resource with this id. Throws 404 when there is none or its compartment is hidden from the user. */
export function find<T extends Resource>(call: Call, collection: Collection<T>, id: string): Stored<T> {
  const stored = viewOf(call, collection).get(id);
  if (stored === null || isHidden(call, stored.value.compartmentId ?? "")) throw notAuthorizedOrNotFound();
  return stored;
}

/** The resources of one compartment. */
export function listIn<T extends Resource>(call: Call, collection: Collection<T>, compartmentId: string): readonly T[] {
  return viewOf(call, collection)
    .list()
    .filter((resource) => resource.compartmentId === compartmentId);
}

/** All resources that the user may see, wherever they are. */
export function listVisible<T extends Resource>(call: Call, collection: Collection<T>): readonly T[] {
  return viewOf(call, collection)
    .list()
    .filter((resource) => !isHidden(call, resource.compartmentId ?? ""));
}

/** Throws 412 when the request was made for another state of the resource. Without `if-match` anything goes. */
export function checkIfMatch(call: Call, stored: Stored<unknown>): void {
  if (call.ifMatch !== null && call.ifMatch !== "*" && call.ifMatch !== stored.etag) throw noEtagMatch();
}

export function hasFault(call: Call, kind: FaultEffect["kind"]): boolean {
  return call.faults.some((fault) => fault.kind === kind);
}

function viewOf<T extends Resource>(call: Call, collection: Collection<T>) {
  return hasFault(call, "stale-read") ? collection.beforeLastWrite() : collection;
}
